'use client';

import * as z from 'zod/mini';
import { reasonRequired } from '@/lib/invoice/lawful';
import { FormDialog } from '../ui/form-dialog';
import { ApprovalNote, useNeedsApproval } from './approval-note';
import { CommandReason } from './command-reason';
import type { ConfirmStep } from './confirm-steps';
import { reasonSchema } from './reason-schema';
import { toldBy } from './refund-dialog';
import { type InvoiceFormProps, useCommandForm } from './use-command-form';

/** Asks before a step, and for the reason. */
export function ConfirmDialog({ invoice, step, onClose }: InvoiceFormProps & { step: ConfirmStep }) {
  const { title, description, action, command, done, danger = false, givesUp = null } = step;
  const needsApproval = useNeedsApproval('up', givesUp, invoice);
  const { form, dialog } = useCommandForm({
    schema: z.object({ reason: reasonSchema(command.type) }),
    defaults: { reason: '' },
    toCommand: () => command,
    done: toldBy(done),
    onClose,
  });
  return (
    <FormDialog
      title={title}
      description={description}
      action={needsApproval ? 'Ask for approval' : action}
      danger={danger && !needsApproval}
      {...dialog}
    >
      <ApprovalNote what="Write-offs" needed={needsApproval} />
      <CommandReason
        required={reasonRequired(command.type)}
        {...form.register('reason')}
        error={form.formState.errors.reason?.message}
      />
    </FormDialog>
  );
}
