import { sql } from 'drizzle-orm';
import type { Database } from './client';

/** A record as it stands now, for its name. */
export interface RecordHead {
  streamId: string;
  workflow: string;
  version: number;
  state: object;
}

/** The records of these ids, those that exist, by id. */
export async function readRecordHeads(
  db: Pick<Database, 'execute'>,
  streamIds: readonly string[],
): Promise<Map<string, RecordHead>> {
  if (streamIds.length === 0) return new Map();
  const { rows } = await db.execute<RecordHead & Record<string, unknown>>(sql`
    SELECT stream_id AS "streamId", workflow, version, state FROM streams
     WHERE stream_id = ANY(${sql.param([...new Set(streamIds)])}::uuid[])`);
  return new Map(
    rows.map(({ streamId, workflow, version, state }) => [streamId, { streamId, workflow, version, state }]),
  );
}
