'use client';

import { useState } from 'react';
import * as z from 'zod/mini';
import { noteText } from '@/lib/invoice/fields';
import { newId } from '../new-id';
import { FormDialog } from '../ui/form-dialog';
import { TextareaField } from '../ui/textarea-field';
import { type InvoiceFormProps, useCommandForm } from './use-command-form';

const schema = z.object({ text: noteText });

/** A note of colleagues, beside the document. */
export function NoteDialog({ onClose }: InvoiceFormProps) {
  const [noteId] = useState(newId);
  const { form, dialog } = useCommandForm({
    schema,
    defaults: { text: '' },
    toCommand: ({ text }) => ({ type: 'add_note', noteId, text }),
    done: 'Note added',
    onClose,
  });
  return (
    <FormDialog
      title="Add note"
      description="For your colleagues. It is not printed on the invoice."
      action="Add note"
      {...dialog}
    >
      <TextareaField
        label="Note"
        rows={4}
        {...form.register('text')}
        error={form.formState.errors.text?.message}
      />
    </FormDialog>
  );
}
