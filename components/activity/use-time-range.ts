'use client';

import { useState } from 'react';
import type { TimeRange } from '@/lib/activity/time-range';
import type { ActivityControls } from './use-activity-address';

export interface RangeControls {
  range: TimeRange;
  show(range: TimeRange): void;
  /** Why there is no range to go back to, or null. */
  noPrevious: string | null;
  previous(): void;
  reset(): void;
}

const same = (a: TimeRange, b: TimeRange): boolean => a.from === b.from && a.to === b.to;

/** The range of time in the address, and the ones that were shown before it on this page. */
export function useTimeRange({ address, change }: ActivityControls): RangeControls {
  const [former, setFormer] = useState<readonly TimeRange[]>([]);
  const range: TimeRange = { from: address.from, to: address.to };
  const show = (next: TimeRange) => {
    if (same(next, range)) return;
    setFormer([...former, range]);
    change(next);
  };
  // Back may have gone past some of them.
  const last = former.findLastIndex((each) => !same(each, range));
  return {
    range,
    show,
    noPrevious: last < 0 ? 'There is no range before this one.' : null,
    previous: () => {
      const [before] = former.slice(last, last + 1);
      setFormer(former.slice(0, Math.max(last, 0)));
      if (before) change({ from: before.from, to: before.to });
    },
    reset: () => show({ from: null, to: null }),
  };
}
