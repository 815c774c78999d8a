'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};
const onMac = () => (/Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl ');

/** How shortcuts are written on this machine: "⌘" or "Ctrl ". The server, which can't know, writes "Ctrl ". */
export function useModifierKey(): string {
  return useSyncExternalStore(never, onMac, () => 'Ctrl ');
}
