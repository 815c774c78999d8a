'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { ColumnHeader } from './table';

interface SortHeaderProps<By extends string> {
  by: By;
  sorting: { by: By; descending: boolean };
  onSort(sorting: { by: By; descending: boolean }): void;
  /** Is the smallest wanted first, as of names? Of most it is the largest, the latest. */
  ascendingFirst: boolean;
  numeric?: boolean;
  className?: string;
  children: ReactNode;
}

/** The name of a column that sorts: by itself at the first press, the other way around at the next. */
export function SortHeader<By extends string>({
  by,
  sorting,
  onSort,
  ascendingFirst,
  numeric,
  className,
  children,
}: SortHeaderProps<By>) {
  const active = sorting.by === by;
  const descending = active ? sorting.descending : !ascendingFirst;
  const Arrow = descending ? ArrowDown : ArrowUp;
  return (
    <ColumnHeader
      role="columnheader"
      aria-sort={active ? (descending ? 'descending' : 'ascending') : undefined}
      numeric={numeric}
      className={className}
    >
      <button
        type="button"
        onClick={() => onSort({ by, descending: active ? !descending : descending })}
        className={cn(
          'group/sort -mx-1 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 font-medium hover:text-ink',
          numeric && 'flex-row-reverse',
          active && 'text-ink',
        )}
      >
        {children}
        <Arrow
          aria-hidden="true"
          className={cn(
            'size-3.5 shrink-0',
            !active && 'opacity-0 group-hover/sort:opacity-60 group-focus-visible/sort:opacity-60',
          )}
        />
      </button>
    </ColumnHeader>
  );
}
