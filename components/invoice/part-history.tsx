'use client';

import { useMemo } from 'react';
import { FieldHistoryButton } from '../history/field-history-button';
import { partField } from './document-fields';
import type { Collection } from './parts-in-view';

interface PartHistoryProps {
  collection: Collection;
  id: string;
  /** "Payment of €40.00, 12 Nov 2026". */
  label: string;
  className?: string;
}

/** Asks why a part of the document is here, and as it is. */
export function PartHistory({ collection, id, label, className }: PartHistoryProps) {
  const field = useMemo(() => partField(collection, id, label), [collection, id, label]);
  return <FieldHistoryButton field={field} className={className} />;
}
