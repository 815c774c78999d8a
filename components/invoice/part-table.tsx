import type { ReactNode } from 'react';
import { fieldArea } from '../history/field-history-button';
import { Card } from '../ui/card';
import { cn } from '../ui/cn';
import { MarkNote } from './mark-note';
import { type Mark, markStyle } from './parts-in-view';

interface PartSectionProps {
  title: string;
  children: ReactNode;
}

/** Parts of one kind beneath the document, such as payments. */
export function PartSection({ title, children }: PartSectionProps) {
  return (
    <Card className="mt-3 px-4 pt-3.5 pb-2 sm:px-7">
      <h2 className="mb-1 text-body font-semibold text-ink">{title}</h2>
      {children}
    </Card>
  );
}

interface PartTableProps {
  caption: string;
  /** What the first two columns are called; the last two are the amount and what can be done. */
  columns: readonly [string, string];
  children: ReactNode;
}

/** A table of parts: when, what, how much, and what can be done. On narrow screens the day stands beneath the what. */
export function PartTable({ caption, columns, children }: PartTableProps) {
  return (
    <table className="w-full border-separate border-spacing-0 text-dense">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          <th scope="col">Amount</th>
          <th scope="col">Actions</th>
        </tr>
      </thead>
      <tbody className="[&>tr:first-child>*]:border-t-0">{children}</tbody>
    </table>
  );
}

const cell = 'border-t border-line py-2 align-top';

interface PartRowProps {
  /** When it happened. */
  day: string;
  title: ReactNode;
  badge?: ReactNode;
  /** A second line. */
  detail?: ReactNode;
  amount: ReactNode;
  amountTone?: string;
  /** Belongs to the row above: a refund of a payment. */
  nested?: boolean;
  mark: Mark;
  /** The button that asks why it is here. */
  history?: ReactNode;
  actions?: ReactNode;
}

/** One part. What the event in view brought or took away is marked as a row. */
export function PartRow(props: PartRowProps) {
  const {
    day,
    title,
    badge,
    detail,
    amount,
    amountTone = 'text-ink',
    nested,
    mark,
    history,
    actions,
  } = props;
  const line = cn(cell, nested && 'border-t-0 pt-0.5');
  return (
    <tr className={cn(fieldArea, markStyle(mark))}>
      <td className={cn(line, 'w-28 pe-3 whitespace-nowrap text-ink-2 tabular-nums max-sm:hidden')}>{day}</td>
      <th scope="row" className={cn(line, 'min-w-0 text-start font-normal', nested && 'ps-5')}>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span
            className={cn('min-w-0 wrap-anywhere', nested ? 'text-ink-2' : 'text-ink', nested && mirrored)}
          >
            {title}
            <MarkNote mark={mark} />
          </span>
          {badge}
        </span>
        {detail ? <span className="block text-label wrap-anywhere text-ink-2">{detail}</span> : null}
        <span className="block text-label text-ink-2 tabular-nums sm:hidden">{day}</span>
      </th>
      <td
        className={cn(
          line,
          'ps-4 text-end whitespace-nowrap tabular-nums',
          mark === 'gone' ? 'text-removed' : amountTone,
        )}
      >
        {history}
        {amount}
      </td>
      <td className={cn(line, 'w-9 py-0 ps-2 text-end print:hidden', nested ? 'pt-0' : 'pt-1')}>{actions}</td>
    </tr>
  );
}

/** The corner before what belongs to the row above. */
const mirrored =
  'relative before:absolute before:-start-3.5 before:-top-1 before:h-3.5 before:w-2 before:rounded-es-sm before:border-s before:border-b before:border-line-strong';

/** The day in a badge: left out where there is no room for it. */
export function BadgeDay({ children }: { children: string }) {
  return <span className="max-sm:hidden"> {children}</span>;
}
