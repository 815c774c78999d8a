'use client';

import { useRef, useState } from 'react';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';
import type { FieldTexts } from '@/components/ui/field';
import { NumberField } from '@/components/ui/number-field';
import { SelectField } from '@/components/ui/select-field';

/** The rates of most lines, in percent; any other can be typed. */
const usualRates = ['0', '7', '19'];
const other = 'other';

const options = [
  ...usualRates.map((rate) => ({ value: rate, label: `${rate} %` })),
  { value: other, label: 'Other…' },
];

interface TaxRateFieldProps<Values extends FieldValues, Context, Output>
  extends Omit<FieldTexts, 'error' | 'label'> {
  control: Control<Values, Context, Output>;
  /** A field that holds percent as text; `typedRate` in lib/invoice/typed.ts turns it into basis points. */
  name: FieldPath<Values>;
}

/** The tax rate of a line: one of the usual ones, or another one in a field of its own beneath. */
export function TaxRateField<Values extends FieldValues, Context, Output>({
  control,
  name,
  ...texts
}: TaxRateFieldProps<Values, Context, Output>) {
  const { field, fieldState } = useController({ control, name });
  const rate: string = field.value ?? '';
  const [typing, setTyping] = useState(!usualRates.includes(rate));
  const typed = useRef<HTMLInputElement>(null);
  const error = fieldState.error?.message;

  const choose = (value: string) => {
    setTyping(value === other);
    field.onChange(value === other ? '' : value);
    // The field is in the page after the next paint only.
    if (value === other) requestAnimationFrame(() => typed.current?.focus());
  };
  return (
    <div className="flex flex-col gap-1.5">
      <SelectField
        {...texts}
        label="Tax rate"
        ref={typing ? undefined : field.ref}
        value={typing ? other : rate}
        onChange={(event) => choose(event.target.value)}
        onBlur={field.onBlur}
        options={options}
        error={typing ? undefined : error}
      />
      {typing ? (
        <NumberField
          label="Other rate in percent"
          hideLabel
          ref={(element) => {
            typed.current = element;
            field.ref(element);
          }}
          value={rate}
          onChange={field.onChange}
          onBlur={field.onBlur}
          placeholder="7.5"
          suffix="%"
          error={error}
        />
      ) : null}
    </div>
  );
}
