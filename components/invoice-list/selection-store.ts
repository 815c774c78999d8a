'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { noSelection, type Selection } from './selection';

/**
 * What is selected in this tab, for each set of filters: so it outlives paging, sorting and a look at a record, and
 * nothing is ever selected that the filters of the moment do not show.
 */
const selections = new Map<string, Selection>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** @param filters the filters as the list's address holds them */
export function useSelection(filters: string): [Selection, (change: (now: Selection) => Selection) => void] {
  const selection = useSyncExternalStore(
    subscribe,
    () => selections.get(filters) ?? noSelection,
    () => noSelection,
  );
  const update = useCallback(
    (change: (now: Selection) => Selection) => {
      selections.set(filters, change(selections.get(filters) ?? noSelection));
      for (const listener of listeners) listener();
    },
    [filters],
  );
  return [selection, update];
}

/** Nothing is selected any more: what was chosen has been done. */
export function forgetSelections(): void {
  selections.clear();
  for (const listener of listeners) listener();
}
