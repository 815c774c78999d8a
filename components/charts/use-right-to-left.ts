import { useSyncExternalStore } from 'react';

/** Is the page written from right to left? A drawing has no logical directions, so it must be told. */
export function useRightToLeft(): boolean {
  return useSyncExternalStore(onTurn, isTurned, () => false);
}

const isTurned = () => document.documentElement.dir === 'rtl';

function onTurn(tell: () => void): () => void {
  const observer = new MutationObserver(tell);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['dir'] });
  return () => observer.disconnect();
}
