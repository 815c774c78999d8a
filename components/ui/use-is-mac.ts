'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};
const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** Are shortcuts written with ⌘ on this machine? The server, which can't know, says no. */
export function useIsMac(): boolean {
  return useSyncExternalStore(never, isMac, () => false);
}
