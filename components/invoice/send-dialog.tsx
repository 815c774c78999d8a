'use client';

import { useState } from 'react';
import * as z from 'zod/mini';
import { commandSchemas } from '@/lib/invoice/commands';
import type { Invoice } from '@/lib/invoice/invoice';
import { useRecord } from '../history/record-context';
import { newId } from '../new-id';
import { FormDialog } from '../ui/form-dialog';
import { TextField } from '../ui/text-field';
import { useCommandForm } from './use-command-form';

const schema = z.pick(commandSchemas.send_invoice, { to: true });

/** Notes that the invoice went to the customer: the one thing that nobody can take back. */
export function SendDialog({ onClose }: { onClose(): void }) {
  const { log } = useRecord();
  const invoice = log.state as Invoice;
  const [messageId] = useState(newId);
  const { form, submit, problem, pending } = useCommandForm({
    schema,
    defaults: { to: invoice.customer.email ?? '' },
    toCommand: ({ to }) => ({ type: 'send_invoice', messageId, to, text: null }),
    done: 'Marked as sent',
    onDone: onClose,
  });
  return (
    <FormDialog
      title={`Send ${invoice.number ?? 'the invoice'}`}
      description="Records that the invoice goes to the customer now. A message that is out can’t be undone."
      action="Send"
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label="To"
        type="email"
        autoComplete="off"
        {...form.register('to')}
        error={form.formState.errors.to?.message}
      />
    </FormDialog>
  );
}
