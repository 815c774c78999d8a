import { Skeleton } from '@/components/ui/skeleton';

const rows = Array.from({ length: 10 }, (_, index) => `row-${index}`);

/** The outline of a page with a list, while the page itself is on its way. */
export default function Loading() {
  return (
    <div className="px-page py-5" aria-busy="true">
      <p role="status" className="sr-only">
        Loading
      </p>
      <Skeleton className="h-7 w-40" />
      <div className="mt-5 flex gap-2">
        <Skeleton className="h-8 w-56" />
        <Skeleton className="h-8 w-24" />
      </div>
      <div className="mt-4 rounded-card border border-line bg-panel p-4">
        {rows.map((row) => (
          <Skeleton key={row} className="my-3 h-4" />
        ))}
      </div>
    </div>
  );
}
