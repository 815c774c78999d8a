import { sql } from 'drizzle-orm';
import type { SelectedEvents } from '@/lib/batch-selection';
import type { ActivityEvent } from './activity';
import type { Database } from './client';
import { readExcerpts } from './record-excerpts';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The events of an action on many records. Those have an index of their own. */
const ofBatch = (operationId: string) => sql`operation_id = ${operationId}::uuid AND metadata ? 'batch'`;

/** The events of one action on many records, by record; none where there is no such action. */
export async function readBatchSelection(
  db: Pick<Database, 'execute'>,
  operationId: string,
): Promise<SelectedEvents[]> {
  if (!uuid.test(operationId)) return [];
  const { rows } = await db.execute<{ streamId: string; versions: number[] }>(sql`
    SELECT stream_id AS "streamId", array_agg(version ORDER BY version) AS versions
      FROM events WHERE ${ofBatch(operationId)}
     GROUP BY stream_id ORDER BY stream_id`);
  return rows;
}

/** An action on many records in numbers. */
export interface BatchCounts {
  events: number;
  records: number;
  /** Of those, what has been taken back since and not been put back. */
  gone: { events: number; records: number };
}

/** How much an action did, and how much of it is in force no more; null where there is no such action. */
export async function countBatch(
  db: Pick<Database, 'execute'>,
  operationId: string,
): Promise<BatchCounts | null> {
  if (!uuid.test(operationId)) return null;
  const { rows } = await db.execute<{
    events: number;
    records: number;
    goneEvents: number;
    goneRecords: number;
  }>(sql`
    WITH RECURSIVE chain AS (
      SELECT stream_id, version AS own, version, 0 AS depth FROM events WHERE ${ofBatch(operationId)}
      UNION ALL
      SELECT c.stream_id, c.own, e.version, c.depth + 1
        FROM chain c JOIN events e ON e.stream_id = c.stream_id AND e.reverts_version = c.version
    ), stands AS (
      -- Every second revert puts it back.
      SELECT stream_id, max(depth) % 2 = 1 AS gone FROM chain GROUP BY stream_id, own
    )
    SELECT count(*)::int AS events, count(DISTINCT stream_id)::int AS records,
           count(*) FILTER (WHERE gone)::int AS "goneEvents",
           count(DISTINCT stream_id) FILTER (WHERE gone)::int AS "goneRecords"
      FROM stands`);
  const [row] = rows;
  if (!row || row.events === 0) return null;
  const { events, records, goneEvents, goneRecords } = row;
  return { events, records, gone: { events: goneEvents, records: goneRecords } };
}

/** Some events of such an action, record by record, each with what it takes to tell it. */
export async function readBatchEvents(
  db: Database,
  operationId: string,
  { skip, most }: { skip: number; most: number },
): Promise<ActivityEvent[]> {
  const { rows } = await db.execute<{ streamId: string; version: number }>(sql`
    SELECT stream_id AS "streamId", version FROM events WHERE ${ofBatch(operationId)}
     ORDER BY stream_id, version OFFSET ${skip} LIMIT ${most}`);
  return readExcerpts(db.$client, rows);
}
