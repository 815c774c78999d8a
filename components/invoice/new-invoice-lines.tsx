'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import { emptyLine } from '@/lib/invoice/typed';
import type { Preview, TypedInvoice } from '@/lib/invoice/typed-invoice';
import { formatMoney } from '@/lib/money';
import { newId } from '../new-id';
import { Button } from '../ui/button';
import { cn } from '../ui/cn';
import { IconButton } from '../ui/icon-button';
import { LineFields, lineColumns } from './line-fields';

interface NewInvoiceLinesProps<Context, Output> {
  form: UseFormReturn<TypedInvoice, Context, Output>;
  preview: Preview;
}

/** The lines: as a table where there is room, else one below the other. */
export function NewInvoiceLines<Context, Output>({ form, preview }: NewInvoiceLinesProps<Context, Output>) {
  const { control } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'lines', keyName: 'key' });
  const addButton = useRef<HTMLButtonElement>(null);
  const add = () => {
    // Most invoices have one rate: the next line begins with the last one's.
    const last = form.getValues('lines').at(-1);
    append({ ...emptyLine, taxRate: last?.taxRate || emptyLine.taxRate, id: newId() });
  };
  const take = (index: number) => {
    remove(index);
    // The button that was pressed is gone: the keyboard goes on from the one that is always there.
    addButton.current?.focus();
  };
  return (
    <div className="@container">
      <div
        aria-hidden="true"
        className={cn('mb-1 hidden gap-2 text-label font-medium text-ink-2 @[40rem]:grid', lineColumns)}
      >
        <span>Description</span>
        <span className="text-end">Quantity</span>
        <span className="text-end">Unit price</span>
        <span>Tax rate</span>
        <span className="text-end">Amount</span>
      </div>
      <div className="flex flex-col gap-5 @[40rem]:gap-2">
        {fields.map((line, index) => (
          <fieldset
            key={line.key}
            className="min-w-0 @max-[40rem]:border-b @max-[40rem]:border-line @max-[40rem]:pb-5"
          >
            <legend className="mb-2 text-dense font-semibold text-ink @[40rem]:sr-only">
              Line {index + 1}
            </legend>
            <LineFields control={control} name={`lines.${index}`} currency={preview.currency} layout="row">
              <div className="col-span-2 flex items-center justify-end gap-3 @[40rem]:contents">
                <Amount amount={preview.amounts[index] ?? null} preview={preview} />
                <IconButton
                  label={`Remove line ${index + 1}`}
                  tooltip={false}
                  icon={<Trash2 aria-hidden="true" />}
                  onClick={() => take(index)}
                />
              </div>
            </LineFields>
          </fieldset>
        ))}
      </div>
      <Button
        ref={addButton}
        size="small"
        icon={<Plus aria-hidden="true" />}
        onClick={add}
        className="mt-3"
        disabledReason={
          fields.length >= mostLines
            ? `A new invoice has at most ${mostLines} lines. Add more to the draft.`
            : null
        }
      >
        Add line
      </Button>
    </div>
  );
}

/** As the command has it. */
const mostLines = 500;

function Amount({ amount, preview }: { amount: number | null; preview: Preview }) {
  return (
    <span className="flex h-8 items-center justify-end gap-2 text-dense text-ink tabular-nums">
      <span className="text-ink-2 @[40rem]:sr-only">Amount </span>
      {amount === null ? <span className="text-ink-3">–</span> : formatMoney(amount, preview.currency)}
    </span>
  );
}
