'use client';

import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';
import type { FieldTexts } from '@/components/ui/field';
import { NumberField } from '@/components/ui/number-field';
import { type Currency, parseMoney, toDecimalText } from '@/lib/money';

interface AmountFieldProps<Values extends FieldValues, Context, Output> extends Omit<FieldTexts, 'error'> {
  control: Control<Values, Context, Output>;
  /** A field that holds text; `typedAmount` in lib/invoice/typed.ts turns it into minor units. */
  name: FieldPath<Values>;
  currency: Currency;
}

/** An amount of money, typed as text. On leaving, it is written out as it was understood: "1234.5" is 1234.50. */
export function AmountField<Values extends FieldValues, Context, Output>({
  control,
  name,
  currency,
  ...texts
}: AmountFieldProps<Values, Context, Output>) {
  const { field, fieldState } = useController({ control, name });
  const text: string = field.value ?? '';
  const writeOut = () => {
    const read = parseMoney(text, currency);
    if ('amount' in read && toDecimalText(read.amount, currency) !== text) {
      field.onChange(toDecimalText(read.amount, currency));
    }
    field.onBlur();
  };
  return (
    <NumberField
      {...texts}
      ref={field.ref}
      name={name}
      value={text}
      onChange={field.onChange}
      onBlur={writeOut}
      error={fieldState.error?.message}
      suffix={currency}
      className="pe-12"
    />
  );
}
