import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActivityFilters } from '@/lib/activity/activity-query';
import { accumulate, type StatusTotals } from '@/lib/invoice/status-totals';
import { lineId, people } from '@/lib/invoice/testing';
import { payment } from '@/lib/invoice/testing/lives';
import { readStream } from './event-store';
import { command, createDraft, expectOk } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';
import { readChanges, readMovements, readNth, readStatusTotals } from './time-machine';

let database: TestDatabase;
let streamId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  streamId = await createDraft(database.app);
  expectOk(await command(database.app, streamId, { type: 'finalize_invoice' }));
  expectOk(await command(database.app, streamId, payment(1000, lineId(50)), { actor: people.bob }));
});
afterAll(() => database.drop());

const all: ActivityFilters = {
  actors: [],
  kinds: [],
  types: [],
  workflows: ['invoice'],
  causes: [],
  record: null,
  from: null,
  to: null,
};

test('the totals of every moment are those of the states of then', async () => {
  const events = await readStream(database.app.$client, streamId);
  const at = async (version: number) => {
    const asOf = events[version - 1]?.occurredAt ?? null;
    const totals = await readStatusTotals(database.app, { today: '2026-11-10', timeZone: 'UTC', asOf });
    return totals.map(({ status, currency, count, total }) => [status, currency, count, total]);
  };
  expect(await at(1)).toEqual([['draft', 'EUR', 1, 5950n]]);
  expect(await at(2)).toEqual([['open', 'EUR', 1, 5950n]]);
  expect(await at(3)).toEqual([['partially_paid', 'EUR', 1, 5950n]]);
  const now = await readStatusTotals(database.app, { today: '2026-11-10', timeZone: 'UTC' });
  expect(now).toMatchObject([{ status: 'partially_paid', balance: 4950n }]);
});

test('the totals at every bound of a window are those of the moment just before it', async () => {
  const events = await readStream(database.app.$client, streamId);
  const first = Date.parse(events[0]?.occurredAt ?? '');
  const last = Date.parse(events.at(-1)?.occurredAt ?? '');
  // From before everything until after it, as fine as a millisecond, so that bounds fall on events and between them.
  const bounds = Array.from({ length: Math.min(last - first + 4, 2_000) }, (_, n) =>
    new Date(first - 1 + n).toISOString(),
  );
  const inOrder = (totals: readonly StatusTotals[]) =>
    totals.toSorted((a, b) => a.status.localeCompare(b.status));
  const over = accumulate(await readMovements(database.app, bounds));
  expect(over).toHaveLength(bounds.length);
  const asked = [0, 1, 2, Math.floor(bounds.length / 2), bounds.length - 1];
  for (const bound of asked) {
    const asOf = (bounds[bound] ?? '').replace('Z', '000Z');
    const justBefore = new Date(Date.parse(asOf) - 1).toISOString().replace('Z', '999Z');
    const totals = await readStatusTotals(database.app, {
      today: '2026-11-10',
      timeZone: 'UTC',
      asOf: justBefore,
    });
    expect(inOrder(over[bound] ?? [])).toEqual(inOrder(totals));
  }
  expect(over[0]).toEqual([]);
  expect(over.at(-1)).toMatchObject([{ status: 'partially_paid', count: 1, balance: 4950n }]);
});

test('what happened is counted by person and type, and each event has its place', async () => {
  expect(await readChanges(database.app, all)).toEqual({
    count: 3,
    people: [
      { id: 'ana', name: 'Ana Novak', count: 2 },
      { id: 'bob', name: 'Bob Ekdahl', count: 1 },
    ],
    types: [
      { workflow: 'invoice', type: 'invoice_created', count: 1 },
      { workflow: 'invoice', type: 'invoice_finalized', count: 1 },
      { workflow: 'invoice', type: 'payment_received', count: 1 },
    ],
  });
  const told = await Promise.all([1, 2, 3, 4].map((n) => readNth(database.app, all, n, 3)));
  expect(told.map((each) => each?.event.type ?? null)).toEqual([
    'invoice_created',
    'invoice_finalized',
    'payment_received',
    null,
  ]);
  const bobs = await readNth(database.app, { ...all, actors: ['bob'] }, 1, 1);
  expect(bobs?.event.type).toBe('payment_received');
});
