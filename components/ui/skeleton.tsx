import { cn } from './cn';

/** The place of something that is still loading, as large as what will come, so that nothing jumps. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cn('block animate-pulse rounded-md bg-sunken', className)} />;
}
