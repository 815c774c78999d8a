import type { CustomerListRow } from '@/lib/customer/customer-list';
import { formatMoney } from '@/lib/money';
import { RecordLink } from '../invoice-list/record-link';
import { Badge } from '../ui/badge';
import { cn } from '../ui/cn';
import { Cell, RowHeader, TableRow } from '../ui/table';

/** In a card the row is a grid of two columns, and has the line and the padding that its cells have in a table. */
const card =
  'block border-b-0 p-0 first:ps-0 last:pe-0 @2xl:table-cell @2xl:border-b @2xl:px-3 @2xl:first:ps-4 @2xl:last:pe-4';

/** One customer: a row of the table, or a card where there is no room for one. */
export function CustomerRow({ row }: { row: CustomerListRow }) {
  return (
    <TableRow
      role="row"
      className="relative grid h-auto grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 border-b border-line px-4 py-3 last:border-b-0 @2xl:table-row [tbody_&]:h-auto @2xl:[tbody_&]:h-10"
    >
      <RowHeader role="rowheader" className={cn(card, 'min-w-0 whitespace-normal @2xl:max-w-0')}>
        <span className="flex items-center gap-2">
          <RecordLink
            href={`/customers/${row.id}`}
            className="-my-0.75 min-w-0 truncate rounded-sm leading-6 text-ink after:absolute after:inset-0 hover:underline @2xl:my-0 @2xl:leading-8 @2xl:after:hidden"
          >
            {row.name}
          </RecordLink>
          {row.archived ? <Badge>Archived</Badge> : null}
        </span>
      </RowHeader>
      <Cell role="cell" className={cn(card, 'col-start-1 min-w-0 truncate text-ink-2 @2xl:max-w-0')}>
        {row.email ?? <None words="no email address" />}
      </Cell>
      <Cell role="cell" numeric className={cn(card, 'col-start-2 row-start-2 text-ink-2 @2xl:text-ink')}>
        {row.invoiceCount}
        <span className="@2xl:sr-only"> {row.invoiceCount === 1 ? 'invoice' : 'invoices'}</span>
      </Cell>
      <Cell role="cell" numeric className={cn(card, 'col-start-2 row-start-1 font-medium @2xl:font-normal')}>
        <Amounts row={row} of="open" />
      </Cell>
      <Cell role="cell" numeric className={cn('hidden text-danger @2xl:table-cell')}>
        <Amounts row={row} of="overdue" />
      </Cell>
    </TableRow>
  );
}

/** One amount for each currency, below each other. */
function Amounts({ row: { balances }, of }: { row: CustomerListRow; of: 'open' | 'overdue' }) {
  const owed = balances.filter((balance) => balance[of] !== 0);
  if (owed.length === 0) return <None words="nothing" />;
  return owed.map((balance) => (
    <span key={balance.currency} className="block">
      {formatMoney(balance[of], balance.currency)}
    </span>
  ));
}

function None({ words }: { words: string }) {
  return (
    <span className="text-ink-3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
