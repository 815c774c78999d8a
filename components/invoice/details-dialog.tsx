'use client';

import * as z from 'zod/mini';
import { dueDate, memo } from '@/lib/invoice/fields';
import { typedOptional } from '@/lib/invoice/typed';
import { FormDialog } from '../ui/form-dialog';
import { TextField } from '../ui/text-field';
import { TextareaField } from '../ui/textarea-field';
import { CommandReason } from './command-reason';
import { reasonSchema } from './reason-schema';
import { type InvoiceFormProps, useCommandForm } from './use-command-form';

const schema = z.object({ dueDate: typedOptional(dueDate), memo, reason: reasonSchema('change_details') });

/** Due date and memo, in one operation where both change. */
export function DetailsDialog({ invoice, onClose }: InvoiceFormProps) {
  const { form, dialog } = useCommandForm({
    schema,
    defaults: { dueDate: invoice.dueDate ?? '', memo: invoice.memo ?? '', reason: '' },
    toCommand: (valid) => ({
      type: 'change_details',
      ...(valid.dueDate !== invoice.dueDate && { dueDate: valid.dueDate }),
      ...(valid.memo !== invoice.memo && { memo: valid.memo }),
    }),
    done: 'Details changed',
    onClose,
  });
  const { errors } = form.formState;
  return (
    <FormDialog title="Edit details" action="Save" {...dialog}>
      <TextField label="Due date" type="date" {...form.register('dueDate')} error={errors.dueDate?.message} />
      <TextareaField
        label="Memo"
        description="Printed on the invoice."
        {...form.register('memo')}
        error={errors.memo?.message}
      />
      <CommandReason required={false} {...form.register('reason')} error={errors.reason?.message} />
    </FormDialog>
  );
}
