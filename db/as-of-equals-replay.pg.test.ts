/**
 * Whatever happened and whenever it was recorded: the list of a past moment, its totals, filters, orders and file are what
 * a replay of every invoice's events up to that moment says, in either sense of "up to".
 */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Recorded } from '@/lib/event-sourcing/event';
import { RecordBuilder } from '@/lib/event-sourcing/record-builder';
import { replay } from '@/lib/event-sourcing/replay';
import type { InvoiceCommand } from '@/lib/invoice/commands';
import { flagsOf } from '@/lib/invoice/flags';
import type { Invoice } from '@/lib/invoice/invoice';
import { type InvoiceFilters, invoiceFlags, noFilters } from '@/lib/invoice/invoice-filters';
import {
  balanceOf,
  type InvoiceListQuery,
  type InvoiceListRow,
  type InvoiceSort,
  invoiceSorts,
} from '@/lib/invoice/invoice-list';
import { isOverdue, statuses } from '@/lib/invoice/status';
import { summarize } from '@/lib/invoice/summarize';
import { creation, lineId, people } from '@/lib/invoice/testing';
import { aimed, command } from '@/lib/invoice/testing/any-command';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { type Currency, toDecimalText } from '@/lib/money';
import { type PastSense, pastSenses } from '@/lib/past-sense';
import { readStream } from './event-store';
import { readInvoiceBatches } from './invoice-export';
import { listInvoices } from './invoice-list';
import { selectionWhere } from './invoice-selection';
import { createTestDatabase, type TestDatabase } from './testing/test-database';
import { appendTimed } from './testing/timed-record';
import { readStatusTotals } from './time-machine';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const runs = Math.ceil(Number(process.env.RETRACE_PROPERTY_RUNS ?? 300) / 15);

const actors = [people.ana, people.bob, people.mia];
const names = ['Lindqvist Bakery AB', 'Okafor Printing', 'Café Moreau'];

