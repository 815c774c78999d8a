import type { ReactNode } from 'react';
import { cn } from './cn';

interface EmptyStateProps {
  icon?: ReactNode;
  /** What there is not, and in a word why: "No invoice matches these filters". */
  title: ReactNode;
  /** What to do about it. */
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}

/** Nothing to show, and what to do. Empty, no match and no permission each bring their own words. */
export function EmptyState({ icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cn('flex flex-col items-center gap-1 px-6 py-16 text-center', className)}>
      {icon ? (
        <span
          aria-hidden="true"
          className="mb-3 grid size-10 place-items-center rounded-card bg-sunken text-ink-2 [&_svg]:size-5"
        >
          {icon}
        </span>
      ) : null}
      <div className="text-body font-semibold text-ink">{title}</div>
      {children ? <div className="max-w-md text-balance text-dense text-ink-2">{children}</div> : null}
      {action ? <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
