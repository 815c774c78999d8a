'use client';

import { parseAsInteger, useQueryState } from 'nuqs';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

export interface Moment {
  /** The version in view; the newest is now. */
  version: number;
  isPast: boolean;
  /** Was this moment asked for? Then what changed at it is marked, also where it is the newest. */
  chosen: boolean;
  /** The slider is being dragged: the version in view is not committed yet. */
  held: boolean;
  /** Shows a version while the slider is held: nothing is written to the address. */
  preview(version: number): void;
  /** The slider is not held any more; what is in the address is in view. */
  letGo(): void;
  /**
   * Shows a version and puts it into the address, as one entry for Back. A `step` from one past moment to the next
   * takes the entry's place instead: holding an arrow key must not bury the page one came from.
   */
  show(version: number, options?: { step?: boolean }): void;
  returnToNow(): void;
}

/**
 * Which moment of a record is in view. The address holds the version while it is a past one, so a copied link, a
 * reload and Back all lead to it; now has no parameter, and stays now when something happens.
 */
export function useMoment(newest: number): Moment {
  const [address, setAddress] = useQueryState('version', parseAsInteger.withOptions({ history: 'push' }));
  const [held, setHeld] = useState<number | null>(null);
  const wanted = held ?? address;
  const version = Math.min(Math.max(wanted ?? newest, 1), newest);

  // Read through a ref, so that `show` stays the same function and nobody renders again for it.
  const latest = useRef({ address, newest });
  useEffect(() => {
    latest.current = { address, newest };
  });
  const show = useCallback(
    (next: number, { step = false }: { step?: boolean } = {}) => {
      setHeld(null);
      const { address: from, newest: now } = latest.current;
      const target = next >= now ? null : Math.max(next, 1);
      const history = target === from || (step && from !== null) ? 'replace' : 'push';
      void setAddress(target, { history });
    },
    [setAddress],
  );
  const letGo = useCallback(() => setHeld(null), []);
  const returnToNow = useCallback(() => show(Number.POSITIVE_INFINITY), [show]);
  const isPast = version < newest;
  return useMemo(
    () => ({
      version,
      isPast,
      chosen: wanted !== null,
      held: held !== null,
      preview: setHeld,
      letGo,
      show,
      returnToNow,
    }),
    [version, isPast, wanted, held, letGo, show, returnToNow],
  );
}
