import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDraft } from '@/db/testing/invoices';
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database';
import { runRetrace } from '@/test/run-retrace';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('the log is checked from the command line: what is wrong is named, and the exit code says so', async () => {
  const streamId = await createDraft(database.app);
  const well = await runRetrace(database, 'verify');
  expect(well.stdout).toMatch(/^Checked \d+ records with \d+ events: nothing wrong\.\n$/);
  expect(well.code).toBe(0);
  await database.owner.$client.query('UPDATE streams SET version = 9 WHERE stream_id = $1', [streamId]);
  const broken = await runRetrace(database, 'verify');
  expect(broken.stdout).toContain(`invoice ${streamId}: the head is`);
  expect(broken.stdout).toMatch(/: 1 fault\.\n$/);
  expect(broken.code).toBe(1);
}, 120_000);
