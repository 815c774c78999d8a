'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type PastWindow, windowStart } from '@/lib/event-sourcing/log-part';
import type { RecordLog } from '@/lib/event-sourcing/record-log';
import { LoadedRecord, LoadedWindow } from './loaded-record';
import { askOfRecord } from './record-query';

/** With more, whoever walks through a long history would keep all of it. */
const mostKept = 24;

/**
 * The older events of a long record that somebody looks at, loaded a window at a time.
 *
 * @param first the window that the page came with
 */
export function useWindows(
  log: RecordLog,
  streamId: string,
  first: PastWindow | null,
): { loaded: LoadedRecord; want(version: number): void } {
  const { workflow } = log;
  const [windows, setWindows] = useState<ReadonlyMap<number, LoadedWindow>>(
    () => new Map(first ? [[first.after, new LoadedWindow(workflow, first)]] : []),
  );
  const underWay = useRef(new Set<number>());

  const load = useCallback(
    async (after: number) => {
      if (underWay.current.has(after)) return;
      underWay.current.add(after);
      try {
        const window = await askOfRecord<PastWindow>(streamId, 'window', { version: after + 1 });
        setWindows((kept) => {
          const others = [...kept].filter(([key]) => key !== after).slice(1 - mostKept);
          return new Map([...others, [after, new LoadedWindow(workflow, window)]]);
        });
      } catch {
        // The page says by itself that it is not up to date; whoever still looks there asks again.
      } finally {
        underWay.current.delete(after);
      }
    },
    [streamId, workflow],
  );

  // Something older was taken back, or put back: what is told of it has changed.
  const seen = useRef(log.version);
  useEffect(() => {
    const since = log.between(Math.max(seen.current, log.start.version), log.version);
    seen.current = log.version;
    const reachesBack = since.some(
      ({ revertsVersion }) => revertsVersion !== null && revertsVersion <= log.start.version,
    );
    if (reachesBack) for (const after of windows.keys()) void load(after);
  }, [log, windows, load]);

  const loaded = useMemo(() => new LoadedRecord(log, windows), [log, windows]);
  const want = useCallback(
    (version: number) => {
      if (version >= 1 && !loaded.holds(version)) void load(windowStart(version));
    },
    [loaded, load],
  );
  return { loaded, want };
}
