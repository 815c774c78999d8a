'use client';

import { parseAsInteger, useQueryState } from 'nuqs';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { LoadedRecord } from './loaded-record';

export interface Moment {
  /** The version in view; the newest is now. The page holds it. */
  version: number;
  /** Where the slider stands instead, while that is on its way to the page; else null. */
  pending: number | null;
  isPast: boolean;
  /** Was this moment asked for? Then what changed at it is marked, also where it is the newest. */
  chosen: boolean;
  /** The slider is being dragged, or plays: the version in view is not committed yet. */
  held: boolean;
  /** It plays, so it rests at every event. */
  plays: boolean;
  /** Shows a version while the slider is held: nothing is written to the address. */
  preview(version: number, options?: { plays?: boolean }): void;
  /** The slider is not held any more; what is in the address is in view. */
  letGo(): void;
  /**
   * Shows a version and puts it into the address, as one entry for Back. A `step` from one past moment to the next
   * takes the entry's place instead: holding an arrow key must not bury the page one came from.
   */
  show(version: number, options?: { step?: boolean }): void;
  returnToNow(): void;
}

const notHeld = { held: null, plays: false };

/** How long the slider rests where nothing is loaded before it is asked for, in milliseconds. */
const restsAfter = 120;

/**
 * Which moment of a record is in view. The address holds the version while it is a past one, so a copied link, a
 * reload and Back all lead to it; now has no parameter, and stays now when something happens. Of a moment that is not
 * here yet, the nearest that is stands in for as long as it takes.
 */
export function useMoment(loaded: LoadedRecord, want: (version: number) => void): Moment {
  const newest = loaded.log.version;
  const [address, setAddress] = useQueryState('version', parseAsInteger.withOptions({ history: 'push' }));
  const [{ held, plays }, setHeld] = useState<{ held: number | null; plays: boolean }>(notHeld);
  const wanted = held ?? address;
  const target = Math.min(Math.max(wanted ?? newest, 1), newest);
  const version = loaded.nearest(target);
  const pending = version === target ? null : target;
  const isHeld = held !== null;
  useEffect(() => {
    if (pending === null) return;
    const timer = window.setTimeout(() => want(pending), isHeld ? restsAfter : 0);
    return () => window.clearTimeout(timer);
  }, [pending, isHeld, want]);

  // Read through a ref, so that `show` stays the same function and nobody renders again for it.
  const latest = useRef({ address, newest });
  useEffect(() => {
    latest.current = { address, newest };
  });
  const show = useCallback(
    (next: number, { step = false }: { step?: boolean } = {}) => {
      setHeld(notHeld);
      const { address: from, newest: now } = latest.current;
      const target = next >= now ? null : Math.max(next, 1);
      const history = target === from || (step && from !== null) ? 'replace' : 'push';
      void setAddress(target, { history });
    },
    [setAddress],
  );
  const preview = useCallback(
    (next: number, { plays = false }: { plays?: boolean } = {}) => setHeld({ held: next, plays }),
    [],
  );
  const letGo = useCallback(() => setHeld(notHeld), []);
  const returnToNow = useCallback(() => show(Number.POSITIVE_INFINITY), [show]);
  const isPast = version < newest;
  return useMemo(
    () => ({
      version,
      pending,
      isPast,
      chosen: wanted !== null,
      held: isHeld,
      plays,
      preview,
      letGo,
      show,
      returnToNow,
    }),
    [version, pending, isPast, wanted, isHeld, plays, preview, letGo, show, returnToNow],
  );
}
