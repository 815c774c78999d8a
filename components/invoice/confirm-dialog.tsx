'use client';

import * as z from 'zod/mini';
import type { InvoiceCommand } from '@/lib/invoice/commands';
import { FormDialog } from '../ui/form-dialog';
import { TextField } from '../ui/text-field';
import { useCommandForm } from './use-command-form';

interface Confirmation {
  title: string;
  description: string;
  action: string;
  command: InvoiceCommand;
  done: string;
  reason: 'required' | 'optional';
  danger?: boolean;
}

const confirmations: Record<'finalize' | 'void' | 'discard', Confirmation> = {
  finalize: {
    title: 'Finalize the invoice',
    description:
      'It gets its number and today’s date, and its lines can’t be changed any more. Undo returns it to draft until it is sent or paid.',
    action: 'Finalize',
    command: { type: 'finalize_invoice' },
    done: 'Invoice finalized',
    reason: 'optional',
  },
  void: {
    title: 'Void the invoice',
    description:
      'Nothing is owed on a void invoice. It stays in the list with its number and history, and can be reinstated by undo.',
    action: 'Void',
    command: { type: 'void_invoice' },
    done: 'Invoice voided',
    reason: 'required',
    danger: true,
  },
  discard: {
    title: 'Discard the draft',
    description: 'It stays in the list as discarded, with its history, and can be restored by undo.',
    action: 'Discard',
    command: { type: 'discard_draft' },
    done: 'Draft discarded',
    reason: 'optional',
    danger: true,
  },
};

const optional = z.object({ reason: z.string() });
const required = z.object({
  reason: z.string().check(z.trim(), z.minLength(1, 'Say why, in a few words. It is kept in the history.')),
});

/** Asks before a step in the life of the invoice, and for the reason. */
export function ConfirmDialog({ kind, onClose }: { kind: keyof typeof confirmations; onClose(): void }) {
  const { title, description, action, command, done, reason, danger } = confirmations[kind];
  const { form, submit, problem, pending } = useCommandForm({
    schema: reason === 'required' ? required : optional,
    defaults: { reason: '' },
    toCommand: () => command,
    done,
    onDone: onClose,
  });
  return (
    <FormDialog
      title={title}
      description={description}
      action={action}
      danger={danger ?? false}
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label="Reason"
        description={reason === 'optional' ? 'Optional.' : undefined}
        maxLength={1000}
        {...form.register('reason')}
        error={form.formState.errors.reason?.message}
      />
    </FormDialog>
  );
}
