'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { buttonStyles } from './button-styles';

interface PaginationProps {
  /** Addresses of the pages before and after; null where there is none. */
  previous: string | null;
  next: string | null;
  /** "1 to 50 of about 1,200". */
  summary?: ReactNode;
  label?: string;
  /** Takes over following a link, for a page that shows that the next one is on its way. */
  onFollow?: (href: string) => void;
}

/** Keyset paging: backwards, forwards, and where we are. Links, so that they open in a tab and survive a reload. */
export function Pagination({ previous, next, summary, label = 'Pages', onFollow }: PaginationProps) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-dense text-ink-2 tabular-nums">{summary}</p>
      <div className="flex gap-2">
        <Step
          href={previous}
          icon={<ChevronLeft aria-hidden="true" className="rtl:-scale-x-100" />}
          before
          onFollow={onFollow}
        >
          Previous
        </Step>
        <Step
          href={next}
          icon={<ChevronRight aria-hidden="true" className="rtl:-scale-x-100" />}
          onFollow={onFollow}
        >
          Next
        </Step>
      </div>
    </nav>
  );
}

interface StepProps {
  href: string | null;
  icon: ReactNode;
  before?: boolean;
  onFollow?: (href: string) => void;
  children: string;
}

function Step({ href, icon, before = false, onFollow, children }: StepProps) {
  const content = (
    <>
      {before ? icon : null}
      {children}
      {before ? null : icon}
    </>
  );
  if (href) {
    return (
      <Link
        href={href}
        rel={before ? 'prev' : 'next'}
        className={buttonStyles()}
        onNavigate={(event) => {
          if (!onFollow) return;
          event.preventDefault();
          onFollow(href);
        }}
      >
        {content}
      </Link>
    );
  }
  return (
    <span aria-disabled="true" data-refused="" className={buttonStyles()}>
      {content}
    </span>
  );
}
