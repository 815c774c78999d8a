'use client';

import { useState } from 'react';
import * as z from 'zod/mini';
import type { CustomerCommand } from '@/lib/customer/commands';
import { noteText } from '@/lib/customer/events';
import { useRecordForm } from '../history/use-record-form';
import { newId } from '../new-id';
import { FormDialog } from '../ui/form-dialog';
import { TextareaField } from '../ui/textarea-field';

/** A note about a customer, for colleagues. */
export function NoteDialog({ onClose }: { onClose(): void }) {
  const [id] = useState(newId);
  const { form, submit, problem, pending } = useRecordForm({
    schema: z.object({ text: noteText }),
    defaults: { text: '' },
    toCommand: ({ text }): CustomerCommand => ({ type: 'add_note', note: { id, text } }),
    done: 'Note added',
    onDone: onClose,
    fieldOf: (path) => path.replace('note.', ''),
  });
  return (
    <FormDialog
      title="Add note"
      action="Add note"
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextareaField
        label="Note"
        description="For colleagues; the customer never sees it."
        {...form.register('text')}
        error={form.formState.errors.text?.message}
      />
    </FormDialog>
  );
}
