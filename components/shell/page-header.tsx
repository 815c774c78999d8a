import type { ReactNode } from 'react';

interface PageHeaderProps {
  /** The one first-level heading of the page. */
  title: ReactNode;
  /** Above the title: where this belongs, such as "Invoices / Lindqvist Bakery". */
  trail?: ReactNode;
  /** Beside the title: a status badge. */
  badge?: ReactNode;
  description?: ReactNode;
  /** What can be done here, the most likely last. */
  actions?: ReactNode;
}

/** What this page is and what can be done: the first thing the eye meets. */
export function PageHeader({ title, trail, badge, description, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {trail ? <div className="mb-0.5 text-label text-ink-2">{trail}</div> : null}
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <h1 className="text-title font-semibold text-ink tabular-nums">{title}</h1>
          {badge}
        </div>
        {description ? <p className="mt-0.5 text-dense text-ink-2">{description}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}
