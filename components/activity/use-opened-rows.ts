'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { articleOf } from './feed-keys';

/** The keys of the rows whose details are open: a row that goes out of sight is taken away, and comes back as it was. */
export function useOpenedRows(feed: RefObject<HTMLElement | null>): RefObject<Set<string>> {
  const opened = useRef(new Set<string>());
  useEffect(() => {
    const onToggle = ({ target }: Event) => {
      const key = articleOf(target)?.parentElement?.dataset.key;
      if (key === undefined || !(target instanceof HTMLDetailsElement)) return;
      if (target.open) opened.current.add(key);
      else opened.current.delete(key);
    };
    const element = feed.current;
    // It does not bubble.
    element?.addEventListener('toggle', onToggle, true);
    return () => element?.removeEventListener('toggle', onToggle, true);
  }, [feed]);
  return opened;
}

/** Opens the details of a row. */
export function openDetails(row: HTMLElement): void {
  const details = row.querySelector('details');
  if (details && !details.open) details.open = true;
}
