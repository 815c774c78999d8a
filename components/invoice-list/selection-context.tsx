'use client';

import { createContext, type ReactNode, useContext, useMemo, useRef } from 'react';
import {
  between,
  countOf,
  isSelected,
  noSelection,
  type SelectableRow,
  type Selection,
  withRows,
} from './selection';
import { useSelection } from './selection-store';

interface SelectionState {
  selection: Selection;
  count: number;
  /** The rows of this page, in their order. */
  rows: readonly SelectableRow[];
  /** How many match the filters on all pages. */
  matching: number;
  /** The filters as the list's address holds them. */
  filters: string;
  has(id: string): boolean;
  /** @param range from the row that was pressed last, as with the shift key */
  toggle(id: string, selected: boolean, range: boolean): void;
  togglePage(selected: boolean): void;
  selectMatching(): void;
  clear(): void;
}

const Context = createContext<SelectionState | null>(null);

/** What is selected in the list, and what changes it. */
export function useListSelection(): SelectionState {
  const state = useContext(Context);
  if (!state) throw new Error('useListSelection needs SelectionProvider above it.');
  return state;
}

interface SelectionProviderProps extends Pick<SelectionState, 'rows' | 'matching' | 'filters'> {
  children: ReactNode;
}

/** Keeps the selection of a list with these filters. */
export function SelectionProvider({ rows, matching, filters, children }: SelectionProviderProps) {
  const [selection, update] = useSelection(filters);
  const last = useRef<string>(null);
  const state = useMemo<SelectionState>(
    () => ({
      selection,
      count: countOf(selection, matching),
      rows,
      matching,
      filters,
      has: (id) => isSelected(selection, id),
      toggle: (id, selected, range) => {
        const meant = between(rows, range ? last.current : null, id);
        last.current = id;
        update((now) => withRows(now, meant, selected));
      },
      togglePage: (selected) => update((now) => withRows(now, rows, selected)),
      selectMatching: () => update(() => ({ kind: 'matching', except: new Set() })),
      clear: () => update(() => noSelection),
    }),
    [selection, update, rows, matching, filters],
  );
  return <Context value={state}>{children}</Context>;
}
