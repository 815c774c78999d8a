'use client';

import { memo } from 'react';
import { isolated } from '@/lib/event-sourcing/isolated';
import type { Line } from '@/lib/invoice/events';
import { inOrder } from '@/lib/invoice/invoice';
import { lineAmount } from '@/lib/invoice/totals';
import { type Currency, formatMoney, formatRate } from '@/lib/money';
import { ChangedValue } from '../history/changed-value';
import { FieldHistoryButton, fieldArea } from '../history/field-history-button';
import { cn } from '../ui/cn';
import { LineActions, useLinesEditable } from './line-actions';
import { MarkNote } from './mark-note';
import { type Mark, markStyle, type PartChanges, partsInView, type Shown, untouched } from './parts-in-view';

const cell = 'border-b border-line py-2.5 align-top';
// Room at the start for a button that asks about the number.
const number = 'ps-7 text-end whitespace-nowrap tabular-nums [&>span]:flex-nowrap';

/** The lines in their order. One that the event in view removed still stands there, struck through. */
export function InvoiceLines({ shown }: { shown: Shown }) {
  const editable = useLinesEditable();
  const rows = partsInView('lines', shown).toSorted((a, b) => inOrder(a.child, b.child));
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
        {rows.map(({ child, mark, changes }) => (
          <LineRow
            key={child.id}
            line={child}
            mark={mark}
            changes={changes}
            currency={shown.state.currency}
            currencyBefore={changes === untouched ? shown.state.currency : shown.before.currency}
            amount={lineAmount(shown.state, child)}
            editable={editable}
          />
        ))}
      </tbody>
    </table>
  );
}

interface LineRowProps {
  line: Line;
  mark: Mark;
  changes: PartChanges;
  currency: Currency;
  currencyBefore: Currency;
  /** In minor units. */
  amount: number;
  editable: boolean;
}

/** Rendered again only where something of it is different: the slider passes thousands of events of other lines. */
const LineRow = memo(function LineRow({
  line,
  mark,
  changes,
  currency,
  currencyBefore,
  amount,
  editable,
}: LineRowProps) {
  const moneyIn = (currency: Currency) => (value: unknown) => formatMoney(Number(value), currency);
  const money = moneyIn(currency);
  const asked = { id: `lines.${line.id}`, of: isolated(line.description) };
  const valueHistory = (leaf: string, label: string) => (
    <FieldHistoryButton
      extra
      id={`${asked.id}.${leaf}`}
      label={label}
      of={asked.of}
      className={besideNumber}
    />
  );
  return (
    <tr className={cn(markStyle(mark))}>
      <th scope="row" className={cn(cell, 'min-w-0 text-start font-normal wrap-anywhere')}>
        <ChangedValue change={changes.description} format={String}>
          <bdi>{line.description}</bdi>
        </ChangedValue>
        <MarkNote mark={mark} />
        <span className="block text-label text-ink-2 sm:hidden">
          {line.quantity} × {money(line.unitPrice)}
        </span>
      </th>
      <td className={cn(fieldArea, cell, number, 'max-sm:hidden')}>
        {valueHistory('quantity', 'Quantity')}
        <ChangedValue change={changes.quantity} format={String}>
          {line.quantity}
        </ChangedValue>
      </td>
      <td className={cn(fieldArea, cell, number, 'max-sm:hidden')}>
        {valueHistory('unitPrice', 'Price')}
        <ChangedValue change={changes.unitPrice} format={money} formatBefore={moneyIn(currencyBefore)}>
          {money(line.unitPrice)}
        </ChangedValue>
      </td>
      <td className={cn(fieldArea, cell, number, 'text-ink-2 max-md:hidden')}>
        {valueHistory('taxRate', 'Tax')}
        <ChangedValue change={changes.taxRate} format={(value) => formatRate(Number(value))}>
          {formatRate(line.taxRate)}
        </ChangedValue>
      </td>
      <td className={cn(fieldArea, cell, number)}>
        <FieldHistoryButton
          {...asked}
          label="Line"
          className={cn(besideNumber, 'in-[tr:hover]:[&>span]:before:block')}
        />
        {money(amount)}
      </td>
      {editable ? (
        <td className={cn(cell, 'py-1.5 ps-1 text-end print:hidden')}>
          {mark === 'gone' ? null : <LineActions line={line} />}
        </td>
      ) : null}
    </tr>
  );
});

/**
 * In the room that the cell leaves before its number. By keyboard and on touch every value of a line is asked about from the
 * one button of the line: four stops a line would be too many.
 */
const besideNumber = '-ms-6.5 me-0.5';
