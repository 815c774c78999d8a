import { PageHeader } from '../shell/page-header';
import { Card } from '../ui/card';
import { Skeleton } from '../ui/skeleton';

const rows = Array.from({ length: 12 }, (_, index) => `row-${index}`);

/** The outline of a list while its rows are on their way. */
export function ListSkeleton({ title }: { title: string }) {
  return (
    <div className="flex flex-col gap-4 px-page py-5" aria-busy="true">
      <PageHeader title={title} actions={<Skeleton className="h-8 w-28" />} />
      <p role="status" className="sr-only">
        Loading the {title.toLowerCase()}
      </p>
      <div className="flex gap-2">
        <Skeleton className="h-8 w-full sm:w-72" />
      </div>
      <Card>
        <div className="h-9 border-b border-line max-sm:hidden" />
        {rows.map((row) => (
          <div
            key={row}
            className="flex h-16 items-center gap-6 border-b border-line px-4 last:border-b-0 sm:h-10"
          >
            <Skeleton className="h-3.5 w-20" />
            <Skeleton className="h-3.5 flex-1" />
            <Skeleton className="h-3.5 w-24" />
          </div>
        ))}
      </Card>
    </div>
  );
}
