'use client';

import type { Changes, Leaf, LeafChange } from '@/lib/event-sourcing/event';
import { useMomentInView, useRecord } from './record-context';

const nothing: Changes = {};

/** The record's state at the moment in view, and what the event there changed: nothing is marked unless it was chosen. */
export function useShownState<S extends object>(): { state: S; before: S; changes: Changes } {
  const { loaded } = useRecord();
  const { version, chosen } = useMomentInView();
  return {
    before: loaded.before(version) as S,
    state: loaded.after(version) as S,
    changes: chosen ? loaded.event(version).changes : nothing,
  };
}

/**
 * One leaf's change in words, for `Difference`; null on a side where there was or is nothing. Null where there is
 * nothing to tell: a creation says of what it has not that it has it not.
 */
export function formatChange(
  change: LeafChange | undefined,
  format: (value: NonNullable<Leaf>) => string,
  formatBefore = format,
): { before: string | null; after: string | null } | null {
  if (!change) return null;
  const side = (value: Leaf | undefined, inWords: typeof format) =>
    value === undefined || value === null ? null : inWords(value);
  const [before, after] = [side(change.from, formatBefore), side(change.to, format)];
  return before === null && after === null ? null : { before, after };
}
