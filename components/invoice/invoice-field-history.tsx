'use client';

import type { FieldHistoryProps } from '../history/field-history-context';
import { FieldHistoryDialog } from '../history/field-history-dialog';
import { fieldsOf } from './document-fields';

/** "Why is this value here?" of an invoice's document. */
export function InvoiceFieldHistory(props: FieldHistoryProps) {
  return <FieldHistoryDialog {...props} fieldsOf={fieldsOf} />;
}
