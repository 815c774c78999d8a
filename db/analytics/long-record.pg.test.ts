/** A record with a long history is counted in about as many steps of work as it has events, not in their square. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { longInvoice } from '@/bench/long-invoice';
import { compiled } from '../prepared';
import { appendHistory } from '../testing/append-history';
import { catchUp } from '../testing/catch-up';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { joinByHash, settle } from './read-on';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

interface Plan {
  'Rows Removed by Join Filter'?: number;
  Plans?: Plan[];
}

const removedIn = (plan: Plan): number =>
  (plan['Rows Removed by Join Filter'] ?? 0) + (plan.Plans ?? []).reduce((sum, of) => sum + removedIn(of), 0);

test('what was taken back on it pairs each event with its own facts only', async () => {
  const events = longInvoice(4000);
  await appendHistory(database.app, events);
  await catchUp(database.app);
  const { rows } = await database.app.$client.query<{ generation: number }>(
    "SELECT generation FROM analytics_generations WHERE status = 'current'",
  );
  const { text, values } = compiled(settle(rows[0]?.generation ?? 0, [events[0]?.streamId ?? '']));
  const client = await database.app.$client.connect();
  try {
    await client.query('BEGIN');
    await client.query(joinByHash);
    const explained = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
    const [{ Plan: plan }] = explained.rows[0]['QUERY PLAN'];
    expect(removedIn(plan)).toBeLessThan(10 * events.length);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
});
