import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';

interface PageHeaderProps {
  /** The one first-level heading of the page. */
  title: ReactNode;
  /** Above the title: where this belongs, such as "Invoices / Lindqvist Bakery", of `TrailLink`s. */
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
        {trail ? <div className="-mt-1 -mb-0.5 text-label leading-6 text-ink-2">{trail}</div> : null}
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

/** A step of the trail: a target of its own, though it looks like a word. */
export function TrailLink(props: Omit<ComponentProps<typeof Link>, 'className'>) {
  return (
    <Link
      {...props}
      className="inline-block min-h-6 max-w-full min-w-6 align-bottom wrap-anywhere hover:text-ink hover:underline"
    />
  );
}
