'use client';

import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { amount } from '@/lib/invoice/fields';
import type { Invoice } from '@/lib/invoice/invoice';
import { totalsOf } from '@/lib/invoice/totals';
import { typedAmount } from '@/lib/invoice/typed';
import { formatMoney, parseMoney, toDecimalText } from '@/lib/money';
import { newId } from '../new-id';
import { FormDialog } from '../ui/form-dialog';
import { AmountField } from './amount-field';
import { ApprovalNote, useNeedsApproval } from './approval-note';
import { CommandReason } from './command-reason';
import { CreditSplit } from './credit-split';
import { reasonSchema } from './reason-schema';
import { toldBy } from './refund-dialog';
import { type InvoiceFormProps, useCommandForm } from './use-command-form';

/** Takes an amount off what the invoice asks for, with tax, by a document of its own number. */
export function CreditNoteDialog({ invoice, onClose }: InvoiceFormProps) {
  const { currency } = invoice;
  const most = stillToCredit(invoice);
  const [creditId] = useState(newId);
  const { form, dialog } = useCommandForm({
    schema: z.object({
      amount: typedAmount(currency, amount),
      reason: reasonSchema('issue_credit_note'),
    }),
    defaults: { amount: toDecimalText(most, currency), reason: '' },
    toCommand: (valid) => ({
      type: 'issue_credit_note',
      creditId,
      amount: valid.amount,
      amountsIn: currency,
    }),
    done: toldBy('Credit note issued'),
    onClose,
  });
  const read = parseMoney(useWatch({ control: form.control, name: 'amount' }) ?? '', currency);
  const typed = 'amount' in read ? read.amount : null;
  const needsApproval = useNeedsApproval('up', typed, invoice);
  const { errors } = form.formState;
  return (
    <FormDialog
      title="Issue credit note"
      description="It gets a number of its own, and what it credits is not owed any more."
      action={needsApproval ? 'Ask for approval' : 'Issue credit note'}
      {...dialog}
    >
      <AmountField
        label="Amount"
        description={`With tax. At most ${formatMoney(most, currency)} of this invoice.`}
        control={form.control}
        name="amount"
        currency={currency}
      />
      {typed !== null && typed > 0 && typed <= most ? <CreditSplit invoice={invoice} amount={typed} /> : null}
      <ApprovalNote what="Credit notes" needed={needsApproval} />
      <CommandReason required {...form.register('reason')} error={errors.reason?.message} />
    </FormDialog>
  );
}

function stillToCredit(invoice: Invoice): number {
  const { total, credited } = totalsOf(invoice);
  return total - credited;
}
