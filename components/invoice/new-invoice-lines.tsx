'use client';

import type { UseFormReturn } from 'react-hook-form';
import { emptyLine } from '@/lib/invoice/typed';
import type { Preview, TypedInvoice } from '@/lib/invoice/typed-invoice';
import { formatMoney } from '@/lib/money';
import { newId } from '../new-id';
import { FormRows } from '../record/form-rows';
import { LineFields, lineColumns } from './line-fields';

interface NewInvoiceLinesProps<Context, Output> {
  form: UseFormReturn<TypedInvoice, Context, Output>;
  preview: Preview;
}

const columns = [
  { label: 'Description' },
  { label: 'Quantity', end: true },
  { label: 'Unit price', end: true },
  { label: 'Tax rate' },
];

/** As the command has it. */
const mostLines = 500;

/** The lines of a new invoice. */
export function NewInvoiceLines<Context, Output>({ form, preview }: NewInvoiceLinesProps<Context, Output>) {
  const { control } = form;
  const { currency, amounts } = preview;
  const empty = () => {
    // Most invoices have one rate: the next line begins with the last one's.
    const last = form.getValues('lines').at(-1);
    return { ...emptyLine, taxRate: last?.taxRate || emptyLine.taxRate, id: newId() };
  };
  return (
    <FormRows
      {...{ control, columns, empty }}
      name="lines"
      one="line"
      columnsClassName={lineColumns}
      most={mostLines}
      tooMany={`A new invoice has at most ${mostLines} lines. Add more to the draft.`}
      amountOf={(index) => amountIn(currency, amounts[index])}
    >
      {(index, end) => (
        <LineFields control={control} name={`lines.${index}`} currency={currency} layout="row">
          {end}
        </LineFields>
      )}
    </FormRows>
  );
}

const amountIn = (currency: Preview['currency'], amount: number | null | undefined): string | null =>
  amount === null || amount === undefined ? null : formatMoney(amount, currency);
