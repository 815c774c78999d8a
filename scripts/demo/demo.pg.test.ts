import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database';
import { loadDemo } from '../demo';
import { stories } from './stories';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase({ max: 2 });
});
afterAll(() => test.drop());

it('loads the people, and invoices up to yesterday that they wrote, once', async () => {
  const lines: string[] = [];
  const load = () => loadDemo(test.app, { log: (line) => lines.push(line) });
  await load();
  await load();
  expect(lines).toEqual(['Loading the demo data.', 'Loading 40 demo invoices.']);
  const { rows: counts } = await test.app.$client.query(
    `SELECT (SELECT count(*)::int FROM users) AS people, (SELECT count(*)::int FROM invoices) AS invoices,
            count(*) FILTER (WHERE users.name = events.actor_name)::int = count(*)::int AS by_people,
            max(occurred_at) < now() AS past, max(occurred_at) > now() - interval '2 days' AS fresh
       FROM events LEFT JOIN users ON users.id = events.actor_id`,
  );
  expect(counts).toEqual([{ people: 5, invoices: 40, by_people: true, past: true, fresh: true }]);
  const { rows } = await test.app.$client.query('SELECT number FROM invoices WHERE stream_id = $1', [
    stories.wrongDueDate.id,
  ]);
  expect(rows).toEqual([{ number: 'INV-2001' }]);
});
