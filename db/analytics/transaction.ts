import type { Pool, PoolClient } from 'pg';

/** Runs work on one connection in a transaction: all of it counts, or nothing. */
export async function transaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    broken = false;
    return result;
  } finally {
    // What went wrong ends the session, and with it the transaction.
    client.release(broken);
  }
}
