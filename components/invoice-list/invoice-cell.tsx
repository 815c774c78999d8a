import { formatDay } from '@/lib/calendar';
import { flagsOf } from '@/lib/invoice/flags';
import type { InvoiceListRow } from '@/lib/invoice/invoice-list';
import { amountIn, columnLabels, isAmountColumn, type ListColumn } from '@/lib/invoice/list-columns';
import { formatMoney } from '@/lib/money';
import { StatusBadge } from '../invoice/status-badge';
import { cn } from '../ui/cn';
import { Cell } from '../ui/table';
import { Time } from '../ui/time';
import { columnClass } from './column-layout';

/** In a card the row is a grid, and has the line and the padding that its cells have in a table. */
export const inCard =
  'block border-b-0 p-0 first:ps-0 last:pe-0 @2xl:table-cell @2xl:border-b @2xl:px-3 @2xl:first:ps-4 @2xl:last:pe-4';

/** The places of a card's main parts; what else was chosen comes below, each with its name. */
const places: Partial<Record<ListColumn, string>> = {
  customer: 'col-span-2 col-start-2 row-start-2 min-w-0 truncate',
  // Beside its status an invoice seldom is more than one thing: that has one line where there is room for it.
  status: 'col-start-2 row-start-3 @max-2xl:pt-1 @4xl:*:min-w-45',
  due: 'col-start-3 row-start-3 self-end text-end @2xl:text-start',
  total: 'col-start-3 row-start-1 font-medium @2xl:font-normal',
};
const below =
  'col-span-2 col-start-2 flex justify-between gap-4 before:text-ink-2 before:content-[attr(data-label)] @2xl:table-cell @2xl:before:content-none';

interface InvoiceCellProps {
  row: InvoiceListRow;
  column: ListColumn;
  columns: readonly ListColumn[];
}

/** What an invoice has in one column. */
export function InvoiceCell({ row, column, columns }: InvoiceCellProps) {
  const place = places[column];
  const numeric = isAmountColumn(column) || column === 'lines';
  return (
    <Cell
      role="cell"
      numeric={numeric}
      data-label={place ? undefined : columnLabels[column]}
      title={column === 'customer' ? row.customerName : undefined}
      className={cn(
        inCard,
        'whitespace-nowrap',
        place ?? below,
        // With all the room that is left, and no more.
        column === 'customer' && '@2xl:w-full @2xl:max-w-0 @2xl:min-w-40',
        column === 'due' && row.dueDate === null && '@max-2xl:hidden',
        column === 'due' && row.overdue && 'text-danger',
        columnClass(column, columns),
      )}
    >
      <Content row={row} column={column} />
    </Cell>
  );
}

function Content({ row, column }: Omit<InvoiceCellProps, 'columns'>) {
  if (isAmountColumn(column)) return <Amount row={row} amount={amountIn(row, column)} column={column} />;
  switch (column) {
    case 'customer':
      return row.customerName;
    case 'email':
      return row.customerEmail ?? <None />;
    case 'status':
      return <StatusBadge status={row.status} flags={flagsOf(row)} />;
    case 'issued':
      return <Day day={row.issueDate} />;
    case 'due':
      return (
        <>
          {row.dueDate ? <span className="text-ink-2 @2xl:hidden">due </span> : null}
          <Day day={row.dueDate} />
        </>
      );
    case 'lines':
      return row.lineCount;
    case 'currency':
      return row.currency;
    case 'changedBy':
      return <span className="text-ink-2">{row.lastActorName}</span>;
    case 'changed':
      return <Time at={row.updatedAt} className="text-ink-2" />;
  }
}

/** A total is there even if it is nothing; of the rest nothing is written back, so that what there is stands out. */
function Amount({ row, amount, column }: { row: InvoiceListRow; amount: number | null; column: ListColumn }) {
  if (amount === null) return <None />;
  const quiet = amount === 0 && column !== 'total';
  return (
    <span className={cn('tabular-nums', quiet && 'text-ink-3')}>{formatMoney(amount, row.currency)}</span>
  );
}

function Day({ day }: { day: string | null }) {
  return day ? (
    <time dateTime={day} className="tabular-nums">
      {formatDay(day)}
    </time>
  ) : (
    <None />
  );
}

function None() {
  return (
    <span className="text-ink-3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">none</span>
    </span>
  );
}
