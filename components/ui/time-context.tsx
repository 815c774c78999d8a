'use client';

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { defaultTimeSettings, type TimeSettings } from '@/lib/format-time';

const SettingsContext = createContext<TimeSettings>(defaultTimeSettings);
const AbsoluteContext = createContext(false);
const NowContext = createContext<string | null>(null);

interface TimeProviderProps {
  settings: TimeSettings;
  /** Dates rather than "13 days ago"? */
  absolute: boolean;
  /** The server's clock when it rendered, ISO; the browser starts from the same instant, then keeps it running. */
  now: string;
  children: ReactNode;
}

/** Gives every `Time` below it the viewer's zone, their 12 or 24 hours, and a "now" that moves on each half minute. */
export function TimeProvider({ settings, absolute, now, children }: TimeProviderProps) {
  const [current, setCurrent] = useState(now);
  useEffect(() => {
    const timer = window.setInterval(() => {
      if (!document.hidden) setCurrent(new Date().toISOString());
    }, 30_000);
    return () => window.clearInterval(timer);
  }, []);
  return (
    <SettingsContext value={settings}>
      <AbsoluteContext value={absolute}>
        <NowContext value={current}>{children}</NowContext>
      </AbsoluteContext>
    </SettingsContext>
  );
}

/** The viewer's zone and 12 or 24 hours. */
export function useTimeSettings(): TimeSettings {
  return useContext(SettingsContext);
}

/** Does the viewer want dates rather than "13 days ago"? */
export function usePrefersAbsolute(): boolean {
  return useContext(AbsoluteContext);
}

/** The moment that relative times count from, ISO; null outside of a `TimeProvider`. */
export function useNow(): string | null {
  return useContext(NowContext);
}
