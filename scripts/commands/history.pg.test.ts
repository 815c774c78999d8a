import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database';
import { appendTimed } from '@/db/testing/timed-record';
import { order, people } from '@/lib/order/testing';
import { runRetrace } from '@/test/run-retrace';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function placeOne(): Promise<void> {
  const record = order(randomUUID());
  record.command(people.mia, { type: 'pack_order' });
  const time = { occurredAt: '2026-11-20T09:00:00.000000Z', recordedAt: '2026-11-20T09:00:00.000000Z' };
  await appendTimed(database.app, record, [time, time]);
}

test('a record is found by its number, as long as no other one has that too', {
  timeout: 120_000,
}, async () => {
  await placeOne();
  const byNumber = await runRetrace(database, 'history', 'ORD-0001');
  expect(byNumber.stdout).toContain('placed the order ORD-0001');
  expect(byNumber.stdout).toContain('Mia Torres packed the order');
  await placeOne();
  const several = await runRetrace(database, 'history', 'ORD-0001');
  expect([several.code, several.stderr]).toEqual([
    2,
    expect.stringContaining('Several records are called ORD-0001.'),
  ]);
});
