'use client';

import { createContext, type ReactNode, useContext, useMemo, useRef } from 'react';
import { noSelection, withRows } from '../invoice-list/selection';
import { useSelection } from '../invoice-list/selection-store';
import { idsBetween } from './picked';

interface Picks {
  /** Everything that is picked under these filters, on whichever page. */
  ids: ReadonlySet<string>;
  /** The events of this page, in their order. */
  order: readonly string[];
  /** @param range from what was pressed last, as with the shift key */
  pick(ids: readonly string[], picked: boolean, range: boolean): void;
  clear(): void;
}

const Context = createContext<Picks | null>(null);

/** What is picked in the feed, and what changes it. */
export function usePicks(): Picks {
  const picks = useContext(Context);
  if (!picks) throw new Error('usePicks needs PickProvider above it.');
  return picks;
}

interface PickProviderProps {
  order: readonly string[];
  /** The address of the feed without its page: what is picked outlives paging, and is of these filters only. */
  filters: string;
  children: ReactNode;
}

/** Keeps what is picked of a feed with these filters. */
export function PickProvider({ order, filters, children }: PickProviderProps) {
  const [selection, update] = useSelection(`activity ${filters}`);
  const last = useRef<readonly string[]>([]);
  const picks = useMemo<Picks>(() => {
    return {
      ids: new Set(selection.kind === 'these' ? selection.rows.keys() : []),
      order,
      pick: (ids, picked, range) => {
        const meant = range ? idsBetween(order, last.current, ids) : ids;
        last.current = ids;
        const rows = meant.map((id) => ({ id, title: '' }));
        update((now) => withRows(now, rows, picked));
      },
      clear: () => {
        last.current = [];
        update(() => noSelection);
      },
    };
  }, [selection, update, order]);
  return <Context value={picks}>{children}</Context>;
}
