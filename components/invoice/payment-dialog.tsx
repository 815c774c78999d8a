'use client';

import { useState } from 'react';
import * as z from 'zod/mini';
import { calendarDay, dayIn } from '@/lib/calendar';
import { amount, paymentMethod, paymentMethods } from '@/lib/invoice/fields';
import type { Invoice } from '@/lib/invoice/invoice';
import { paymentMethodLabels } from '@/lib/invoice/labels';
import { totalsOf } from '@/lib/invoice/totals';
import { typedAmount } from '@/lib/invoice/typed';
import { formatMoney, toDecimalText } from '@/lib/money';
import { optionalText } from '@/lib/text';
import { useRecord } from '../history/record-context';
import { newId } from '../new-id';
import { useCompany } from '../shell/company-context';
import { FormDialog } from '../ui/form-dialog';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { AmountField } from './amount-field';
import { useCommandForm } from './use-command-form';

const methods = paymentMethods.map((value) => {
  const label = paymentMethodLabels[value];
  return { value, label: label.charAt(0).toUpperCase() + label.slice(1) };
});

/** Records money that came in; proposes what is still owed. */
export function PaymentDialog({ onClose }: { onClose(): void }) {
  const { log } = useRecord();
  const { timeZone } = useCompany();
  const invoice = log.state as Invoice;
  const { balance } = totalsOf(invoice);
  const [paymentId] = useState(newId);
  const { form, submit, problem, pending } = useCommandForm({
    schema: z.object({
      amount: typedAmount(invoice.currency, amount),
      method: paymentMethod,
      receivedOn: calendarDay,
      reference: optionalText(200),
    }),
    defaults: {
      amount: toDecimalText(Math.max(balance, 0), invoice.currency),
      method: 'bank_transfer',
      receivedOn: dayIn(timeZone, new Date().toISOString()),
      reference: '',
    },
    toCommand: (valid) => ({ type: 'record_payment', paymentId, ...valid }),
    done: 'Payment recorded',
    onDone: onClose,
  });
  const { errors } = form.formState;
  return (
    <FormDialog
      title="Record payment"
      description={`${formatMoney(balance, invoice.currency)} is still owed. This keeps a record; it moves no money.`}
      action="Record payment"
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <AmountField label="Amount" control={form.control} name="amount" currency={invoice.currency} />
      <SelectField
        label="Paid by"
        options={methods}
        {...form.register('method')}
        error={errors.method?.message}
      />
      <TextField
        label="Received on"
        type="date"
        {...form.register('receivedOn')}
        error={errors.receivedOn?.message}
      />
      <TextField
        label="Reference"
        description="As on the bank statement. Optional."
        {...form.register('reference')}
        error={errors.reference?.message}
      />
    </FormDialog>
  );
}
