import { sql } from 'drizzle-orm';
import type { RecordState } from '@/lib/log-file/state-table';
import type { PastSense } from '@/lib/past-sense';
import type { Database } from './client';
import { readMark } from './log-mark';
import { readStates } from './states-before';
import { isoText } from './stored-event';

const batchSize = 200;
const nil = '00000000-0000-0000-0000-000000000000';

/** Which records, and of when. */
export interface StatesQuery {
  workflow: string | null;
  record: string | null;
  /** ISO 8601 in UTC. */
  asOf: string;
  sense: PastSense;
}

interface Row extends Record<string, unknown> {
  stream_id: string;
  workflow: string;
  version: number;
  type: string;
  actor_name: string;
  occurred_at: string;
  recorded_at: string;
}

/**
 * The records as they were at a moment, by id, a page at a time: each at its last event by then, folded from the nearest
 * snapshot. As with the log itself, all pages are of the same log and none of them holds a transaction open.
 */
export async function* readStateBatches(
  db: Database,
  { workflow, record, asOf, sense }: StatesQuery,
): AsyncGenerator<readonly RecordState[], undefined> {
  const mark = await readMark(db);
  // Nothing is known before it happens.
  const from = sql.raw(sense === 'known' ? 'greatest(occurred_at, recorded_at)' : 'occurred_at');
  for (let last = nil; ; ) {
    const { rows } = await db.execute<Row>(sql`
      SELECT s.stream_id, s.workflow, e.*
        FROM streams s CROSS JOIN LATERAL (
          SELECT version, type, actor_name, ${isoText('occurred_at')} AS occurred_at,
                 ${isoText('recorded_at')} AS recorded_at
            FROM events
           WHERE stream_id = s.stream_id AND pg_visible_in_snapshot(tx, ${mark}::pg_snapshot)
             AND ${from} <= ${asOf}::timestamptz
           ORDER BY version DESC LIMIT 1
        ) e
       WHERE s.stream_id > ${last}::uuid AND (${workflow}::text IS NULL OR s.workflow = ${workflow})
         AND (${record}::uuid IS NULL OR s.stream_id = ${record}::uuid)
       ORDER BY s.stream_id LIMIT ${batchSize}`);
    const end = rows.at(-1);
    if (!end) return undefined;
    last = end.stream_id;
    const wanted = rows.map((row) => ({
      workflow: row.workflow,
      streamId: row.stream_id,
      version: row.version,
    }));
    const states = await readStates(db.$client, wanted);
    yield rows.map(({ stream_id: streamId, ...row }) => ({
      workflow: row.workflow,
      streamId,
      version: row.version,
      type: row.type,
      actorName: row.actor_name,
      occurredAt: row.occurred_at,
      recordedAt: row.recorded_at,
      asOf,
      sense,
      state: states.get(streamId)?.get(row.version) ?? {},
    }));
  }
}
