import { History } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button';

interface PastBannerProps {
  /** The moment in view: "21 Nov 2026, 14:13:09". */
  moment: ReactNode;
  /** What follows on it in the same sentence, and what else there is to say. */
  children: ReactNode;
  /** What else can be done from here. */
  actions?: ReactNode;
  onReturn(): void;
}

/** Says that this is not now, what moment it is, and how to get back. Stands in a live region of its page's own. */
export function PastBanner({ moment, children, actions, onReturn }: PastBannerProps) {
  return (
    <div className="flex items-center justify-between gap-x-4 gap-y-2 rounded-card max-sm:flex-col max-sm:items-start border border-past-line bg-past-fill py-2 pe-2.5 ps-3.5 text-dense text-past-ink">
      <p className="flex min-w-0 flex-1 items-start gap-2.5">
        <History aria-hidden="true" className="mt-px size-4 shrink-0" />
        <span>
          <strong suppressHydrationWarning>Viewing as of {moment}</strong>
          {children}
        </span>
      </p>
      <div className="flex flex-wrap items-center gap-2">
        {actions}
        <Button variant="primary" onClick={onReturn}>
          Return to now
        </Button>
      </div>
    </div>
  );
}
