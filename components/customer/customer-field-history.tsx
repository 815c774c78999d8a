'use client';

import type { Customer } from '@/lib/customer/customer';
import type { FieldHistoryProps, FieldsOf } from '../history/field-history-context';
import { FieldHistoryDialog } from '../history/field-history-dialog';

/** "Why is this value here?" of a customer's details. */
export function CustomerFieldHistory(props: FieldHistoryProps) {
  return <FieldHistoryDialog {...props} fieldsOf={fieldsOf} />;
}

/** A detail by its leaf, a note as `notes.<id>`. */
const fieldsOf: FieldsOf = (id, label) => {
  const field = { label, paths: [id], read: (customer: Customer) => textOf(customer, id) };
  return { field, among: [field] };
};

function textOf({ notes, ...details }: Customer, id: string): string | null {
  const [collection, noteId] = id.split('.', 2);
  if (collection === 'notes') return notes[noteId ?? '']?.text ?? null;
  const value = details[id as keyof typeof details];
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
}
