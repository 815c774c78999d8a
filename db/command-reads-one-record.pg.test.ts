import { afterAll, beforeAll, expect, test } from 'vitest';
import { command, createDraft, expectOk } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;
beforeAll(async () => {
  // One connection: it plans its statements while there are no records, and keeps the plans.
  database = await createTestDatabase({ max: 1 });
});
afterAll(() => database.drop());

/** How often a table of records was read from end to end. */
async function wholeReads(): Promise<Record<string, number>> {
  await database.app.$client.query('SELECT pg_stat_force_next_flush()');
  const { rows } = await database.app.$client.query<{ relname: string; scans: number }>(
    `SELECT relname, seq_scan::int AS scans FROM pg_stat_user_tables
      WHERE relname IN ('events', 'streams', 'snapshots', 'invoices', 'invoice_versions')`,
  );
  return Object.fromEntries(rows.map(({ relname, scans }) => [relname, scans]));
}

test('a command reads its own record only, on a connection that knew an empty database too', async () => {
  const change = async (memo: string) => {
    const draft = await createDraft(database.app);
    expectOk(await command(database.app, draft, { type: 'change_details', memo }));
  };
  // PostgreSQL tries a prepared statement five times before it settles on a plan.
  for (let n = 0; n < 10; n++) await change(`Memo ${n}`);
  const before = await wholeReads();
  for (let n = 0; n < 40; n++) await change(`Memo ${n}`);
  expect(await wholeReads()).toEqual(before);
});

test('so do commands that go together', async () => {
  const drafts = await Promise.all(Array.from({ length: 6 }, () => createDraft(database.app)));
  const change = (memo: string) =>
    Promise.all(
      drafts.map((draft) => command(database.app, draft, { type: 'change_details', memo }).then(expectOk)),
    );
  for (let n = 0; n < 10; n++) await change(`Memo ${n}`);
  const before = await wholeReads();
  for (let n = 0; n < 40; n++) await change(`Note ${n}`);
  expect(await wholeReads()).toEqual(before);
});
