'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { laterStart } from '@/lib/event-sourcing/log-part';
import { addToColumns, type Column, emptyColumns } from '@/lib/event-sourcing/outline';
import type { RecordLog } from '@/lib/event-sourcing/record-log';
import { useRecord } from './record-context';
import { askOfRecord } from './record-query';
import { columnSize } from './slider-places';

const told = new WeakMap<RecordLog, WeakMap<object, readonly Column[]>>();
const nothing: readonly Column[] = [];

/**
 * The columns of density on the slider, where there are more events than room for marks; none where each has its own.
 * What lies before the page's own log, if it stays so, the server counts.
 */
export function useColumns(): readonly Column[] {
  const { log, streamId } = useRecord();
  const { version: start } = log.start;
  const size = columnSize(log.version);
  const { data: older = nothing } = useQuery({
    queryKey: ['record-outline', streamId, start, size],
    queryFn: async ({ signal }) => {
      const asked = { through: start, size };
      const { columns } = await askOfRecord<{ columns: readonly Column[] }>(
        streamId,
        'outline',
        asked,
        signal,
      );
      return columns;
    },
    // What comes by itself is not asked for.
    enabled: start > 0 && start <= laterStart(log.version),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return useMemo(() => (size === 1 ? nothing : columnsOf(log, size, older)), [log, size, older]);
}

/** Counted once a log, whoever asks. */
function columnsOf(log: RecordLog, size: number, older: readonly Column[]): readonly Column[] {
  const counted = told.get(log) ?? new WeakMap<object, readonly Column[]>();
  told.set(log, counted);
  const known = counted.get(older);
  if (known) return known;
  const columns = emptyColumns(Math.ceil(log.version / size));
  for (const [index, { since, kinds, standing }] of older.entries())
    columns[index] = { since, kinds: { ...kinds }, standing };
  addToColumns(columns, size, log.history, log.start.version);
  counted.set(older, columns);
  return columns;
}
