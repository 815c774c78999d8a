/**
 * What became of an action on many records: asked by the action itself, of an earlier arrival of the same one, and by
 * whoever lost the connection to it.
 */
import type { PoolClient, QueryConfig } from 'pg';
import type { Database } from './client';
import type { Client } from './prepared';

/** What an action did that is there already. */
export interface Done {
  records: number;
  events: number;
  /** Of the requests that did it, which is one. */
  fingerprints: readonly string[];
}

/** Another arrival of the same action, or another action on the same records, takes as long as it takes; in milliseconds. */
const longestWait = 28_000;

/** The same connection, which waits longer than an answer may take elsewhere, though not for ever. */
export function patient(client: PoolClient): Client {
  return {
    query: (config) => {
      // The types of the driver do not know that it can be said for one query.
      const waiting: QueryConfig & { query_timeout: number } = { ...config, query_timeout: longestWait };
      return client.query(waiting);
    },
  };
}

/** Waits for whoever carries the same action out, until the end of the transaction. To be taken before anything is read. */
export async function lockOperation(client: Client, operationId: string): Promise<void> {
  const text = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 1))';
  await client.query({ text, values: [operationId] });
}

/** What an action on many records did; null if it did nothing, or never was. */
export async function readDone(client: Client, operationId: string): Promise<Done | null> {
  const { rows } = await client.query({
    name: 'retrace_done',
    text: `SELECT count(DISTINCT stream_id)::int AS records, count(*)::int AS events,
                  coalesce(array_agg(DISTINCT metadata->>'request_hash'), '{}') AS fingerprints
             FROM events WHERE operation_id = $1 AND metadata ? 'batch'`,
    values: [operationId],
  });
  const [done] = rows as Done[];
  return done && done.records > 0 ? done : null;
}

/** What became of it, once it is no longer under way. */
export async function readOutcome(db: Database, operationId: string): Promise<Done | null> {
  const client = await db.$client.connect();
  let failed = true;
  try {
    await client.query('BEGIN');
    await lockOperation(patient(client), operationId);
    const done = await readDone(client, operationId);
    await client.query('COMMIT');
    failed = false;
    return done;
  } finally {
    client.release(failed);
  }
}
