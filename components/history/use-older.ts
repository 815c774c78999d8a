'use client';

import { useCallback, useEffect, useState } from 'react';
import { type LogPart, laterStart, mostHeld, startBefore } from '@/lib/event-sourcing/log-part';
import type { RecordLog } from '@/lib/event-sourcing/record-log';
import { askOfRecord, type RecordEvents, unpackPart, withOlder } from './record-query';

export interface Older {
  /** Loads everything after an older version, and that event itself, so that one can plan on it. */
  loadBack(version: number): void;
  /** What is being loaded because somebody asked: back to which event, and how much of it is here; null while nothing is. */
  loading: { to: number; part: number } | null;
  /** It was asked for and could not be had. */
  failed: boolean;
}

/**
 * Completes what the page came with: first by itself up to as many events as it holds at ease, then as far back as
 * somebody asks for.
 */
export function useOlder(
  log: RecordLog,
  streamId: string,
  change: (by: (known: RecordEvents) => RecordEvents) => void,
): Older {
  const start = log.start.version;
  const [asked, setAsked] = useState<number | null>(null);
  const [state, setState] = useState<{ busy: boolean; failed: boolean; at: number }>({
    busy: false,
    failed: false,
    at: start,
  });
  const held = laterStart(log.version);
  const goal = Math.min(held, asked ?? held);
  const isDue = start > goal && !state.busy && !state.failed;

  useEffect(() => {
    if (!isDue) return;
    const load = async () => {
      setState({ busy: true, failed: false, at: start });
      try {
        const all = await fetchBack(streamId, start, goal, (at) =>
          setState({ busy: true, failed: false, at }),
        );
        change((known) => withOlder(known, all));
        setState({ busy: false, failed: false, at: goal });
      } catch {
        setState({ busy: false, failed: true, at: start });
        setAsked(null);
      }
    };
    void load();
  }, [isDue, streamId, start, goal, change]);

  const loadBack = useCallback((version: number) => {
    setState((before) => ({ ...before, failed: false }));
    setAsked((before) => Math.min(before ?? Number.POSITIVE_INFINITY, startBefore(version)));
  }, []);
  const isAsked = asked !== null && start > asked;
  return {
    loadBack,
    loading: isAsked ? { to: asked + 1, part: (log.version - state.at) / (log.version - asked) } : null,
    failed: state.failed,
  };
}

/** The events between two versions with what begins before them, so many at a time, newest first. */
async function fetchBack(
  streamId: string,
  from: number,
  to: number,
  onProgress: (at: number) => void,
): Promise<RecordEvents> {
  const partTo = async (through: number): Promise<RecordEvents> => {
    const after = Math.max(to, through - mostHeld);
    return unpackPart(await askOfRecord<LogPart>(streamId, 'log', { after, through }));
  };
  let older = await partTo(from);
  while (older.start.version > to) {
    onProgress(older.start.version);
    older = withOlder(older, await partTo(older.start.version));
  }
  return older;
}
