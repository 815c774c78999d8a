'use client';

import { useRouter } from 'next/navigation';
import { type TransitionStartFunction, useEffect } from 'react';

/** Every reading of the list that was on screen in this tab. */
const shownBefore = new Set<string>();

/**
 * Reads the list again when it comes back as it was: Back and Forward bring old rows at once, and meanwhile somebody
 * may have changed them.
 *
 * @param readAt when the rows were read, which tells one reading from another
 */
export function useFreshRows(readAt: string, startTransition: TransitionStartFunction): void {
  const router = useRouter();
  useEffect(() => {
    if (shownBefore.has(readAt)) startTransition(() => router.refresh());
    shownBefore.add(readAt);
  }, [readAt, router, startTransition]);
}
