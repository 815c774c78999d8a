import type { ComponentProps } from 'react';
import { cn } from './cn';

/** A real table, with 40 px rows and a header that stays. */
export function Table({ className, ...rest }: ComponentProps<'table'>) {
  return <table {...rest} className={cn('w-full border-separate border-spacing-0 text-dense', className)} />;
}

/** Stays at the top of the frame, or of the page where the frame doesn't scroll. */
export function TableHead({ className, ...rest }: ComponentProps<'thead'>) {
  return <thead {...rest} className={cn('sticky top-0 z-10 bg-panel max-lg:top-13', className)} />;
}

/** One row; `selected` tints it and tells assistive technology. */
export function TableRow({ selected, className, ...rest }: ComponentProps<'tr'> & { selected?: boolean }) {
  return (
    <tr
      {...rest}
      aria-selected={selected}
      className={cn(
        'group/row transition-colors hover:bg-sunken/60 [tbody_&]:h-10 [tbody_&:last-child>*]:border-b-0',
        selected && 'bg-accent-soft hover:bg-accent-soft',
        className,
      )}
    />
  );
}

const cell = 'border-b border-line px-3 first:ps-4 last:pe-4';

/** A column's name. `numeric` puts it to the end, above numbers. */
export function ColumnHeader({ numeric, className, ...rest }: ComponentProps<'th'> & { numeric?: boolean }) {
  return (
    <th
      scope="col"
      {...rest}
      className={cn(
        cell,
        'h-9 text-start text-label font-medium whitespace-nowrap text-ink-2',
        numeric && 'text-end',
        className,
      )}
    />
  );
}

/** What names the row: the record's number, usually a link. */
export function RowHeader({ className, ...rest }: ComponentProps<'th'>) {
  return (
    <th scope="row" {...rest} className={cn(cell, 'text-start font-medium whitespace-nowrap', className)} />
  );
}

export function Cell({ numeric, className, ...rest }: ComponentProps<'td'> & { numeric?: boolean }) {
  return (
    <td {...rest} className={cn(cell, numeric && 'text-end whitespace-nowrap tabular-nums', className)} />
  );
}
