'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TimeRange } from '@/lib/activity/time-range';
import { receiveTotals, type SentTotals } from '@/lib/invoice/sent-totals';
import { accumulate, type StatusTotals } from '@/lib/invoice/status-totals';
import type { PastSense } from '@/lib/past-sense';
import { activityHref } from '../activity/activity-address';
import { stepHref } from './step-address';

/** How long what was read of the past is as good as new, in milliseconds: late events are rare. */
const freshFor = 60_000;

/**
 * The totals at every bound of a window's bars, read once beside the page, so that dragging through the window asks
 * nobody. Null until they are there.
 */
export function useTotalsOverTime(
  { from, to }: TimeRange,
  bounds: readonly string[],
  sense: PastSense,
): readonly (readonly StatusTotals[])[] | null {
  const { data } = useQuery({
    queryKey: ['totals over time', from, to, bounds.at(0), bounds.at(-1), sense],
    queryFn: async ({ signal }): Promise<SentTotals> => {
      const response = await fetch(
        stepHref(activityHref('/api/time-machine/totals', { from, to }), { sense }),
        { signal },
      );
      if (!response.ok) throw new Error('The totals over time could not be read.');
      return response.json();
    },
    staleTime: freshFor,
  });
  return useMemo(() => {
    // A bar may have begun between the page and this; the page will have it when it is read again.
    if (!data || data.bounds.length !== bounds.length || data.bounds[0] !== bounds[0]) return null;
    return accumulate(receiveTotals(data));
  }, [data, bounds]);
}
