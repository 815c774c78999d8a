import { Card } from '../ui/card';
import { Skeleton } from '../ui/skeleton';

const rows = ['a', 'b', 'c', 'd', 'e', 'f'];

/** The outline of a record: title, slider, document and history, where they will be. */
export function RecordSkeleton() {
  return (
    <div className="flex flex-col gap-3 px-page py-4" aria-busy="true">
      <p role="status" className="sr-only">
        Loading
      </p>
      <div className="flex items-end justify-between">
        <div className="flex flex-col gap-1.5">
          <Skeleton className="h-3 w-40" />
          <Skeleton className="h-7 w-48" />
        </div>
        <Skeleton className="h-8 w-64 max-sm:hidden" />
      </div>
      <Card className="p-4">
        <Skeleton className="h-11" />
      </Card>
      <div className="grid gap-x-5 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26.5rem)]">
        <Card className="flex flex-col gap-4 p-7">
          <Skeleton className="h-6 w-56" />
          {rows.map((row) => (
            <Skeleton key={row} className="h-5" />
          ))}
        </Card>
        <div className="flex flex-col gap-5 p-2.5 max-lg:hidden">
          {rows.map((row) => (
            <Skeleton key={row} className="h-10" />
          ))}
        </div>
      </div>
    </div>
  );
}