/** What is done, how long after what was done before, in hours, and how long before it was recorded. */
const step = fc.record({
  what: fc.oneof(
    { weight: 6, arbitrary: command },
    { weight: 2, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
    { weight: 2, arbitrary: fc.constant({ type: 'finalize_invoice' as const }) },
  ),
  actor: fc.nat({ max: 2 }),
  after: fc.constantFrom(0, 1, 20, 60),
  delay: fc.constantFrom(0, 0, 0, 5, 100),
});
const history = fc.record({
  customer: fc.nat({ max: 2 }),
  currency: fc.constantFrom('EUR' as const, 'USD' as const),
  begins: fc.nat({ max: 200 }),
  steps: fc.array(step, { minLength: 1, maxLength: 12 }),
});

const start = Date.UTC(2026, 9, 1);
/** Hours as an instant, with microseconds as the database writes them. */
const at = (hours: number): string => new Date(start + hours * 3_600_000).toISOString().replace('Z', '000Z');

/** Writes an invoice that went through this; what the database then has of it. */
async function live({
  customer,
  currency,
  begins,
  steps,
}: typeof history extends fc.Arbitrary<infer T> ? T : never) {
  const record = new RecordBuilder<Invoice, InvoiceCommand>(invoiceWorkflow, randomUUID());
  const { customer: buyer, ...rest } = creation(2, record.streamId);
  const named = { ...buyer, id: lineId(200 + customer), name: names[customer] ?? '' };
  record.command(people.ana, { ...rest, currency, customer: named });
  let [happened, recorded] = [begins, begins];
  const times = record.events.map(() => ({ occurredAt: at(happened), recordedAt: at(recorded) }));
  for (const { what, actor, after, delay } of steps) {
    const who = actors[actor] ?? people.ana;
    if (typeof what === 'string') record.press(who, what);
    else record.command(who, aimed(what, record.log));
    if (record.events.length === times.length) continue;
    happened += after;
    recorded = Math.max(recorded, happened + delay);
    while (times.length < record.events.length)
      times.push({ occurredAt: at(happened), recordedAt: at(recorded) });
  }
  await appendTimed(database.app, record, times);
  return readStream(database.app.$client, record.streamId);
}

type Row = ReturnType<typeof rowOf>;

function rowOf(log: readonly Recorded[], today: string) {
  const state = replay<Invoice>(invoiceWorkflow, log);
  const last = log.at(-1) as Recorded;
  return {
    ...summarize(state),
    id: last.streamId,
    version: log.length,
    overdue: isOverdue(state, today),
    lastActorName: last.actor.name,
    updatedAt: last.occurredAt,
    changes: log.map(({ actor, occurredAt }) => ({ by: actor.id, at: occurredAt })),
  };
}

/** The obvious way: replay what had happened, or had been recorded, by then. */
function replayed(
  logs: readonly (readonly Recorded[])[],
  moment: string,
  sense: PastSense,
  today: string,
): Row[] {
  return logs.flatMap((log) => {
    const then = log.filter((event) => (sense === 'was' ? event.occurredAt : event.recordedAt) <= moment);
    return then.length === 0 ? [] : [rowOf(then, today)];
  });
}

/** An amount as people write it, which is what filters and orders go by: ¥100 is more than €99.00. */
const decimal = (row: Row, minorUnits: number): number =>
  Number(toDecimalText(minorUnits, row.currency as Currency));

const within = (value: number, { from, to }: { from: string | null; to: string | null }) =>
  (from === null || value >= Number(from)) && (to === null || value <= Number(to));

/** The filters, said again in the plainest words. */
function matches(row: Row, filters: InvoiceFilters): boolean {
  const text = `${row.number ?? ''} ${row.customerName}`.toLowerCase();
  const words = filters.search.toLowerCase().split(' ').filter(Boolean);
  const balance = balanceOf(row);
  const since = filters.changedSince as { at: string } | null;
  const { due, changedBy } = filters;
  return (
    words.every((word) => text.includes(word)) &&
    (filters.statuses.length === 0 || filters.statuses.includes(row.status)) &&
    (filters.flags.length === 0 || flagsOf(row).some((flag) => filters.flags.includes(flag))) &&
    (filters.customer === null || row.customerId === filters.customer) &&
    (filters.currency === null || row.currency === filters.currency) &&
    (filters.total === null || within(decimal(row, row.totalAmount), filters.total)) &&
    (filters.balance === null || (balance !== null && within(decimal(row, balance), filters.balance))) &&
    (due === null ||
      (due === 'none' && row.dueDate === null) ||
      (due === 'overdue' && row.overdue) ||
      (typeof due === 'object' &&
        row.dueDate !== null &&
        (due.from === null || row.dueDate >= due.from) &&
        (due.to === null || row.dueDate <= due.to))) &&
    (changedBy === null
      ? since === null || row.updatedAt >= since.at
      : row.changes.some((change) => change.by === changedBy && (since === null || change.at >= since.at)))
  );
}

const filters: fc.Arbitrary<Partial<InvoiceFilters>> = fc.oneof(
  fc.constant({}),
  fc.record({ search: fc.constantFrom('bakery', 'okafor printing', 'INV', '0001 moreau', 'nobody') }),
  fc.record({ statuses: fc.subarray([...statuses], { minLength: 1 }) }),
  fc.record({ flags: fc.subarray([...invoiceFlags], { minLength: 1 }) }),
  fc.record({ customer: fc.constantFrom(lineId(200), lineId(201)) }),
  fc.record({ currency: fc.constantFrom('EUR', 'USD'), statuses: fc.subarray([...statuses]) }),
  fc.record({ total: fc.constantFrom({ from: '20', to: '60' }, { from: null, to: '59.50' }) }),
  fc.record({ balance: fc.constantFrom({ from: '0.01', to: null }, { from: '-5', to: '40' }) }),
  fc.record({
    due: fc.constantFrom('none' as const, 'overdue' as const, { from: '2026-11-02', to: null }),
  }),
  fc.record({
    changedBy: fc.constantFrom(null, 'bob', 'mia'),
    changedSince: fc.nat({ max: 300 }).map((hours) => ({ at: at(hours) })),
  }),
);

/** What a row is sorted by, so that the plain order of JavaScript is the order meant; null comes last either way. */
const keys: Record<InvoiceSort, (row: Row) => string | number | null> = {
  updated: (row) => row.updatedAt,
  number: (row) => row.number,
  customer: (row) => row.customerName.toLowerCase(),
  issued: (row) => row.issueDate,
  due: (row) => row.dueDate,
  net: (row) => decimal(row, row.netAmount),
  tax: (row) => decimal(row, row.taxAmount),
  total: (row) => decimal(row, row.totalAmount),
  paid: (row) => decimal(row, row.paidAmount),
  credited: (row) => decimal(row, row.creditedAmount),
  refunded: (row) => decimal(row, row.refundedAmount),
  balance: (row) => {
    const balance = balanceOf(row);
    return balance === null ? null : decimal(row, balance);
  },
};

function compareBy(sort: InvoiceSort, descending: boolean) {
  return (a: Row, b: Row): number => {
    const [left, right] = [keys[sort](a), keys[sort](b)];
    if (left === right) return 0;
    if (left === null || right === null) return left === null ? 1 : -1;
    return (left < right ? -1 : 1) * (descending ? -1 : 1);
  };
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

it('is what a replay says', { timeout: 180_000 }, async () => {
  const logs: Recorded[][] = [];
  const asked = fc.record({
    sense: fc.constantFrom(...pastSenses),
    /** Which of all instants, and whether right before it. */
    instant: fc.nat({ max: 10_000 }),
    before: fc.boolean(),
    filters,
    sort: fc.constantFrom(...invoiceSorts),
    descending: fc.boolean(),
  });
  const histories = fc.array(history, { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(histories, fc.array(asked, { minLength: 6, maxLength: 6 }), async (more, questions) => {
      for (const each of more) logs.push(await live(each));
      const instants = logs.flat().flatMap(({ occurredAt, recordedAt }) => [occurredAt, recordedAt]);
      for (const { sense, instant, before, filters: narrowed, sort, descending } of questions) {
        const exact = instants[instant % instants.length] ?? '';
        const asOf = before ? new Date(Date.parse(exact) - 1).toISOString().replace('Z', '999Z') : exact;
        const today = '2026-11-04';
        const calendar = { today, timeZone: 'UTC', asOf, sense };
        const all = replayed(logs, asOf, sense, today);
        const query = { ...noFilters, ...narrowed };
        const expected = all.filter((row) => matches(row, query));

        const rows = await everyPage({ ...query, sort, descending, size: 25 }, calendar, expected);
        expect(rows.toSorted(byId)).toMatchObject(
          expected.map(({ customerId: _, changes: __, ...row }) => row).toSorted(byId),
        );
        const order = compareBy(sort, descending);
        const shown = rows.map(({ id }) => expected.find((row) => row.id === id) as Row);
        expect(shown.map(keys[sort])).toEqual(expected.toSorted(order).map(keys[sort]));

        const exported: string[] = [];
        const where = selectionWhere({ kind: 'matching', filters: query, except: [] }, calendar);
        for await (const batch of readInvoiceBatches(database.app, where, { sort, descending }, calendar))
          exported.push(...batch.map(({ id }) => id));
        expect(exported).toEqual(rows.map(({ id }) => id));

        const business = await readStatusTotals(database.app, calendar);
        for (const { currency, status, count, total, balance } of business) {
          const those = all.filter((row) => row.currency === currency && row.status === status);
          expect([count, total, balance]).toEqual([
            those.length,
            sum(those.map((row) => row.totalAmount)),
            sum(those.map((row) => row.balanceAmount)),
          ]);
        }
        expect(business.reduce((all, { count }) => all + count, 0)).toBe(all.length);
      }
    }),
    // What was written stays, so a smaller case is none.
    { numRuns: runs, endOnFailure: true },
  );
});

const sum = (amounts: readonly number[]): bigint => amounts.reduce((all, amount) => all + BigInt(amount), 0n);

/** Walks the list from the first page to the last; the totals stand on each of them. */
async function everyPage(
  query: Omit<InvoiceListQuery, 'after' | 'before'>,
  calendar: Parameters<typeof listInvoices>[2],
  expected: readonly Row[],
) {
  const rows: InvoiceListRow[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listInvoices>> = await listInvoices(
      database.app,
      { ...query, after, before: null },
      calendar,
    );
    expect(page.total, JSON.stringify({ ...query, ...calendar })).toBe(expected.length);
    expect(page.first).toBe(expected.length === 0 ? 0 : rows.length + 1);
    for (const { currency, count, total, openBalance, overdue } of page.totals) {
      const those = expected.filter((row) => row.currency === (currency as Currency));
      const open = those.filter(({ status }) => status === 'open' || status === 'partially_paid');
      expect([count, total, openBalance, overdue]).toEqual([
        those.length,
        sum(those.map((row) => row.totalAmount)),
        sum(open.map((row) => row.balanceAmount)),
        sum(open.filter((row) => row.overdue).map((row) => row.balanceAmount)),
      ]);
    }
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}
