/**
 * The list of records out of the shared tables, now and at any past moment, in either sense of the past, is what a replay
 * of every record's events says: rows, order, totals, pages and file.
 */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Recorded } from '@/lib/event-sourcing/event';
import { replay } from '@/lib/event-sourcing/replay';
import { type PastSense, pastSenses } from '@/lib/past-sense';
import { type RecordListRow, type RecordSort, recordSorts } from '@/lib/record-list';
import { searchedText } from '@/lib/record-summary';
import { type Subscription, subscriptionStatuses } from '@/lib/subscription/subscription';
import { summarize } from '@/lib/subscription/summarize';
import { anyCommand, people, subscription } from '@/lib/subscription/testing';
import { subscriptionWorkflow } from '@/lib/subscription/workflow';
import { readStream } from './event-store';
import { listRecords, readRecordBatches, recordsPerPage } from './record-list';
import { createTestDatabase, type TestDatabase } from './testing/test-database';
import { appendTimed } from './testing/timed-record';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const runs = Math.ceil(Number(process.env.RETRACE_PROPERTY_RUNS ?? 300) / 15);
const start = Date.UTC(2026, 9, 1);
/** Hours as an instant, with microseconds as the database writes them. */
const at = (hours: number): string => new Date(start + hours * 3_600_000).toISOString().replace('Z', '000Z');

const history = fc.record({
  begins: fc.nat({ max: 200 }),
  steps: fc.array(
    fc.record({
      what: fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...anyCommand) },
        { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
      ),
      after: fc.constantFrom(0, 1, 20, 60),
      delay: fc.constantFrom(0, 0, 5, 100),
    }),
    { maxLength: 8 },
  ),
});

/** Writes a subscription that went through this; what the database then has of it. */
async function live({ begins, steps }: typeof history extends fc.Arbitrary<infer T> ? T : never) {
  const record = subscription(randomUUID());
  let [happened, recorded] = [begins, begins];
  const times = [{ occurredAt: at(happened), recordedAt: at(recorded) }];
  for (const { what, after, delay } of steps) {
    if (typeof what === 'string') record.press(people.ana, what);
    else record.command(people.ana, what);
    if (record.events.length === times.length) continue;
    happened += after;
    recorded = Math.max(recorded, happened + delay);
    while (times.length < record.events.length)
      times.push({ occurredAt: at(happened), recordedAt: at(recorded) });
  }
  await appendTimed(database.app, record, times);
  return readStream(database.app.$client, record.streamId);
}

/** The obvious way: replay what had happened, or had been recorded, by then. */
function replayed(logs: readonly (readonly Recorded[])[], moment: string | null, sense: PastSense) {
  return logs.flatMap((log) => {
    const then = log.filter(
      (event) => moment === null || (sense === 'was' ? event.occurredAt : event.recordedAt) <= moment,
    );
    const last = then.at(-1);
    if (!last) return [];
    const summary = summarize(replay<Subscription>(subscriptionWorkflow, then));
    return [
      {
        ...summary,
        id: last.streamId,
        version: then.length,
        updatedAt: last.occurredAt,
        search: searchedText(summary),
      },
    ];
  });
}

type Row = ReturnType<typeof replayed>[number];

const keys: Record<RecordSort, (row: Row) => string | number> = {
  updated: (row) => row.updatedAt,
  title: (row) => row.title.toLowerCase(),
  customer: (row) => (row.customerName ?? '').toLowerCase(),
  amount: (row) => row.amount ?? Number.NEGATIVE_INFINITY,
};

const questions = fc.array(
  fc.record({
    sense: fc.constantFrom(...pastSenses),
    hours: fc.option(fc.nat({ max: 700 })),
    search: fc.constantFrom('', 'starter', 'TEAM bakery', '50%', 'nobody'),
    statuses: fc.subarray([...subscriptionStatuses]),
    sort: fc.constantFrom(...recordSorts),
    descending: fc.boolean(),
  }),
  { minLength: 5, maxLength: 5 },
);

