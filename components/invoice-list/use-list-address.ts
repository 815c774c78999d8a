'use client';

import { type Options, useQueryStates } from 'nuqs';
import { type TransitionStartFunction, useCallback } from 'react';
import { type ListAddress, listParsers, noFilterAddress, type Sorting } from './list-address';

type Change = Partial<Omit<ListAddress, 'after' | 'before'>>;

/** What the controls of the list change in its address. Every change begins again at the first page. */
export interface ListControls {
  /** At once what has been chosen, even while its rows are still on their way. */
  address: ListAddress;
  change(change: Change, options?: Options): void;
  search(text: string): void;
  sort(sorting: Sorting): void;
  clear(): void;
}

/**
 * The address of the list, and what changes it.
 *
 * @param shown the state whose rows are shown now
 */
export function useListAddress(shown: ListAddress, startTransition: TransitionStartFunction): ListControls {
  const [address, setAddress] = useQueryStates(listParsers, {
    shallow: false,
    history: 'push',
    startTransition,
  });
  const change = useCallback(
    (changed: Change, options?: Options) => {
      void setAddress({ ...changed, after: null, before: null }, options);
    },
    [setAddress],
  );
  const searched = shown.q !== '';
  // Back takes the whole search away, not one letter of it.
  const search = useCallback(
    (q: string) => change({ q }, { history: searched ? 'replace' : 'push' }),
    [change, searched],
  );
  const sort = useCallback((sorting: Sorting) => change({ sort: sorting }), [change]);
  const clear = useCallback(() => change(noFilterAddress), [change]);
  return { address, change, search, sort, clear };
}
