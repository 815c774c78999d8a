'use client';

import * as z from 'zod/mini';
import { methodDetail, paymentMethod } from '@/lib/invoice/fields';
import { FormDialog } from '../ui/form-dialog';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { CommandReason } from './command-reason';
import { paymentMethodOptions } from './payment-methods';
import { reasonSchema } from './reason-schema';
import { type InvoiceFormProps, useCommandForm } from './use-command-form';

/** The empty choice: nobody knows how the customer means to pay. */
const chosenMethod = z.pipe(
  z.pipe(
    z.string(),
    z.transform((value: string) => (value === '' ? null : value)),
  ),
  z.nullable(paymentMethod),
);

const schema = z.object({
  method: chosenMethod,
  detail: methodDetail,
  reason: reasonSchema('update_payment_method'),
});

/** How the customer means to pay, and with which card or account. */
export function PaymentMethodDialog({ invoice, onClose }: InvoiceFormProps) {
  const { method, detail } = invoice.paymentMethod;
  const { form, dialog } = useCommandForm({
    schema,
    defaults: { method: method ?? '', detail: detail ?? '', reason: '' },
    toCommand: (valid) => ({
      type: 'update_payment_method',
      method: valid.method,
      detail: valid.method ? valid.detail : null,
    }),
    done: 'Way of payment changed',
    onClose,
  });
  const { errors } = form.formState;
  return (
    <FormDialog title="Change way of payment" action="Save" {...dialog}>
      <SelectField
        label="Paid by"
        placeholder="Not known"
        options={paymentMethodOptions}
        {...form.register('method')}
        error={errors.method?.message}
      />
      <TextField
        label="Card or account"
        description="What tells it from another, such as “Visa ending in 4242”. Optional."
        {...form.register('detail')}
        error={errors.detail?.message}
      />
      <CommandReason required={false} {...form.register('reason')} error={errors.reason?.message} />
    </FormDialog>
  );
}
