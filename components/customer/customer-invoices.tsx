import Link from 'next/link';
import { formatDay } from '@/lib/calendar';
import type { CustomerInvoice, CustomerInvoices, CustomerTotals } from '@/lib/invoice/customer-invoices';
import { flagsOf } from '@/lib/invoice/flags';
import { titleOf } from '@/lib/invoice/invoice';
import { formatMoney } from '@/lib/money';
import { StatusBadge } from '../invoice/status-badge';
import { RecordLink } from '../invoice-list/record-link';
import { Card } from '../ui/card';
import { cn } from '../ui/cn';
import { Cell, ColumnHeader, RowHeader, Table, TableHead, TableRow } from '../ui/table';

interface CustomerInvoicesCardProps extends CustomerInvoices {
  /** The address of the list of all their invoices. */
  allHref: string;
}

/** What was written to a customer and what they owe, as it stands now. */
export function CustomerInvoicesCard({ rows, count, totals, allHref }: CustomerInvoicesCardProps) {
  return (
    <Card className="@container overflow-clip">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-4 pt-4 pb-3">
        <h2 className="text-body font-semibold text-ink">
          Invoices <span className="font-normal text-ink-2 tabular-nums">{count}</span>
        </h2>
        {totals.map((total) => (
          <Totals key={total.currency} total={total} />
        ))}
      </div>
      {rows.length === 0 ? (
        <p className="border-t border-line px-4 py-6 text-dense text-ink-2">
          Nothing has been written to them yet.
        </p>
      ) : (
        <Table aria-label="Invoices" className="border-t border-line">
          <TableHead className="static">
            <TableRow className="hover:bg-transparent">
              <ColumnHeader>Number</ColumnHeader>
              <ColumnHeader className="w-full">Status</ColumnHeader>
              <ColumnHeader className="hidden @lg:table-cell">Issued</ColumnHeader>
              <ColumnHeader className="hidden @md:table-cell">Due</ColumnHeader>
              <ColumnHeader numeric className="hidden @xl:table-cell">
                Total
              </ColumnHeader>
              <ColumnHeader numeric>Balance</ColumnHeader>
            </TableRow>
          </TableHead>
          <tbody>
            {rows.map((row) => (
              <InvoiceRow key={row.id} row={row} />
            ))}
          </tbody>
        </Table>
      )}
      {count > rows.length ? (
        <p className="border-t border-line px-4 py-3 text-dense text-ink-2">
          The {rows.length} that changed last.{' '}
          <Link href={allHref} className="font-medium text-accent underline underline-offset-2">
            Find the others in the list
          </Link>
        </p>
      ) : null}
    </Card>
  );
}

/** "€1,200.00 invoiced · €300.00 open · €120.00 overdue". */
function Totals({ total: { currency, invoiced, open, overdue } }: { total: CustomerTotals }) {
  return (
    <p className="text-dense text-ink-2 tabular-nums">
      {formatMoney(invoiced, currency)} invoiced ·{' '}
      <strong className={cn('font-semibold', open === 0 ? 'text-ink-2' : 'text-ink')}>
        {formatMoney(open, currency)} open
      </strong>
      {overdue > 0 ? (
        <>
          {' '}
          · <span className="font-medium text-danger">{formatMoney(overdue, currency)} overdue</span>
        </>
      ) : null}
    </p>
  );
}

/** Nobody owes a draft, or what was voided. */
const owesNothing = new Set(['draft', 'void', 'discarded']);

function InvoiceRow({ row }: { row: CustomerInvoice }) {
  return (
    <TableRow>
      <RowHeader>
        <RecordLink
          href={`/invoices/${row.id}`}
          className="inline-flex min-h-8 items-center rounded-sm text-ink tabular-nums hover:underline"
        >
          {titleOf(row)}
        </RecordLink>
      </RowHeader>
      <Cell className="whitespace-nowrap">
        <StatusBadge status={row.status} flags={flagsOf({ ...row, balanceAmount: row.balance })} />
      </Cell>
      <Cell className="hidden whitespace-nowrap tabular-nums @lg:table-cell">
        <Day day={row.issueDate} />
      </Cell>
      <Cell
        className={cn('hidden whitespace-nowrap tabular-nums @md:table-cell', row.overdue && 'text-danger')}
      >
        <Day day={row.dueDate} />
      </Cell>
      <Cell numeric className="hidden @xl:table-cell">
        {formatMoney(row.total, row.currency)}
      </Cell>
      <Cell numeric>{owesNothing.has(row.status) ? <None /> : formatMoney(row.balance, row.currency)}</Cell>
    </TableRow>
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
