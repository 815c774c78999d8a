import { PageHeader } from '@/components/shell/page-header';
import { Card } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';

const rows = Array.from({ length: 7 }, (_, index) => `row-${index}`);

/** The outline of the list while its rows are on their way. */
export default function PeopleLoading() {
  return (
    <div className="flex flex-col gap-4 px-page py-5" aria-busy="true">
      <PageHeader title="People" actions={<Skeleton className="h-8 w-32" />} />
      <p role="status" className="sr-only">
        Loading the people
      </p>
      <Skeleton className="h-8 w-full sm:w-72" />
      <Card>
        <div className="h-9 border-b border-line max-sm:hidden" />
        {rows.map((row) => (
          <div
            key={row}
            className="flex h-24 items-center gap-6 border-b border-line px-4 last:border-b-0 sm:h-11"
          >
            <Skeleton className="h-3.5 w-28" />
            <Skeleton className="h-3.5 flex-1" />
            <Skeleton className="h-3.5 w-24" />
          </div>
        ))}
      </Card>
    </div>
  );
}
