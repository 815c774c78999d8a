'use client';

import { useState } from 'react';
import * as z from 'zod/mini';
import { messageText, recipient } from '@/lib/invoice/fields';
import { statusOf } from '@/lib/invoice/status';
import { newId } from '../new-id';
import { FormDialog } from '../ui/form-dialog';
import { TextField } from '../ui/text-field';
import { TextareaField } from '../ui/textarea-field';
import { type InvoiceFormProps, useCommandForm } from './use-command-form';

const schema = z.object({ to: recipient, text: messageText });

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

interface SendDialogProps extends InvoiceFormProps {
  type: 'send_invoice' | 'send_reminder';
}

/** Notes that a message went to the customer: the one thing that nobody can take back. */
export function SendDialog({ invoice, type, onClose }: SendDialogProps) {
  const [messageId] = useState(newId);
  const paid = statusOf(invoice) === 'paid';
  const { title, what, action, done } =
    words[type === 'send_reminder' ? 'reminder' : paid ? 'receipt' : 'invoice'];
  const { form, dialog } = useCommandForm({
    schema,
    defaults: { to: invoice.customer.email ?? '', text: '' },
    toCommand: (valid) => ({ type, messageId, ...valid }),
    done,
    onClose,
  });
  const { errors } = form.formState;
  return (
    <FormDialog
      title={`${title} ${invoice.number ?? 'the invoice'}`}
      description={`Records that ${what} goes to the customer now. A message that is out can’t be undone.`}
      action={action}
      {...dialog}
    >
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
