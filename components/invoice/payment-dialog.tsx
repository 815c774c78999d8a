'use client';

import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { calendarDay } from '@/lib/calendar-day';
import { amount, paymentMethod, reference } from '@/lib/invoice/fields';
import { totalsOf } from '@/lib/invoice/totals';
import { typedAmount } from '@/lib/invoice/typed';
import { formatMoney, parseMoney, toDecimalText } from '@/lib/money';
import { newId } from '../new-id';
import { FormDialog } from '../ui/form-dialog';
import { FormNote } from '../ui/form-note';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { AmountField } from './amount-field';
import { CommandReason } from './command-reason';
import { paymentMethodOptions } from './payment-methods';
import { reasonSchema } from './reason-schema';
import { type InvoiceFormProps, useCommandForm } from './use-command-form';
import { useToday } from './use-today';

/** Records money that came in; proposes what is still owed. More than that is a fact, too, and only pointed out. */
export function PaymentDialog({ invoice, onClose }: InvoiceFormProps) {
  const { currency } = invoice;
  const { balance } = totalsOf(invoice);
  const [paymentId] = useState(newId);
  const { form, dialog } = useCommandForm({
    schema: z.object({
      amount: typedAmount(currency, amount),
      method: paymentMethod,
      receivedOn: calendarDay,
      reference,
      reason: reasonSchema('record_payment'),
    }),
    defaults: {
      amount: toDecimalText(Math.max(balance, 0), currency),
      method: invoice.paymentMethod.method ?? 'bank_transfer',
      receivedOn: useToday(),
      reference: '',
      reason: '',
    },
    toCommand: ({ reason: _, ...valid }) => ({
      type: 'record_payment',
      paymentId,
      amountsIn: currency,
      ...valid,
    }),
    done: 'Payment recorded',
    onClose,
  });
  const typed = parseMoney(useWatch({ control: form.control, name: 'amount' }) ?? '', currency);
  const over = 'amount' in typed ? typed.amount - Math.max(balance, 0) : 0;
  const { errors } = form.formState;
  return (
    <FormDialog
      title="Record payment"
      description={`${formatMoney(Math.max(balance, 0), currency)} is still owed. This keeps a record; it moves no money.`}
      action="Record payment"
      {...dialog}
    >
      <AmountField label="Amount" control={form.control} name="amount" currency={currency} />
      <FormNote tone="caution">
        {over > 0
          ? `This is ${formatMoney(over, currency)} more than is owed. If that is what came in, record it: the invoice is overpaid until you refund it.`
          : null}
      </FormNote>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label="Paid by"
          options={paymentMethodOptions}
          {...form.register('method')}
          error={errors.method?.message}
        />
        <TextField
          label="Received on"
          type="date"
          {...form.register('receivedOn')}
          error={errors.receivedOn?.message}
        />
      </div>
      <TextField
        label="Reference"
        description="As on the bank statement. Optional."
        {...form.register('reference')}
        error={errors.reference?.message}
      />
      <CommandReason required={false} {...form.register('reason')} error={errors.reason?.message} />
    </FormDialog>
  );
}
