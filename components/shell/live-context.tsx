'use client';

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { type Heard, LiveConnection } from './live-connection';

const Context = createContext<LiveConnection | null>(null);

/** Keeps this tab told of what happens, for as long as somebody is signed in. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const [connection] = useState(() => new LiveConnection());
  useEffect(() => connection.start(), [connection]);
  return <Context value={connection}>{children}</Context>;
}

function useConnection(): LiveConnection {
  const connection = useContext(Context);
  if (!connection) throw new Error('What is live needs a LiveProvider above it.');
  return connection;
}

/** Calls back for everything that happens from now on. */
export function useLiveNews(hear: (heard: Heard) => void): void {
  const connection = useConnection();
  const onHeard = useEffectEvent(hear);
  useEffect(() => connection.subscribe((heard) => onHeard(heard)), [connection]);
}

/**
 * The same for what costs a request: at most once in so many milliseconds, and once more after the last.
 *
 * @param workflow of which kind of record alone; of all without one
 */
export function useCalmLiveNews(hear: () => void, every: number, workflow?: string): void {
  const timer = useRef<number>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  useLiveNews((heard) => {
    if (heard !== 'reset' && !isOf(heard, workflow)) return;
    timer.current ??= window.setTimeout(() => {
      timer.current = undefined;
      hear();
    }, every);
  });
}

function isOf(heard: Exclude<Heard, 'reset'>, workflow: string | undefined): boolean {
  if ('peopleOn' in heard) return false;
  return !workflow || heard.some((news) => news.workflow === workflow);
}

/** Is this tab told at once? Else whoever needs to know asks again and again. */
export function useIsLive(): boolean {
  const connection = useConnection();
  return useSyncExternalStore(connection.watch, connection.isConnected, () => false);
}
