'use client';

import type { ReactNode } from 'react';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';
import { cn } from '@/components/ui/cn';
import { NumberField } from '@/components/ui/number-field';
import { TextField } from '@/components/ui/text-field';
import type { TypedLine } from '@/lib/invoice/typed';
import type { Currency } from '@/lib/money';
import { AmountField } from './amount-field';
import { TaxRateField } from './tax-rate-field';

interface LineFieldsProps<Values extends FieldValues, Context, Output> {
  control: Control<Values, Context, Output>;
  /** Where the form keeps the line (a `TypedLine`): `line`, `lines.0`; left out when the form is the line. */
  name?: string;
  currency: Currency;
  /**
   * `stack` for a dialog; `row` for a table of lines, whose header names the columns where the nearest
   * container is at least 640 px wide.
   */
  layout?: 'stack' | 'row';
  /** At the end of a row: its amount and a button to remove it. */
  children?: ReactNode;
}

/** Shared with the header above rows, so that columns and fields agree. */
export const lineColumns = '@[40rem]:grid-cols-[minmax(0,1fr)_4.5rem_8rem_6rem_6.5rem_2rem]';

/** The four fields of a line of an invoice. Works in any form that holds a `TypedLine` somewhere. */
export function LineFields<Values extends FieldValues, Context, Output>({
  control,
  name,
  currency,
  layout = 'stack',
  children,
}: LineFieldsProps<Values, Context, Output>) {
  const at = (field: keyof TypedLine) => (name ? `${name}.${field}` : field) as FieldPath<Values>;
  const description = useController({ control, name: at('description') });
  const quantity = useController({ control, name: at('quantity') });
  const inRow = layout === 'row';
  // A column's header names the field for the eye; the label stays for everybody else.
  const fieldClassName = inRow ? '@[40rem]:[&>label]:sr-only' : undefined;
  return (
    <div className={cn('grid grid-cols-2 gap-3', inRow && ['items-start @[40rem]:gap-2', lineColumns])}>
      <TextField
        label="Description"
        {...description.field}
        value={description.field.value ?? ''}
        autoComplete="off"
        error={description.fieldState.error?.message}
        fieldClassName={cn('col-span-2', inRow && '@[40rem]:col-span-1', fieldClassName)}
      />
      <NumberField
        label="Quantity"
        {...quantity.field}
        value={quantity.field.value ?? ''}
        error={quantity.fieldState.error?.message}
        fieldClassName={fieldClassName}
      />
      <AmountField
        label="Unit price"
        control={control}
        name={at('unitPrice')}
        currency={currency}
        fieldClassName={fieldClassName}
      />
      <TaxRateField control={control} name={at('taxRate')} fieldClassName={fieldClassName} />
      {children}
    </div>
  );
}
