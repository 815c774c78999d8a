'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Scope } from '@/lib/event-sourcing/event';
import { listRequest, type RevertRequest } from '@/lib/event-sourcing/plan';
import type { RecordLog } from '@/lib/event-sourcing/record-log';
import { useRecord } from './record-context';

/** A request that can be made once the page's log reaches as far back as it takes. */
interface Far {
  /** What the request is, or the version that has to be here first. */
  find(log: RecordLog): RevertRequest | number;
}

export interface FarAsk {
  /** Asks for an older event: everything since is loaded first, if it is not here. */
  askOf(version: number, request: (log: RecordLog) => RevertRequest): void;
  /** The next on the list of whoever asks; where that may lie further back than the page's log, it is looked for. */
  askNext(cause: 'undo' | 'redo', scope: Scope): void;
}

/** Asks for what lies further back than the page's log, after loading everything since. */
export function useFarAsk(ask: (request: RevertRequest) => void): FarAsk {
  const { log, rights, loadBack, failed } = useRecord();
  const [far, setFar] = useState<Far | null>(null);

  useEffect(() => {
    if (!far) return;
    const found = far.find(log);
    if (typeof found !== 'number') {
      setFar(null);
      ask(found);
    } else if (failed) setFar(null);
    else loadBack(found);
  }, [far, log, failed, ask, loadBack]);

  const askOf = useCallback(
    (version: number, request: (log: RecordLog) => RevertRequest) => {
      loadBack(version);
      setFar({ find: (whole) => (version > whole.start.version ? request(whole) : version) });
    },
    [loadBack],
  );
  const askNext = useCallback(
    (cause: 'undo' | 'redo', scope: Scope) => {
      const { actorId } = rights;
      const find = (known: RecordLog) =>
        known.history.actions.mayLieEarlier(actorId, cause, scope)
          ? earlierOf(known, actorId, cause, scope)
          : listRequest(known.history, actorId, cause, scope);
      const found = find(log);
      if (typeof found !== 'number') return ask(found);
      loadBack(found);
      setFar({ find });
    },
    [rights, log, ask, loadBack],
  );
  return { askOf, askNext };
}

/** As far back as the next action seems to lie; else the event before the log's first. */
function earlierOf({ history, start }: RecordLog, actorId: string, cause: 'undo' | 'redo', scope: Scope) {
  const next = history.actions.next(actorId, cause, scope);
  return Math.min(next?.since ?? start.version, start.version);
}
