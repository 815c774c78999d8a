import { recordEvents } from '@/lib/event-sourcing/append';
import type { Actor } from '@/lib/event-sourcing/event';
import { type LogRecord, nextPlace } from '@/lib/record/record';
import { recordWorkflow } from '@/lib/record/workflow';
import type { StreamAppend } from '../append';
import type { Head } from '../heads';
import { contentId, type StagedRow } from './staged-row';
import type { WaitingRow } from './staged-rows';

/** What every event of a run says. */
export interface RunFacts {
  importId: string;
  log: string;
  /** In which the log's times were written; null where each says its own. */
  timeZone: string | null;
}

/** A record as it stands while its rows are written. */
export interface OpenRecord {
  streamId: string;
  version: number;
  state: LogRecord;
  hash: Uint8Array | null;
  /** The time of its last event before this run. */
  latest: string;
  /** Was it here before this run? Then some of its rows may be. */
  existed: boolean;
  /** The place of its next activity. */
  place: number;
  /** How often each row came so far: whoever did the very same twice at one moment did it twice. */
  seen: Map<string, number>;
}

export function openRecord({ streamId, version, state: stored, hash, occurredAt }: Head): OpenRecord {
  const state = (stored as LogRecord | null) ?? recordWorkflow.initialState;
  const latest = occurredAt ?? '';
  return {
    streamId,
    version,
    state,
    hash,
    latest,
    existed: version > 0,
    place: nextPlace(state),
    seen: new Map(),
  };
}

/** The id of the operation that a row becomes; asked for each row of a record in their order. */
export function operationOf(row: WaitingRow, seen: Map<string, number>): string {
  const times = seen.get(row.content_id) ?? 0;
  seen.set(row.content_id, times + 1);
  return times === 0 ? row.content_id : contentId(row.content_id, String(times));
}

/** One row that is to be appended. */
export interface DueRow {
  row: WaitingRow;
  operationId: string;
}

/** The events of a record's rows, and the record after them. */
export function appendRows(
  record: OpenRecord,
  due: readonly DueRow[],
  { importId, log, timeZone }: RunFacts,
  recordedAt: string,
): { append: StreamAppend; after: OpenRecord } {
  const { latest } = record;
  let { version, state, place } = record;
  const metadata = { channel: 'import', import_id: importId, process: log };
  const appended = due.map(({ row, operationId }) => {
    const { c: caseId, a: activity, t: at, r: resource, f: fields } = JSON.parse(row.data) as StagedRow;
    const origin = { id: record.streamId, log, caseId, timeZone: timeZone ?? offsetOf(at) };
    // In the order in which they are hashed.
    const said = { activity, at, fields, place };
    const payload = version === 0 ? { ...said, record: origin } : said;
    const [done] = recordEvents<LogRecord>(
      recordWorkflow,
      { version, state },
      [{ event: { type: 'activity_recorded', payload }, cause: 'import' }],
      {
        streamId: record.streamId,
        operationId,
        actor: actorOf(log, resource),
        reason: null,
        metadata,
        // Never before the event before it: somebody may have changed the record since its rows were checked.
        occurredAt: later(latest, row.occurred_at),
        recordedAt,
      },
    );
    if (!done) throw new Error('A row led to no event.');
    version += 1;
    place += 1;
    state = done.state;
    return done;
  });
  const append = { streamId: record.streamId, expected: record.version, hash: record.hash, appended };
  return { append, after: { ...record, version, state, place } };
}

/** In whose name a row stands: whoever the log says it was. */
const actorOf = (log: string, resource: string | undefined): Actor =>
  resource === undefined
    ? { id: `import:${log}`, kind: 'import', name: `Import of ${log}` }
    : { id: `import:${log}:${resource}`, kind: 'import', name: resource };

/** `+02:00` of a time with its offset. */
const offsetOf = (at: string): string => (at.endsWith('Z') ? 'UTC' : at.slice(-6));

const later = (one: string, other: string): string => {
  if (one > other) return one;
  return other;
};
