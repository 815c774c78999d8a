'use client';

import type { Changes } from '@/lib/event-sourcing/event';
import type { Line } from '@/lib/invoice/events';
import { type Invoice, linesInOrder } from '@/lib/invoice/invoice';
import { lineAmount } from '@/lib/invoice/totals';
import { formatMoney, formatRate } from '@/lib/money';
import { ChangedValue } from '../history/changed-value';
import { cn } from '../ui/cn';
import { LineActions, useLinesEditable } from './line-actions';

interface InvoiceLinesProps {
  invoice: Invoice;
  before: Invoice;
  changes: Changes;
}

const cell = 'border-b border-line py-2.5 align-top';
const number = 'ps-4 text-end whitespace-nowrap tabular-nums [&>span]:flex-nowrap';

/** The lines in their order. One that the event in view removed still stands there, struck through. */
export function InvoiceLines({ invoice, before, changes }: InvoiceLinesProps) {
  const editable = useLinesEditable();
  const gone = linesInOrder(before).filter(
    (line) => !invoice.lines[line.id] && changes[`lines.${line.id}.id`],
  );
  const rows = linesInOrder({
    ...invoice,
    lines: { ...invoice.lines, ...Object.fromEntries(gone.map((line) => [line.id, line])) },
  });
  if (rows.length === 0) {
    return (
      <p className="mt-7 border-y border-line py-6 text-center text-dense text-ink-2">
        No lines yet. Add the first one to say what is charged.
      </p>
    );
  }
  return (
    <table className="mt-6 w-full border-separate border-spacing-0 text-body">
      <caption className="sr-only">Lines</caption>
      <thead className="max-sm:sr-only">
        <tr className="text-label font-medium text-ink-2">
          <th scope="col" className="border-b border-line py-2 text-start font-medium">
            Item
          </th>
          <th scope="col" className="border-b border-line py-2 ps-4 text-end font-medium">
            Qty
          </th>
          <th scope="col" className="border-b border-line py-2 ps-4 text-end font-medium">
            Price
          </th>
          <th scope="col" className="border-b border-line py-2 ps-4 text-end font-medium max-md:hidden">
            Tax
          </th>
          <th scope="col" className="border-b border-line py-2 ps-4 text-end font-medium">
            Amount
          </th>
          {editable ? (
            <th scope="col" className="w-8 border-b border-line print:hidden">
              <span className="sr-only">Actions</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((line) => (
          <LineRow key={line.id} line={line} invoice={invoice} changes={changes} editable={editable} />
        ))}
      </tbody>
    </table>
  );
}

interface LineRowProps {
  line: Line;
  invoice: Invoice;
  changes: Changes;
  editable: boolean;
}

function LineRow({ line, invoice, changes, editable }: LineRowProps) {
  const change = (leaf: string) => changes[`lines.${line.id}.${leaf}`];
  const existence = change('id');
  const gone = !invoice.lines[line.id];
  const came = existence && !gone;
  // A line that came or went whole is marked as a row; only of one that stayed are its fields.
  const field = (leaf: keyof Line) => (existence ? undefined : change(leaf));
  const money = (value: unknown) => formatMoney(Number(value), invoice.currency);
  return (
    <tr className={cn(came && 'bg-added-soft', gone && 'bg-removed-soft text-removed line-through')}>
      <th scope="row" className={cn(cell, 'min-w-0 text-start font-normal break-words')}>
        <ChangedValue change={field('description')} format={String}>
          {line.description}
        </ChangedValue>
        {came ? <span className="sr-only"> (added here)</span> : null}
        {gone ? <span className="sr-only"> (removed here)</span> : null}
        <span className="block text-label text-ink-2 sm:hidden">
          {line.quantity} × {money(line.unitPrice)}
        </span>
      </th>
      <td className={cn(cell, number, 'max-sm:hidden')}>
        <ChangedValue change={field('quantity')} format={String}>
          {line.quantity}
        </ChangedValue>
      </td>
      <td className={cn(cell, number, 'max-sm:hidden')}>
        <ChangedValue change={field('unitPrice')} format={money}>
          {money(line.unitPrice)}
        </ChangedValue>
      </td>
      <td className={cn(cell, number, 'text-ink-2 max-md:hidden')}>
        <ChangedValue change={field('taxRate')} format={(value) => formatRate(Number(value))}>
          {formatRate(line.taxRate)}
        </ChangedValue>
      </td>
      <td className={cn(cell, number)}>{money(lineAmount(invoice, line))}</td>
      {editable ? (
        <td className={cn(cell, 'py-1.5 ps-1 text-end print:hidden')}>
          {gone ? null : <LineActions line={line} />}
        </td>
      ) : null}
    </tr>
  );
}
