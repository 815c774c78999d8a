'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useRecord } from './record-context';

/** What an open form goes by. */
export interface Opened<S> {
  /** As it was when the form opened; what others do meanwhile counts as unseen, and what is not changed is not sent. */
  state: S;
  /** The same from the very beginning, whatever the form was told since. */
  first: S;
  /** Grows whenever the form goes by a newer state. */
  version: number;
  /** The newest version whose author's doing the form knows of, shown or told. */
  seen: number;
  /** A refusal spoke of events up to this version: the form goes by them as soon as the page has them. */
  tell(version: number): void;
}

const OpenedContext = createContext<Opened<object> | null>(null);

/** The record as the form below it was opened on; mounted and unmounted with it. */
export function OpenedRecord({ children }: { children: ReactNode }) {
  const { log, confirmed } = useRecord();
  const [first] = useState(log.state);
  const [opened, setOpened] = useState({ state: log.state, version: log.version });
  const [told, setTold] = useState(0);
  // What is only hoped for may be the very change that was refused.
  const isConfirmed = log.version === confirmed;
  if (told > opened.version && confirmed >= told && isConfirmed)
    setOpened({ state: log.state, version: log.version });
  const value = useMemo<Opened<object>>(
    () => ({
      ...opened,
      first,
      seen: Math.max(opened.version, told),
      tell: (version) => setTold((before) => Math.max(before, version)),
    }),
    [opened, first, told],
  );
  return <OpenedContext value={value}>{children}</OpenedContext>;
}

/** What the form goes by. Throws outside of an `OpenedRecord`. */
export function useOpened<S extends object>(): Opened<S> {
  const opened = useContext(OpenedContext);
  if (!opened) throw new Error('useOpened needs an OpenedRecord above it.');
  return opened as Opened<S>;
}
