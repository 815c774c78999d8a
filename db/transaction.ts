import type { Pool, PoolClient } from 'pg';

/** Runs work on one connection in a transaction: all of it counts, or nothing. */
export async function transaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  // A session that is ended between two of its queries says so here, where nobody else listens; the next query fails.
  const lost = () => undefined;
  client.on('error', lost);
  let broken = true;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    broken = false;
    return result;
  } finally {
    // What went wrong ends the session, and with it the transaction.
    client.off('error', lost);
    client.release(broken);
  }
}
