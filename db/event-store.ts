/** Reading the log in SQL: a stream, an operation, the feed. Knows no rules. What writes it is in append.ts. */
import { sql } from 'drizzle-orm';
import type { Recorded } from '@/lib/event-sourcing/event';
import { type Client, param, prepared } from './prepared';
import { type StoredEvent, storedColumns, toRecorded } from './stored-event';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const selectExists = prepared<object>(
  'retrace_exists',
  sql`SELECT FROM streams WHERE stream_id = ${param('streamId', 'uuid')} AND workflow = ${param('workflow', 'text')}`,
);

/** Is there such a record? Anything may be asked for, as what stands in an address is. */
export async function recordExists(client: Client, streamId: string, workflow: string): Promise<boolean> {
  return uuid.test(streamId) && (await selectExists(client, { streamId, workflow })).length > 0;
}

const selectStream = prepared<StoredEvent>(
  'retrace_stream',
  sql`SELECT ${storedColumns} FROM events
       WHERE stream_id = ${param('streamId', 'uuid')} AND version > ${param('after', 'int')} ORDER BY version`,
);

/** The events of one record in order, all or those after a version. Empty where there is no such record. */
export async function readStream(client: Client, streamId: string, after = 0): Promise<Recorded[]> {
  return (await readStoredStream(client, streamId, after)).map(toRecorded);
}

/** The same as the rows stand, for checking hashes. */
export function readStoredStream(client: Client, streamId: string, after = 0): Promise<StoredEvent[]> {
  return selectStream(client, { streamId, after });
}

const selectOperation = prepared<StoredEvent>(
  'retrace_operation',
  sql`SELECT ${storedColumns} FROM events
       WHERE stream_id = ${param('streamId', 'uuid')} AND operation_id = ${param('operationId', 'uuid')}
       ORDER BY version`,
);

/** What one operation appended to a record, in order. */
export async function readOperation(
  client: Client,
  streamId: string,
  operationId: string,
): Promise<Recorded[]> {
  return (await selectOperation(client, { streamId, operationId })).map(toRecorded);
}

/** A place in the feed. The first is before everything. */
export interface FeedCursor {
  tx: string;
  position: number;
}

export const feedStart: FeedCursor = { tx: '0', position: 0 };

const selectFeed = prepared<StoredEvent & { tx: string; position: string }>(
  'retrace_feed',
  sql`SELECT tx::text, position, ${storedColumns} FROM events
       WHERE (tx, position) > (${param('tx', 'xid8')}, ${param('position', 'bigint')})
         AND tx < pg_snapshot_xmin(pg_current_snapshot())
       ORDER BY tx, position LIMIT ${param('limit', 'int')}`,
);

/**
 * The next events of every record after a cursor, in an order that never has anything appear behind it: by the
 * writing transaction, and only of transactions older than any still running.
 */
export async function readFeed(
  client: Client,
  after: FeedCursor,
  limit: number,
): Promise<{ events: Recorded[]; cursor: FeedCursor }> {
  const rows = await selectFeed(client, { ...after, limit });
  const last = rows.at(-1);
  return {
    events: rows.map(toRecorded),
    cursor: last ? { tx: last.tx, position: Number(last.position) } : after,
  };
}
