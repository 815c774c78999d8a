'use client';

import { useQueryStates } from 'nuqs';
import { type TransitionStartFunction, useCallback } from 'react';
import { type ActivityAddress, activityParsers } from './activity-address';

export type FilterChange = Partial<Omit<ActivityAddress, 'after' | 'before'>>;

/** What the controls of Activity change in its address. Every change begins again at the newest page. */
export interface ActivityControls {
  /** At once what has been chosen, even while its rows are still on their way. */
  address: ActivityAddress;
  change(change: FilterChange): void;
  clear(): void;
}

export function useActivityAddress(startTransition: TransitionStartFunction): ActivityControls {
  const [address, setAddress] = useQueryStates(activityParsers, {
    shallow: false,
    history: 'push',
    startTransition,
  });
  const change = useCallback(
    (changed: FilterChange) => {
      void setAddress({ ...changed, after: null, before: null });
    },
    [setAddress],
  );
  const clear = useCallback(() => {
    void setAddress(null);
  }, [setAddress]);
  return { address, change, clear };
}
