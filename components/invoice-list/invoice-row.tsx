import { formatDay } from '@/lib/calendar';
import { titleOf } from '@/lib/invoice/invoice';
import type { InvoiceListRow } from '@/lib/invoice/invoice-list';
import type { Status } from '@/lib/invoice/status';
import { formatMoney } from '@/lib/money';
import { StatusBadge } from '../invoice/status-badge';
import { cn } from '../ui/cn';
import { Cell, RowHeader, TableRow } from '../ui/table';
import { Time } from '../ui/time';
import { columnFrom, lastUntil } from './columns';
import { RecordLink } from './record-link';

/** Whether anybody owes anything: nobody owes a draft, or what was voided. */
const owes: Record<Status, boolean> = {
  draft: false,
  open: true,
  partially_paid: true,
  paid: true,
  uncollectible: true,
  void: false,
  discarded: false,
};

/** In a card the row is a grid of two columns, and has the line and the padding that its cells have in a table. */
const card =
  'block border-b-0 p-0 first:ps-0 last:pe-0 @2xl:table-cell @2xl:border-b @2xl:px-3 @2xl:first:ps-4 @2xl:last:pe-4';

/** One invoice: a row of the table, or a card where there is no room for one. */
export function InvoiceRow({ row }: { row: InvoiceListRow }) {
  return (
    <TableRow
      role="row"
      className="relative grid h-auto grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 border-b border-line px-4 py-3 last:border-b-0 @2xl:table-row [tbody_&]:h-auto @2xl:[tbody_&]:h-10"
    >
      <RowHeader role="rowheader" className={card}>
        <RecordLink
          href={`/invoices/${row.id}`}
          className="rounded-sm text-ink tabular-nums after:absolute after:inset-0 hover:underline @2xl:inline-flex @2xl:min-h-8 @2xl:items-center @2xl:after:hidden"
        >
          {titleOf(row)}
        </RecordLink>
      </RowHeader>
      <Cell
        role="cell"
        className={cn(card, 'col-start-1 min-w-0 truncate @2xl:max-w-0')}
        title={row.customerName}
      >
        {row.customerName}
      </Cell>
      <Cell role="cell" className={cn(card, 'col-start-1 row-start-3 whitespace-nowrap @max-2xl:pt-1')}>
        <StatusBadge status={row.status} overdue={row.overdue} />
      </Cell>
      <Cell role="cell" className={cn(columnFrom.issued, 'whitespace-nowrap tabular-nums')}>
        <Day day={row.issueDate} />
      </Cell>
      <Cell
        role="cell"
        className={cn(
          card,
          'col-start-2 row-start-3 self-end text-end whitespace-nowrap tabular-nums @2xl:text-start',
          row.overdue && 'text-danger',
          row.dueDate === null && '@max-2xl:hidden',
        )}
      >
        {row.dueDate ? <span className="text-ink-2 @2xl:hidden">due </span> : null}
        <Day day={row.dueDate} />
      </Cell>
      <Cell
        role="cell"
        numeric
        className={cn(card, lastUntil.balance, 'col-start-2 row-start-1 font-medium @2xl:font-normal')}
      >
        {formatMoney(row.totalAmount, row.currency)}
      </Cell>
      <Cell role="cell" numeric className={cn(columnFrom.balance, lastUntil.lastChange)}>
        <Balance row={row} />
      </Cell>
      <Cell role="cell" className={cn(columnFrom.lastChange, 'whitespace-nowrap text-ink-2')}>
        <span className="flex items-baseline gap-1.5">
          <span className="max-w-32 truncate">{row.lastActorName}</span>
          <Time at={row.updatedAt} className="text-ink-3" />
        </span>
      </Cell>
    </TableRow>
  );
}

function Balance({ row: { status, balanceAmount, currency } }: { row: InvoiceListRow }) {
  if (!owes[status]) return <None />;
  return (
    <span className={balanceAmount === 0 ? 'text-ink-3' : undefined}>
      {formatMoney(balanceAmount, currency)}
    </span>
  );
}

function Day({ day }: { day: string | null }) {
  return day ? <time dateTime={day}>{formatDay(day)}</time> : <None />;
}

function None() {
  return (
    <span className="text-ink-3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">none</span>
    </span>
  );
}
