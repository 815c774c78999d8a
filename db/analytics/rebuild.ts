/** Counting everything anew beside what is there, and switching over once the new numbers have caught up. */
import type { Pool, PoolClient } from 'pg';
import { transaction } from '../transaction';

/**
 * Begins to count everything anew; whoever keeps the analytics does the work. The numbers that are there stay until the
 * new ones are complete.
 *
 * @returns false where that was under way already
 */
export function beginRebuild(pool: Pool): Promise<boolean> {
  return transaction(pool, async (client) => {
    const { rows } = await client.query<{ generation: number; status: string }>(
      'SELECT generation, status FROM analytics_generations ORDER BY generation FOR UPDATE',
    );
    if (rows.some(({ status }) => status === 'building')) return false;
    const idle = rows.find(({ status }) => status === 'idle');
    if (!idle) throw new Error('There is no room to count anew: both generations are in use.');
    await client.query('SELECT retrace_clear_analytics($1::smallint)', [idle.generation]);
    await client.query(
      `UPDATE analytics_generations
          SET status = 'building', tx = '0', position = 0, events = 0, failure = NULL, finished_at = NULL,
              started_at = clock_timestamp(), goal = (SELECT count(*) FROM events)
        WHERE generation = $1`,
      [idle.generation],
    );
    return true;
  });
}

/** The new numbers take over, in the transaction in which they caught up. */
export async function switchOver(client: PoolClient, generation: number): Promise<void> {
  await client.query('SELECT retrace_analyze_analytics($1::smallint)', [generation]);
  await client.query(
    `UPDATE analytics_generations
        SET status = CASE generation WHEN $1 THEN 'current' ELSE 'idle' END,
            finished_at = CASE generation WHEN $1 THEN clock_timestamp() ELSE finished_at END`,
    [generation],
  );
}

/** Gives back the room of the numbers that were replaced, unless somebody is still reading them: then next time. */
export async function clearIdle(pool: Pool): Promise<void> {
  await transaction(pool, async (client) => {
    await client.query("SET LOCAL lock_timeout = '1s'");
    await client.query(
      "SELECT retrace_clear_analytics(generation) FROM analytics_generations WHERE status = 'idle' FOR UPDATE",
    );
  }).catch((error: { code?: string }) => {
    if (error.code !== '55P03') throw error;
  });
}
