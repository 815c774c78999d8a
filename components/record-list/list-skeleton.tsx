import type { ReactNode } from 'react';
import { PageHeader } from '../shell/page-header';
import { Card } from '../ui/card';
import { cn } from '../ui/cn';
import { Skeleton } from '../ui/skeleton';

interface ListSkeletonProps {
  title: string;
  trail?: ReactNode;
  description?: string;
  /** How many controls stand beside the search. */
  controls?: number;
  /** Does a line say what all of them come to? */
  totals?: boolean;
  rows?: number;
  rowClassName?: string;
}

/** The outline of a list while its rows are on their way: everything stands where it will stand. */
export function ListSkeleton(props: ListSkeletonProps) {
  const { title, trail, description, controls = 0, totals = false, rows = 12, rowClassName } = props;
  return (
    <div className="flex flex-col gap-4 px-page py-5" aria-busy="true">
      <PageHeader {...{ title, trail, description }} actions={<Skeleton className="h-8 w-28" />} />
      <p role="status" className="sr-only">
        Loading the {title.toLowerCase()}
      </p>
      <div className="flex flex-wrap gap-2">
        <Skeleton className="h-8 w-full sm:w-72" />
        {numbered(controls).map((each) => (
          <Skeleton key={each} className="h-8 w-24 shrink-0" />
        ))}
      </div>
      {totals ? <Skeleton className="h-4.5 w-full max-w-xl" /> : null}
      <Card>
        <div className="h-9 border-b border-line max-sm:hidden" />
        {numbered(rows).map((each) => (
          <div
            key={each}
            className={cn(
              'flex h-16 items-center gap-6 border-b border-line px-4 last:border-b-0 sm:h-10',
              rowClassName,
            )}
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

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `${index}`);
