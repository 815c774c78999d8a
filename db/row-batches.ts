import type { SQL } from 'drizzle-orm';
import type { Database } from './client';
import { compiled } from './prepared';

const batchSize = 1000;

/**
 * Reads every row of a query in batches, from one snapshot: what is walked page by page while others work would miss
 * what moves behind the reader, and its sums would fit nothing.
 */
export async function* readBatches<Row extends object>(
  db: Database,
  query: SQL,
): AsyncGenerator<readonly Row[], undefined> {
  const client = await db.$client.connect();
  let failed = true;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { text, values } = compiled(query);
    await client.query({ text: `DECLARE batches NO SCROLL CURSOR FOR ${text}`, values });
    for (;;) {
      const { rows } = await client.query<Row>(`FETCH ${batchSize} FROM batches`);
      if (rows.length === 0) break;
      yield rows;
    }
    await client.query('COMMIT');
    failed = false;
    return undefined;
  } finally {
    // Left half way, the transaction goes with its connection.
    client.release(failed);
  }
}