it('is what a replay says', { timeout: 180_000 }, async () => {
  const logs: Recorded[][] = [];
  await fc.assert(
    fc.asyncProperty(fc.array(history, { minLength: 4, maxLength: 8 }), questions, async (more, asked) => {
      for (const each of more) logs.push(await live(each));
      for (const { sense, hours, search, statuses, sort, descending } of asked) {
        const asOf = hours === null ? null : at(hours);
        const words = search.toLowerCase().split(' ').filter(Boolean);
        const expected = replayed(logs, asOf, sense).filter(
          (row) =>
            words.every((word) => row.search.includes(word)) &&
            (statuses.length === 0 || (statuses as string[]).includes(row.status)),
        );
        const query = { workflow: 'subscription', search, statuses, sort, descending };
        const rows = await everyPage(query, { asOf, sense }, expected.length);
        const found = rows.map((row) => expected.find(({ id }) => id === row.id) as Row);
        expect(found.map(({ search: _, ...row }) => row)).toMatchObject(
          rows.map(({ lastActorName: _, ...row }) => row),
        );
        expect(new Set(found).size).toBe(expected.length);
        const inOrder = expected.map(keys[sort]).toSorted((a, b) => (a < b ? -1 : Number(a > b)));
        expect(found.map(keys[sort])).toEqual(descending ? inOrder.reverse() : inOrder);
        const file: string[] = [];
        for await (const batch of readRecordBatches(database.app, query, { asOf, sense }))
          file.push(...batch.map(({ id }) => id));
        expect(file).toEqual(rows.map(({ id }) => id));
      }
    }),
    // What was written stays, so a smaller case is none.
    { numRuns: runs, endOnFailure: true },
  );
});

/** Walks the list from the first page to the last, and back to the first; the totals stand on each of them. */
async function everyPage(
  query: Omit<Parameters<typeof listRecords>[1], 'after' | 'before'>,
  moment: Parameters<typeof listRecords>[2],
  total: number,
) {
  const read = (cursor: { after: string | null; before: string | null }) =>
    listRecords(database.app, { ...query, ...cursor }, moment);
  const rows: RecordListRow[] = [];
  let page = await read({ after: null, before: null });
  for (;;) {
    expect(page.total).toBe(total);
    expect(page.totals.reduce((all, { count }) => all + count, 0)).toBe(total);
    rows.push(...page.rows);
    if (page.next === null) break;
    page = await read({ after: page.next, before: null });
  }
  const backwards: RecordListRow[] = [...page.rows];
  while (page.previous !== null) {
    page = await read({ after: null, before: page.previous });
    if (page.rows.length === recordsPerPage) backwards.unshift(...page.rows);
  }
  if (backwards.length === rows.length) expect(backwards).toEqual(rows);
  return rows;
}

it('takes a cursor that is none for the first page', async () => {
  const query = {
    workflow: 'subscription',
    search: '',
    statuses: [],
    sort: 'title' as const,
    descending: false,
  };
  const first = await listRecords(database.app, { ...query, after: null, before: null });
  for (const after of ['x', 'bnVsbA', cursor('updated', '2026-01-01T00:00:00Z', 1)])
    expect((await listRecords(database.app, { ...query, after, before: null })).rows).toEqual(first.rows);
});

it.each([
  ['amount', '9223372036854775808'],
  ['amount', '-9999999999999999999'],
  ['updated', '0000-01-01T00:00:00Z'],
] as const)(
  'takes a cursor into %s beyond what the database can hold, %s, for the first page',
  async (sort, key) => {
    const query = { workflow: 'subscription', search: '', statuses: [], sort, descending: false };
    const first = await listRecords(database.app, { ...query, after: null, before: null });
    const after = cursor(sort, key, randomUUID());
    expect((await listRecords(database.app, { ...query, after, before: null })).rows).toEqual(first.rows);
  },
);

const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
