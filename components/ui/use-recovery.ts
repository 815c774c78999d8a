'use client';

import { useEffect, useEffectEvent, useState } from 'react';

/** Why a page could not be shown, as far as its browser can tell. */
export type Outage = 'asking' | 'database' | 'server' | 'none';

/** How often the server is asked, in milliseconds. */
const askEvery = 3000;
const longestAnswer = 10_000;
const longestPause = 60_000;

/** How often each address was tried again in vain, and when last: what fails for another reason is not tried without end. */
const tries = new Map<string, { count: number; at: number }>();

/**
 * Waits for the server and its database, and tries again as soon as both are there. Where neither was away it tries
 * again too, after longer and longer pauses, since what went wrong may have been over a moment later.
 */
export function useRecovery(retry: () => void): Outage {
  const [outage, setOutage] = useState<Outage>('asking');
  const tryAgain = useEffectEvent(retry);
  useEffect(() => {
    const stop = new AbortController();
    let timer: number | undefined;
    const look = async () => {
      const found = await askHealth(stop.signal);
      if (stop.signal.aborted) return;
      setOutage(found);
      const path = window.location.href;
      if (found !== 'none') tries.delete(path);
      else if (isDue(path)) tryAgain();
      timer = window.setTimeout(look, askEvery);
    };
    void look();
    return () => {
      stop.abort();
      window.clearTimeout(timer);
    };
  }, []);
  return outage;
}

/** Is it time to try this address again? If so, it counts as tried. */
function isDue(path: string): boolean {
  const now = Date.now();
  const { count, at } = tries.get(path) ?? { count: 0, at: 0 };
  if (now - at < Math.min(askEvery * 2 ** count, longestPause)) return false;
  // What went well for a while begins anew.
  tries.set(path, { count: now - at > 2 * longestPause ? 1 : count + 1, at: now });
  return true;
}

async function askHealth(signal: AbortSignal): Promise<Outage> {
  try {
    const patience = AbortSignal.timeout(longestAnswer);
    const response = await fetch('/api/health', {
      cache: 'no-store',
      signal: AbortSignal.any([signal, patience]),
    });
    if (response.ok) return 'none';
    // Something that stands in front of the server answers for it when it is away: only its own answer is JSON.
    const own = response.headers.get('content-type')?.startsWith('application/json');
    return response.status === 503 && own ? 'database' : 'server';
  } catch {
    return 'server';
  }
}
