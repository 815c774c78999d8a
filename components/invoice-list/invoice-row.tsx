import { titleOf } from '@/lib/invoice/invoice';
import type { InvoiceListRow } from '@/lib/invoice/invoice-list';
import type { ListColumn } from '@/lib/invoice/list-columns';
import { cn } from '../ui/cn';
import { Cell, RowHeader, TableRow } from '../ui/table';
import { InvoiceCell, inCard } from './invoice-cell';
import { RecordLink } from './record-link';
import { SelectRow } from './select-row';

interface InvoiceRowProps {
  row: InvoiceListRow;
  columns: readonly ListColumn[];
  /** Is it a row of the past? Then it leads to that moment of its invoice. */
  past: boolean;
}

/** One invoice: a row of the table, or a card where there is no room for one. */
export function InvoiceRow({ row, columns, past }: InvoiceRowProps) {
  const title = titleOf(row);
  return (
    <TableRow
      role="row"
      className={cn(
        'relative grid h-auto grid-cols-[auto_minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 border-b border-line px-4 py-3 last:border-b-0',
        '@2xl:table-row [tbody_&]:h-auto @2xl:[tbody_&]:h-10',
        'has-checked:bg-accent-soft has-checked:hover:bg-accent-soft',
      )}
    >
      <Cell role="cell" className={cn(inCard, 'z-1 col-start-1 row-start-1 @2xl:w-0 @2xl:pe-1')}>
        <SelectRow id={row.id} title={title} />
      </Cell>
      <RowHeader role="rowheader" className={cn(inCard, 'col-start-2 row-start-1')}>
        <RecordLink
          href={`/invoices/${row.id}${past ? `?version=${row.version}` : ''}`}
          className="-my-0.75 inline-flex min-h-6 scroll-mb-28 items-center rounded-sm text-ink tabular-nums after:absolute after:inset-0 hover:underline @2xl:my-0 @2xl:min-h-8 @2xl:after:hidden"
        >
          {title}
        </RecordLink>
      </RowHeader>
      {columns.map((column) => (
        <InvoiceCell key={column} {...{ row, column, columns }} />
      ))}
    </TableRow>
  );
}
