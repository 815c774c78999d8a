/** What Retrace already holds of a source. */
import type { PoolClient } from 'pg';
import type { Queries } from '@/db/bulk-append';

/** Any number will do, as long as nobody else takes this lock in Retrace's database. */
const adoptLock = 7_382_021;

/** Keeps a second run with the same mapping out until it is given back. Answers whether it could. */
export async function claimMapping(client: PoolClient, mapping: string): Promise<boolean> {
  const { rows } = await client.query<{ claimed: boolean }>(
    'SELECT pg_try_advisory_lock($1, hashtext($2)) AS claimed',
    [adoptLock, mapping],
  );
  return rows[0]?.claimed ?? false;
}

/** Gives the claim back; a run that was killed gives it back with its connection. */
export async function unclaimMapping(client: PoolClient, mapping: string): Promise<void> {
  await client.query('SELECT pg_advisory_unlock($1, hashtext($2))', [adoptLock, mapping]);
}

const ofMapping = `version = 1 AND cause = 'import' AND metadata -> 'source' ->> 'mapping' = $1`;

/** How many records were adopted by a mapping. Reads the whole log once: imports are too rare for an index. */
export async function countAdopted(client: Queries, mapping: string): Promise<number> {
  const { rows } = await client.query({
    text: `SELECT count(*)::int AS count FROM events WHERE ${ofMapping}`,
    values: [mapping],
  });
  return (rows[0] as { count: number }).count;
}

const atOnce = 1000;

/** The source keys of all records that a mapping adopted, in portions. */
export async function* readAdoptedKeys(client: Queries, mapping: string): AsyncGenerator<string[]> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await client.query({
      text: `SELECT stream_id, metadata -> 'source' ->> 'key' AS key FROM events
              WHERE ${ofMapping} AND stream_id > $2::uuid ORDER BY stream_id LIMIT ${atOnce}`,
      values: [mapping, after],
    });
    const found = rows as { stream_id: string; key: string }[];
    if (found.length) yield found.map((row) => row.key);
    const last = found.at(-1);
    if (!last || found.length < atOnce) return;
    after = last.stream_id;
  }
}
