'use client';

import { useEffect, useRef, useState } from 'react';

/** How long a pause in typing is, in milliseconds. */
const pause = 250;

export interface TypedSearch {
  text: string;
  type(text: string): void;
  /** Puts it into the address at once. */
  submit(): void;
  /** What was typed counts no more. */
  forget(): void;
}

/**
 * What is being typed into a search field, before it goes into the address. Whoever follows a link in the meantime
 * leaves the page: a search that went into the address after that would bring them back.
 *
 * @param shown the search in the address
 */
export function useTypedSearch(shown: string, search: (text: string) => void): TypedSearch {
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<number>(undefined);

  useEffect(() => {
    const stop = () => window.clearTimeout(timer.current);
    const leave = (event: MouseEvent) => (event.target as Element).closest('a') && stop();
    document.addEventListener('click', leave, true);
    return () => {
      document.removeEventListener('click', leave, true);
      stop();
    };
  }, []);

  const commit = (text: string) => {
    window.clearTimeout(timer.current);
    setTyped(null);
    search(text);
  };
  const type = (text: string) => {
    setTyped(text);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(commit, pause, text);
  };
  const forget = () => {
    window.clearTimeout(timer.current);
    setTyped(null);
  };
  return { text: typed ?? shown, type, submit: () => commit(typed ?? shown), forget };
}
