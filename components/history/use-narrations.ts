'use client';

import { useMemo } from 'react';
import { type Narration, narrate } from '@/lib/event-sourcing/narrate';
import type { RecordLog } from '@/lib/event-sourcing/record-log';
import { useRecord } from './record-context';

const told = new WeakMap<RecordLog, readonly Narration[]>();

/** Every event of the record in words, oldest first; told once a log, whoever asks. */
export function useNarrations(): readonly Narration[] {
  const { log } = useRecord();
  return useMemo(() => {
    const known = told.get(log) ?? log.events.map((event) => narrate(log, event.version));
    told.set(log, known);
    return known;
  }, [log]);
}
