import { hexToBytes } from '@noble/hashes/utils.js';
import { sql } from 'drizzle-orm';
import { headState, type StoredState } from './event-store';
import { type Client, param, prepared } from './prepared';
import { isoText } from './stored-event';

/** The newest state of one of many records, and what a writer must know of it. */
export interface ManyHead {
  streamId: string;
  /** The database's clock at this read. */
  now: string;
  version: number;
  workflow: string;
  state: object;
  hash: Uint8Array | null;
  occurredAt: string | null;
  /** The fingerprint of the request that this operation appended to it for, if it did. */
  repeated: string | null;
}

interface Row extends StoredState {
  stream_id: string;
  now: string;
  version: number;
  workflow: string;
  hash: string | null;
  occurred_at: string | null;
  repeated: string | null;
}

const selectHeads = prepared<Row>(
  'retrace_many_heads',
  sql`SELECT s.stream_id, ${isoText('clock_timestamp()')} AS now, s.version, s.workflow, s.state_version, s.state,
             encode(s.hash, 'hex') AS hash, ${isoText('s.occurred_at')} AS occurred_at,
             (SELECT coalesce(e.metadata->>'request_hash', '') FROM events e
               WHERE e.stream_id = s.stream_id AND e.operation_id = ${param('operationId', 'uuid')}
               LIMIT 1) AS repeated
        FROM streams s WHERE s.stream_id = ANY(${param('streamIds', 'uuid[]')})`,
);

/** The heads of those of these records that exist, by id, in one round trip. */
export async function readManyHeads(
  client: Client,
  streamIds: readonly string[],
  operationId: string,
): Promise<Map<string, ManyHead>> {
  const rows = await selectHeads(client, { streamIds, operationId });
  const heads = new Map<string, ManyHead>();
  for (const row of rows) {
    heads.set(row.stream_id, {
      streamId: row.stream_id,
      now: row.now,
      version: row.version,
      workflow: row.workflow,
      // Only where an older release wrote the state in another shape does this ask the database.
      state: (await headState(client, row.stream_id, row)) ?? {},
      hash: row.hash ? hexToBytes(row.hash) : null,
      occurredAt: row.occurred_at,
      repeated: row.repeated,
    });
  }
  return heads;
}
