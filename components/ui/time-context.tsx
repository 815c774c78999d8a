'use client';

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { defaultTimeSettings, type TimeSettings } from '@/lib/format-time';

const SettingsContext = createContext<TimeSettings>(defaultTimeSettings);
const AbsoluteContext = createContext(false);
const NowContext = createContext<string | null>(null);
const PaperContext = createContext(false);

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
  const onPaper = useSyncExternalStore(onPrint, isPrinted, () => false);
  return (
    <SettingsContext value={settings}>
      <AbsoluteContext value={absolute}>
        <PaperContext value={onPaper}>
          <NowContext value={current}>{children}</NowContext>
        </PaperContext>
      </AbsoluteContext>
    </SettingsContext>
  );
}

const paper = () => window.matchMedia('print');
const isPrinted = () => paper().matches;

function onPrint(tell: () => void): () => void {
  const media = paper();
  media.addEventListener('change', tell);
  return () => media.removeEventListener('change', tell);
}

/** Is the page being printed? There "13 days ago" would count from a moment that nobody knows. */
export function useOnPaper(): boolean {
  return useContext(PaperContext);
}

/** Writes the times within in another zone than the viewer's. */
export function InTimeZone({ timeZone, children }: { timeZone: string; children: ReactNode }) {
  const { hourCycle } = useTimeSettings();
  const settings = useMemo(() => ({ timeZone, hourCycle }), [timeZone, hourCycle]);
  return <SettingsContext value={settings}>{children}</SettingsContext>;
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
