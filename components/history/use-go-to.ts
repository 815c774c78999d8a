'use client';

import { useRecord } from './record-context';

/** The row of an event in the history, by the control that shows its moment; null while it is not on the page. */
export function rowControl(version: number): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[role="feed"] [data-version="${version}"] [data-moment]`);
}

/** Moves the slider to an event, and the focus to its row. */
export function useGoTo(): (version: number) => void {
  const { show } = useRecord();
  return (version) => {
    show(version);
    rowControl(version)?.focus();
  };
}
