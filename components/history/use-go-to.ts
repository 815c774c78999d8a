'use client';

import { useRecord } from './record-context';

/** The row of an event in the history, by the control that shows its moment; null while it is not on the page. */
export function rowControl(version: number): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[role="feed"] [data-version="${version}"] [data-moment]`);
}

/** Longer than it takes to load and to scroll to a row; whoever waits longer has turned to something else. */
const patience = 5000;

/** Moves the focus to the row of an event: at once, or as soon as the history has scrolled to it. */
export function focusRow(version: number): void {
  const here = rowControl(version);
  const feed = document.querySelector('[role="feed"]');
  if (here || !feed) {
    here?.focus();
    return;
  }
  const observer = new MutationObserver(() => {
    const row = rowControl(version);
    if (!row) return;
    observer.disconnect();
    row.focus();
  });
  observer.observe(feed, { childList: true, subtree: true });
  window.setTimeout(() => observer.disconnect(), patience);
}

/** Moves the slider to an event, and the focus to its row. */
export function useGoTo(): (version: number) => void {
  const { show } = useRecord();
  return (version) => {
    show(version);
    focusRow(version);
  };
}
