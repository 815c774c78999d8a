'use client';

import { useState } from 'react';
import * as z from 'zod/mini';
import type { Recorded } from '@/lib/event-sourcing/event';
import type { Message } from '@/lib/invoice/events';
import { messageText, recipient } from '@/lib/invoice/fields';
import { canSendReceipt, type SendableKind, sendableKinds, sentNext } from '@/lib/invoice/what-is-sent';
import { newId } from '../new-id';
import { FormDialog } from '../ui/form-dialog';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { TextareaField } from '../ui/textarea-field';
import { type InvoiceFormProps, useCommandForm } from './use-command-form';

const schema = z.object({ kind: z.enum(sendableKinds), to: recipient, text: messageText });

const words = {
  invoice: { title: 'Send', what: 'the invoice', action: 'Send', done: 'Marked as sent' },
  receipt: {
    title: 'Send a receipt for',
    what: 'a receipt',
    action: 'Send receipt',
    done: 'Receipt marked as sent',
  },
  reminder: {
    title: 'Send a reminder of',
    what: 'a reminder',
    action: 'Send reminder',
    done: 'Reminder marked as sent',
  },
};

const kinds: { value: SendableKind; label: string }[] = [
  { value: 'receipt', label: 'A receipt' },
  { value: 'invoice', label: 'The invoice' },
];

const isReceipt = ({ payload }: Recorded): boolean =>
  (payload as { message?: Message }).message?.kind === 'receipt';

interface SendDialogProps extends InvoiceFormProps {
  type: 'send_invoice' | 'send_reminder';
}

/** Notes that a message went to the customer: the one thing that nobody can take back. */
export function SendDialog({ invoice, type, onClose }: SendDialogProps) {
  const [messageId] = useState(newId);
  const wordsFor = (kind: SendableKind) => words[type === 'send_reminder' ? 'reminder' : kind];
  const { form, dialog } = useCommandForm({
    schema,
    defaults: { kind: sentNext(invoice), to: invoice.customer.email ?? '', text: '' },
    toCommand: ({ kind, ...valid }) => ({
      type,
      messageId,
      ...(type === 'send_invoice' && { kind }),
      ...valid,
    }),
    done: (events) => wordsFor(events.some(isReceipt) ? 'receipt' : 'invoice').done,
    onClose,
  });
  const { title, what, action } = wordsFor(form.watch('kind'));
  const { errors } = form.formState;
  return (
    <FormDialog
      title={`${title} ${invoice.number ?? 'the invoice'}`}
      description={`Records that ${what} goes to the customer now. A message that is out can’t be undone.`}
      action={action}
      {...dialog}
    >
      {type === 'send_invoice' && canSendReceipt(invoice) ? (
        <SelectField label="What" options={kinds} {...form.register('kind')} error={errors.kind?.message} />
      ) : null}
      <TextField
        label="To"
        type="email"
        autoComplete="off"
        {...form.register('to')}
        error={errors.to?.message}
      />
      <TextareaField
        label="Message"
        description="What you write to the customer with it. Optional."
        {...form.register('text')}
        error={errors.text?.message}
      />
    </FormDialog>
  );
}
