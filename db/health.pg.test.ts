import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from './client';
import { readHealth } from './health';
import { createDraft } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

it('tells the version and the latency, and no lag while nobody else writes for long', async () => {
  await createDraft(test.app);
  // Other tests write on the same server at the same time, each only for a moment.
  await expect
    .poll(async () => (await readHealth(test.app)).lag, { timeout: 20_000 })
    .toEqual({ seconds: 0, events: 0, cause: null });
  const { database } = await readHealth(test.app);
  expect(database.version).toMatch(/^\d+\.\d+/);
  expect(database.latencyMs).toBeGreaterThan(0);
});

it('a transaction that writes for long holds the feed back: how far, how many, and who', async () => {
  const writer = await test.owner.$client.connect();
  await writer.query("SET application_name = 'a long import'");
  await writer.query('BEGIN');
  await writer.query('SELECT pg_current_xact_id()');
  await createDraft(test.app);
  await createDraft(test.app);
  const { lag } = await readHealth(test.app);
  expect(lag.events).toBe(2);
  expect(lag.seconds).toBeGreaterThan(0);
  // An older transaction of another test may be named first, for a moment.
  const causeFor = (db: Database) =>
    expect.poll(async () => (await readHealth(db)).lag.cause, { timeout: 20_000 });
  await causeFor(test.app).toMatch(/^A transaction of “a long import” \(process \d+\) is still writing\.$/);
  // The same role may see more.
  await causeFor(test.owner).toMatch(/“a long import”.* and has been open for \d+ s\.$/);
  await writer.query('COMMIT');
  writer.release();
  await expect.poll(async () => (await readHealth(test.app)).lag.events, { timeout: 20_000 }).toBe(0);
});
