'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { InvoiceSort } from '@/lib/invoice/invoice-list';
import { cn } from '../ui/cn';
import { ColumnHeader } from '../ui/table';
import type { Sorting } from './list-address';

/** What is wanted first of most: the largest, the latest. Names are wanted from A, due dates from the earliest. */
const ascendingFirst: readonly InvoiceSort[] = ['customer', 'due'];

interface SortHeaderProps {
  by: InvoiceSort;
  sorting: Sorting;
  onSort(sorting: Sorting): void;
  numeric?: boolean;
  className?: string;
  children: ReactNode;
}

/** The name of a column that sorts: by itself at the first press, the other way around at the next. */
export function SortHeader({ by, sorting, onSort, numeric, className, children }: SortHeaderProps) {
  const active = sorting.by === by;
  const descending = active ? sorting.descending : !ascendingFirst.includes(by);
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
