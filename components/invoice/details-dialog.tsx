'use client';

import { useState } from 'react';
import * as z from 'zod/mini';
import { dueDate, memo } from '@/lib/invoice/fields';
import type { Invoice } from '@/lib/invoice/invoice';
import { useRecord } from '../history/record-context';
import { FormDialog } from '../ui/form-dialog';
import { TextField } from '../ui/text-field';
import { TextareaField } from '../ui/textarea-field';
import { useCommandForm } from './use-command-form';

/** An empty field means that there is none. */
const typedDueDate = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text: string) => (text === '' ? null : text)),
  ),
  dueDate,
);
const schema = z.object({ dueDate: typedDueDate, memo, reason: z.string() });

/** Due date and memo, in one operation where both change. */
export function DetailsDialog({ onClose }: { onClose(): void }) {
  const { log } = useRecord();
  // As it was when the form opened: what is not changed here is not sent, whatever others do to it meanwhile.
  const [invoice] = useState(log.state as Invoice);
  const { form, submit, problem, pending } = useCommandForm({
    schema,
    defaults: { dueDate: invoice.dueDate ?? '', memo: invoice.memo ?? '', reason: '' },
    toCommand: (valid) => ({
      type: 'change_details',
      ...(valid.dueDate !== invoice.dueDate && { dueDate: valid.dueDate }),
      ...(valid.memo !== invoice.memo && { memo: valid.memo }),
    }),
    done: 'Details changed',
    onDone: onClose,
  });
  const { errors } = form.formState;
  return (
    <FormDialog
      title="Edit details"
      action="Save"
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label="Due date" type="date" {...form.register('dueDate')} error={errors.dueDate?.message} />
      <TextareaField
        label="Memo"
        description="Printed on the invoice."
        {...form.register('memo')}
        error={errors.memo?.message}
      />
      <TextField
        label="Reason"
        description="Why it changes, for whoever looks at the history. Optional."
        maxLength={1000}
        {...form.register('reason')}
        error={errors.reason?.message}
      />
    </FormDialog>
  );
}
