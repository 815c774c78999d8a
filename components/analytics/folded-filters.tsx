'use client';

import { ListFilter, X } from 'lucide-react';
import Link from 'next/link';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { cn } from '../ui/cn';

/** What is asked in short words, and the page without it; null where it can only be changed. */
export interface Asked {
  words: string;
  without: string | null;
}

interface FoldedFiltersProps {
  /** What the button that unfolds them is called. */
  label: string;
  asked: readonly Asked[];
  /** Is there something among them to be put right? */
  unfolded: boolean;
  children: ReactNode;
}

const pill =
  'flex min-h-7 max-w-full items-center gap-1.5 rounded-full border border-line bg-panel px-2.5 text-dense text-ink';

/**
 * Filters that would fill a small screen are one button there, with what is set beside it; where there is room they stand
 * open. Without scripts they are open everywhere.
 */
export function FoldedFilters({ label, asked, unfolded, children }: FoldedFiltersProps) {
  const [open, setOpen] = useState(unfolded);
  const id = useId();
  return (
    <Card className="print:hidden">
      <div className="flex flex-wrap items-center gap-1.5 p-2 @3xl:hidden">
        <Button
          variant="ghost"
          icon={<ListFilter aria-hidden="true" />}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {asked.length > 0 ? `${label} (${asked.length})` : label}
        </Button>
        <ul aria-label="Filters that are set" className="contents">
          {asked.map(({ words, without }) => (
            <li key={words} className="max-w-full">
              {without === null ? (
                <span className={pill}>
                  <bdi className="truncate">{words}</bdi>
                </span>
              ) : (
                <Link href={without} scroll={false} className={cn(pill, 'pe-1.5 hover:bg-sunken')}>
                  <span className="sr-only">Remove the filter </span>
                  <bdi className="truncate">{words}</bdi>
                  <X aria-hidden="true" className="size-3.5 shrink-0 text-ink-2" />
                </Link>
              )}
            </li>
          ))}
        </ul>
      </div>
      <div
        id={id}
        className={cn(
          'border-t border-line p-4 @3xl:border-t-0',
          !open && 'hidden noscript:block @3xl:block',
        )}
      >
        {children}
      </div>
    </Card>
  );
}
