import { PageHeader } from '@/components/shell/page-header';
import { Card } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';

const filters = ['person', 'kind', 'type', 'records', 'cause'];
const rows = Array.from({ length: 9 }, (_, index) => `row-${index}`);

/** The outline of the feed while its events are on their way. */
export default function ActivityLoading() {
  return (
    <div className="flex flex-col gap-4 px-page py-5" aria-busy="true">
      <PageHeader
        title="Activity"
        description="Everything that happened to any record, newest first."
        actions={<Skeleton className="h-8 w-28" />}
      />
      <p role="status" className="sr-only">
        Loading activity
      </p>
      <div className="flex flex-wrap gap-2">
        {filters.map((filter) => (
          <Skeleton key={filter} className="h-8 w-24" />
        ))}
      </div>
      <Card className="flex flex-col gap-4 p-4">
        <Skeleton className="h-4 w-56" />
        <Skeleton className="h-22" />
        <Skeleton className="h-8 w-full max-w-2xl" />
      </Card>
      <Card>
        {rows.map((row) => (
          <div key={row} className="flex gap-3 border-t border-line px-4 py-3 first:border-t-0">
            <Skeleton className="size-7 rounded-full" />
            <div className="flex flex-1 flex-col gap-2">
              <Skeleton className="h-3.5 w-3/5" />
              <Skeleton className="h-3 w-40" />
            </div>
            <Skeleton className="h-3.5 w-28 max-sm:hidden" />
          </div>
        ))}
      </Card>
    </div>
  );
}
