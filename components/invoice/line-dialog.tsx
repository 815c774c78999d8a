'use client';

import { useState } from 'react';
import * as z from 'zod/mini';
import { quoted } from '@/lib/event-sourcing/isolated';
import type { Line } from '@/lib/invoice/events';
import { emptyLine, lineAsTyped, typedLineFields } from '@/lib/invoice/typed';
import { newId } from '../new-id';
import { FormDialog } from '../ui/form-dialog';
import { LineFields } from './line-fields';
import { type InvoiceFormProps, useCommandForm } from './use-command-form';

/** Adds a line, or changes one. */
export function LineDialog({ invoice, line, onClose }: InvoiceFormProps & { line?: Line }) {
  const { currency } = invoice;
  const [newLineId] = useState(newId);
  const { form, dialog } = useCommandForm({
    schema: z.object(typedLineFields(currency)),
    defaults: line ? lineAsTyped(line, currency) : emptyLine,
    toCommand: (valid) =>
      line
        ? { type: 'change_line', lineId: line.id, amountsIn: currency, ...changedFields(line, valid) }
        : { type: 'add_line', line: { id: newLineId, ...valid }, amountsIn: currency },
    fieldOf: (path) => path.replace(/^line\./, ''),
    done: line ? 'Line changed' : 'Line added',
    onClose,
  });
  return (
    <FormDialog
      title={line ? `Change ${quoted(line.description)}` : 'Add a line'}
      action={line ? 'Save' : 'Add line'}
      {...dialog}
    >
      <LineFields control={form.control} currency={currency} />
    </FormDialog>
  );
}

/** Only what differs from the line as the form found it: the rest is not this form's to set. */
function changedFields<T extends Partial<Line>>(line: Line, valid: T): Partial<T> {
  const entries = Object.entries(valid).filter(([field, value]) => line[field as keyof Line] !== value);
  return Object.fromEntries(entries) as Partial<T>;
}
