'use client';

import { useState } from 'react';
import * as z from 'zod/mini';
import { calendarDay } from '@/lib/calendar-day';
import { failureCodes } from '@/lib/invoice/allowed-values';
import { amount, failureCode, failureDetail, paymentMethod } from '@/lib/invoice/fields';
import { capitalized, failureLabels } from '@/lib/invoice/labels';
import { totalsOf } from '@/lib/invoice/totals';
import { typedAmount } from '@/lib/invoice/typed';
import { toDecimalText } from '@/lib/money';
import { newId } from '../new-id';
import { FormDialog } from '../ui/form-dialog';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { AmountField } from './amount-field';
import { paymentMethodOptions } from './payment-methods';
import { type InvoiceFormProps, useCommandForm } from './use-command-form';
import { useToday } from './use-today';

const failures = failureCodes.map((value) => ({ value, label: capitalized(failureLabels[value]) }));

/** Records a payment that did not come, and why. */
export function FailedPaymentDialog({ invoice, onClose }: InvoiceFormProps) {
  const { currency } = invoice;
  const [attemptId] = useState(newId);
  const { form, dialog } = useCommandForm({
    schema: z.object({
      amount: typedAmount(currency, amount),
      method: paymentMethod,
      failedOn: calendarDay,
      code: failureCode,
      detail: failureDetail,
    }),
    defaults: {
      amount: toDecimalText(Math.max(totalsOf(invoice).balance, 0), currency),
      method: invoice.paymentMethod.method ?? 'card',
      failedOn: useToday(),
      code: 'card_declined',
      detail: '',
    },
    toCommand: (valid) => ({ type: 'record_payment_failure', attemptId, amountsIn: currency, ...valid }),
    done: 'Failed payment recorded',
    onClose,
  });
  const { errors } = form.formState;
  return (
    <FormDialog
      title="Record failed payment"
      description="What is owed stays as it is. The failure is kept as a fact: it can’t be undone."
      action="Record failed payment"
      {...dialog}
    >
      <AmountField label="Amount" control={form.control} name="amount" currency={currency} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label="Paid by"
          options={paymentMethodOptions}
          {...form.register('method')}
          error={errors.method?.message}
        />
        <TextField
          label="Failed on"
          type="date"
          {...form.register('failedOn')}
          error={errors.failedOn?.message}
        />
      </div>
      <SelectField
        label="Why it failed"
        options={failures}
        {...form.register('code')}
        error={errors.code?.message}
      />
      <TextField
        label="Detail"
        description="What the bank or the card company said. Optional."
        {...form.register('detail')}
        error={errors.detail?.message}
      />
    </FormDialog>
  );
}
