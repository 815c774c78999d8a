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
 * @param wanted false where what came back is to stay as it was
 */
export function useFreshRows(readAt: string, startTransition: TransitionStartFunction, wanted = true): void {
  const router = useRouter();
  useEffect(() => {
    if (wanted && shownBefore.has(readAt)) startTransition(() => router.refresh());
    shownBefore.add(readAt);
  }, [readAt, router, startTransition, wanted]);
}
