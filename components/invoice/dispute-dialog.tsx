'use client';

import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { calendarDay } from '@/lib/calendar-day';
import { disputeCategories } from '@/lib/invoice/allowed-values';
import { amount, disputeCategory, reference } from '@/lib/invoice/fields';
import { capitalized, disputeLabels } from '@/lib/invoice/labels';
import { reasonAgainstDispute } from '@/lib/invoice/payment-links';
import { refundable } from '@/lib/invoice/totals';
import { typedAmount } from '@/lib/invoice/typed';
import { formatMoney, toDecimalText } from '@/lib/money';
import { newId } from '../new-id';
import { FormDialog } from '../ui/form-dialog';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { AmountField } from './amount-field';
import { CommandReason } from './command-reason';
import { paymentOptions } from './payment-choice';
import { reasonSchema } from './reason-schema';
import { type InvoiceFormProps, useCommandForm } from './use-command-form';
import { useToday } from './use-today';

const categories = disputeCategories.map((value) => ({ value, label: capitalized(disputeLabels[value]) }));

interface DisputeDialogProps extends InvoiceFormProps {
  /** The payment to begin with. */
  paymentId?: string | undefined;
}

/** Records that the customer disputes a payment with the bank. */
export function DisputeDialog({ invoice, paymentId, onClose }: DisputeDialogProps) {
  const { currency } = invoice;
  const options = paymentOptions(invoice, reasonAgainstDispute);
  const first = options.find(({ value }) => value === paymentId) ?? options[0];
  const [disputeId] = useState(newId);
  const most = (id: string) => refundable(invoice, id);
  const { form, dialog } = useCommandForm({
    schema: z.object({
      paymentId: z.string(),
      amount: typedAmount(currency, amount),
      category: disputeCategory,
      openedOn: calendarDay,
      reference,
      reason: reasonSchema('open_dispute'),
    }),
    defaults: {
      paymentId: first?.value ?? '',
      amount: first ? toDecimalText(most(first.value), currency) : '',
      category: 'duplicate',
      openedOn: useToday(),
      reference: '',
      reason: '',
    },
    toCommand: ({ reason: _, ...valid }) => ({
      type: 'open_dispute',
      disputeId,
      amountsIn: currency,
      ...valid,
    }),
    done: 'Dispute recorded',
    onClose,
  });
  const chosen = useWatch({ control: form.control, name: 'paymentId' }) ?? '';
  const { errors } = form.formState;
  return (
    <FormDialog
      title="Record dispute"
      description="The customer has gone to the bank about a payment. It counts as paid until the bank decides."
      action="Record dispute"
      {...dialog}
    >
      <SelectField
        label="Of the payment"
        options={options}
        {...form.register('paymentId', {
          onChange: ({ target }) => form.setValue('amount', toDecimalText(most(target.value), currency)),
        })}
        error={errors.paymentId?.message}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <AmountField
          label="Amount"
          description={`At most ${formatMoney(most(chosen), currency)}.`}
          control={form.control}
          name="amount"
          currency={currency}
        />
        <TextField
          label="Opened on"
          type="date"
          {...form.register('openedOn')}
          error={errors.openedOn?.message}
        />
      </div>
      <SelectField
        label="What the customer says"
        options={categories}
        {...form.register('category')}
        error={errors.category?.message}
      />
      <TextField
        label="Reference"
        description="The bank’s number for the case. Optional."
        {...form.register('reference')}
        error={errors.reference?.message}
      />
      <CommandReason required={false} {...form.register('reason')} error={errors.reason?.message} />
    </FormDialog>
  );
}
