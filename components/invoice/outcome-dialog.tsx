'use client';

import * as z from 'zod/mini';
import { calendarDay } from '@/lib/calendar-day';
import { formatMoney } from '@/lib/money';
import { FormDialog } from '../ui/form-dialog';
import { TextField } from '../ui/text-field';
import { CommandReason } from './command-reason';
import { reasonSchema } from './reason-schema';
import { type InvoiceFormProps, useCommandForm } from './use-command-form';
import { useToday } from './use-today';

export type OutcomeCommand = 'settle_refund' | 'fail_refund' | 'win_dispute' | 'lose_dispute';

interface Words {
  title(amount: string): string;
  description: string;
  label: string;
  action: string;
  done: string;
}

const words: Record<OutcomeCommand, Words> = {
  settle_refund: {
    title: (amount) => `The refund of ${amount} has arrived`,
    description: 'The money has reached the customer. That is a fact from outside and can’t be undone.',
    label: 'Arrived on',
    action: 'Mark as settled',
    done: 'Refund settled',
  },
  fail_refund: {
    title: (amount) => `The refund of ${amount} has failed`,
    description:
      'The bank could not pay it out, so it counts as not refunded. That is a fact from outside and can’t be undone; issue another refund instead.',
    label: 'Failed on',
    action: 'Mark as failed',
    done: 'Refund marked as failed',
  },
  win_dispute: {
    title: (amount) => `The dispute over ${amount} is won`,
    description: 'The bank has decided for you, and the payment stays. This can’t be undone.',
    label: 'Decided on',
    action: 'Mark as won',
    done: 'Dispute won',
  },
  lose_dispute: {
    title: (amount) => `The dispute over ${amount} is lost`,
    description: 'The bank has taken the money back, so it is owed again. This can’t be undone.',
    label: 'Decided on',
    action: 'Mark as lost',
    done: 'Dispute lost',
  },
};

interface OutcomeDialogProps extends InvoiceFormProps {
  type: OutcomeCommand;
  /** The refund or the dispute. */
  child: { id: string; amount: number };
}

/** How something ended that was begun: a refund, a dispute. */
export function OutcomeDialog({ invoice, type, child, onClose }: OutcomeDialogProps) {
  const { title, description, label, action, done } = words[type];
  const { form, dialog } = useCommandForm({
    schema: z.object({ day: calendarDay, reason: reasonSchema(type) }),
    defaults: { day: useToday(), reason: '' },
    toCommand: ({ day }) => commandOf(type, child.id, day),
    fieldOf: (path) => (/On$/.test(path) ? 'day' : path),
    done,
    onClose,
  });
  const { errors } = form.formState;
  return (
    <FormDialog
      title={title(formatMoney(child.amount, invoice.currency))}
      description={description}
      action={action}
      {...dialog}
    >
      <TextField label={label} type="date" {...form.register('day')} error={errors.day?.message} />
      <CommandReason required={false} {...form.register('reason')} error={errors.reason?.message} />
    </FormDialog>
  );
}

function commandOf(type: OutcomeCommand, id: string, day: string) {
  switch (type) {
    case 'settle_refund':
      return { type, refundId: id, settledOn: day };
    case 'fail_refund':
      return { type, refundId: id, failedOn: day };
    case 'win_dispute':
    case 'lose_dispute':
      return { type, disputeId: id, closedOn: day };
  }
}
