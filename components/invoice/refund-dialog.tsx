'use client';

import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import type { Recorded } from '@/lib/event-sourcing/event';
import { amount } from '@/lib/invoice/fields';
import type { Invoice } from '@/lib/invoice/invoice';
import { reasonAgainstRefund } from '@/lib/invoice/payment-links';
import { statusOf } from '@/lib/invoice/status';
import { refundable, totalsOf } from '@/lib/invoice/totals';
import { typedAmount } from '@/lib/invoice/typed';
import { formatMoney, parseMoney, toDecimalText } from '@/lib/money';
import { newId } from '../new-id';
import { FormDialog } from '../ui/form-dialog';
import { SelectField } from '../ui/select-field';
import { AmountField } from './amount-field';
import { ApprovalNote, useNeedsApproval } from './approval-note';
import { CommandReason } from './command-reason';
import { paymentOptions } from './payment-choice';
import { reasonSchema } from './reason-schema';
import { type InvoiceFormProps, useCommandForm } from './use-command-form';

interface RefundDialogProps extends InvoiceFormProps {
  /** The payment to begin with. */
  paymentId?: string | undefined;
}

/** Gives a payment back, or a part of it. Above the company's limit it asks a second person. */
export function RefundDialog({ invoice, paymentId, onClose }: RefundDialogProps) {
  const { currency } = invoice;
  const options = paymentOptions(invoice, reasonAgainstRefund);
  const first = options.find(({ value }) => value === paymentId) ?? options[0];
  const [refundId] = useState(newId);
  const proposed = (id: string) => toDecimalText(proposal(invoice, id), currency);
  const { form, dialog } = useCommandForm({
    schema: z.object({
      paymentId: z.string(),
      amount: typedAmount(currency, amount),
      reason: reasonSchema('issue_refund'),
    }),
    defaults: { paymentId: first?.value ?? '', amount: first ? proposed(first.value) : '', reason: '' },
    toCommand: ({ reason: _, ...valid }) => ({
      type: 'issue_refund',
      refundId,
      amountsIn: currency,
      ...valid,
    }),
    done: toldBy('Refund issued'),
    onClose,
  });
  const [chosen, text] = useWatch({ control: form.control, name: ['paymentId', 'amount'] });
  const typed = parseMoney(text ?? '', currency);
  const needsApproval = useNeedsApproval('back', 'amount' in typed ? typed.amount : null, invoice);
  const most = refundable(invoice, chosen ?? '');
  const { errors } = form.formState;
  return (
    <FormDialog
      title="Refund"
      description={
        statusOf(invoice) === 'paid'
          ? 'What was paid too much is returned; the rest is given back for good, and not owed again. This keeps a record; the bank moves the money.'
          : 'The amount is owed again, because the invoice is not paid in full. This keeps a record; the bank moves the money.'
      }
      action={needsApproval ? 'Ask for approval' : 'Issue refund'}
      {...dialog}
    >
      <SelectField
        label="Of the payment"
        options={options}
        {...form.register('paymentId', {
          onChange: ({ target }) => form.setValue('amount', proposed(target.value)),
        })}
        error={errors.paymentId?.message}
      />
      <AmountField
        label="Amount"
        description={`At most ${formatMoney(most, currency)} of this payment.`}
        control={form.control}
        name="amount"
        currency={currency}
      />
      <ApprovalNote what="Refunds" needed={needsApproval} />
      <CommandReason required {...form.register('reason')} error={errors.reason?.message} />
    </FormDialog>
  );
}

/** What was paid too much where something was, else all that is left of the payment. */
function proposal(invoice: Invoice, paymentId: string): number {
  const { balance } = totalsOf(invoice);
  const most = refundable(invoice, paymentId);
  return balance < 0 ? Math.min(-balance, most) : most;
}

/** What became of a command that may have to wait for a second person. */
export function toldBy(done: string) {
  return (events: readonly Recorded[]): string =>
    events.some(({ type }) => type === 'approval_requested') ? 'Sent to a manager for approval' : done;
}
