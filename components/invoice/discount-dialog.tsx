'use client';

import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { amount, discountDescription, discountRate } from '@/lib/invoice/fields';
import { typedAmount, typedPercent } from '@/lib/invoice/typed';
import type { Currency } from '@/lib/money';
import { newId } from '../new-id';
import { FormDialog } from '../ui/form-dialog';
import { NumberField } from '../ui/number-field';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { AmountField } from './amount-field';
import { CommandReason } from './command-reason';
import { reasonSchema } from './reason-schema';
import { type InvoiceFormProps, useCommandForm } from './use-command-form';

/** Of percentage and amount only the one that was chosen is read. */
function schemaOf(currency: Currency) {
  const common = { description: discountDescription, reason: reasonSchema('grant_discount') };
  const unread = z.string();
  return z.discriminatedUnion('kind', [
    z.object({
      ...common,
      kind: z.literal('percent'),
      percent: typedPercent(discountRate),
      amount: unread,
    }),
    z.object({
      ...common,
      kind: z.literal('amount'),
      percent: unread,
      amount: typedAmount(currency, amount),
    }),
  ]);
}

const kinds = [
  { value: 'percent', label: 'Percentage' },
  { value: 'amount', label: 'Fixed amount' },
];

/** Takes a share or an amount off the lines, before tax. */
export function DiscountDialog({ invoice, onClose }: InvoiceFormProps) {
  const { currency } = invoice;
  const [id] = useState(newId);
  const { form, dialog } = useCommandForm({
    schema: schemaOf(currency),
    defaults: { description: '', kind: 'percent', percent: '', amount: '', reason: '' },
    toCommand: (valid) => {
      const size =
        valid.kind === 'percent'
          ? { rate: valid.percent, amount: null }
          : { rate: null, amount: valid.amount };
      return {
        type: 'grant_discount',
        amountsIn: currency,
        discount: { id, description: valid.description, ...size },
      };
    },
    fieldOf: (path) => path.replace(/^discount\./, '').replace(/^rate$/, 'percent'),
    done: 'Discount granted',
    onClose,
  });
  const kind = useWatch({ control: form.control, name: 'kind' });
  const { errors } = form.formState;
  return (
    <FormDialog
      title="Grant discount"
      description="Taken off the lines before tax, over all tax rates alike."
      action="Grant discount"
      {...dialog}
    >
      <TextField
        label="Description"
        autoComplete="off"
        {...form.register('description')}
        error={errors.description?.message}
      />
      <div className="grid grid-cols-2 gap-4">
        <SelectField label="Kind" options={kinds} {...form.register('kind')} />
        {kind === 'percent' ? (
          <NumberField
            label="Percent"
            suffix="%"
            {...form.register('percent')}
            error={errors.percent?.message}
          />
        ) : (
          <AmountField label="Amount" control={form.control} name="amount" currency={currency} />
        )}
      </div>
      <CommandReason required={false} {...form.register('reason')} error={errors.reason?.message} />
    </FormDialog>
  );
}
