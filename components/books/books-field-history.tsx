'use client';

import type { Books } from '@/lib/books/books';
import { formatDay } from '@/lib/calendar';
import type { FieldHistoryProps, FieldsOf } from '../history/field-history-context';
import { FieldHistoryDialog } from '../history/field-history-dialog';

/** "Why is this value here?" of the accounting periods: through which day they are closed. */
export function BooksFieldHistory(props: FieldHistoryProps) {
  return <FieldHistoryDialog {...props} fieldsOf={fieldsOf} />;
}

const fieldsOf: FieldsOf = (id, label) => {
  const read = ({ closedThrough }: Books) => closedThrough && formatDay(closedThrough);
  const field = { label, paths: [id], read };
  return { field, among: [field] };
};
