import type { ReactNode } from 'react';
import type { LeafChange } from '@/lib/event-sourcing/event';
import { Difference } from '../ui/difference';
import { formatChange } from './use-shown-state';

interface ChangedValueProps {
  /** What the event in view did to this leaf, if anything. */
  change: LeafChange | undefined;
  format(value: NonNullable<LeafChange['to']>): string;
  /** Where the old value reads otherwise: an amount, whose currency may have changed with it. */
  formatBefore?(value: NonNullable<LeafChange['from']>): string;
  /** The value as it is, shown where nothing changed. */
  children: ReactNode;
}

/** A value of the document: as it is, or old and new where the event in view changed it. */
export function ChangedValue({ change, format, formatBefore = format, children }: ChangedValueProps) {
  const difference = formatChange(change, format, formatBefore);
  return difference ? <Difference {...difference} /> : children;
}
