/** Whatever is asked for together: the list has exactly the rows that a filter written in TypeScript leaves. */
import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayStart, weekOf } from '@/lib/calendar-spans';
import {
  duePresets,
  type InvoiceFilters,
  invoiceFlags,
  noFilters,
  type Range,
  sincePresets,
} from '@/lib/invoice/invoice-filters';
import type { InvoiceListRow } from '@/lib/invoice/invoice-list';
import { balanceOf } from '@/lib/invoice/invoice-list';
import { type Status, statuses } from '@/lib/invoice/status';
import { type Currency, exponentOf } from '@/lib/money';
import { listInvoices } from './invoice-list';
import { events } from './schema/events';
import { invoices } from './schema/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;

const calendar = { today: '2026-11-10', timeZone: 'Europe/Berlin' };
const customers = Array.from({ length: 3 }, () => randomUUID());
const actors = ['ana', 'bob', 'collections-agent', 'system'];
const currencies: Currency[] = ['EUR', 'JPY', 'KWD'];
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** Rows in which everything that can be filtered by comes together in many ways, and who changed them when. */
const rows = Array.from({ length: 240 }, (_, n) => ({
  streamId: randomUUID(),
  version: 3,
  number: n % 5 === 0 ? null : `INV-${2000 + n}`,
  customerId: pick(customers, n),
  customerName: pick(['Lindqvist Bakery', 'Harbour Coffee', 'Öst_kaffe 100%'], n),
  currency: pick(currencies, Math.floor(n / 2)),
  status: pick(statuses, Math.floor(n / 3)),
  disputed: n % 11 === 0,
  awaitsApproval: n % 13 === 0,
  netAmount: 0,
  taxAmount: 0,
  totalAmount: (n % 17) * 250,
  paidAmount: 0,
  balanceAmount: (n % 7) * 250 - 500,
  lineCount: 1,
  dueDate: n % 6 === 0 ? null : addDays(calendar.today, (n % 23) - 11),
  lastEventType: 'memo_changed',
  lastActorId: pick(actors, n),
  lastActorName: pick(actors, n),
  updatedAt: changeTime(n, 0),
}));
const changes = rows.flatMap(({ streamId }, n) =>
  [2, 1, 0].map((before, index) => ({
    streamId,
    version: index + 1,
    actorId: pick(actors, n + before),
    occurredAt: changeTime(n, before),
  })),
);

/** The newest change is up to twelve days old, each one before it is two and a half days older. */
function changeTime(n: number, before: number): string {
  const hours = (n % 24) * 12 + before * 60;
  return new Date(Date.parse('2026-11-10T18:00:00Z') - hours * 3_600_000).toISOString();
}

beforeAll(async () => {
  database = await createTestDatabase();
  await database.owner.insert(invoices).values(rows);
  await database.owner.insert(events).values(
    changes.map((change) => ({
      ...change,
      workflow: 'invoice',
      type: 'memo_changed',
      schemaVersion: 1,
      payload: {},
      changes: {},
      operationId: randomUUID(),
      step: 0,
      cause: 'command',
      actorKind: 'user',
      actorName: change.actorId,
      metadata: {},
      recordedAt: change.occurredAt,
      hash: new Uint8Array(32),
    })),
  );
});
afterAll(() => database.drop());

type Row = (typeof rows)[number];

const isOpen = (row: Row) => row.status === 'open' || row.status === 'partially_paid';
const isOverdue = (row: Row) => isOpen(row) && row.dueDate !== null && row.dueDate < calendar.today;
const face = (row: Row, minor: number) => minor / 10 ** exponentOf(row.currency);

function inside<T extends string | number>(
  value: T | null,
  { from, to }: Range,
  read: (text: string) => T,
): boolean {
  return value !== null && (!from || value >= read(from)) && (!to || value <= read(to));
}

const asText = (text: string) => text;

/** Each filter in plain words. */
const matches: {
  [K in keyof InvoiceFilters]: (
    row: Row,
    asked: NonNullable<InvoiceFilters[K]>,
    all: InvoiceFilters,
  ) => boolean;
} = {
  search: (row, text) =>
    text
      .toLowerCase()
      .split(' ')
      .every((word) => `${row.number ?? ''} ${row.customerName}`.toLowerCase().includes(word)),
  statuses: (row, asked) => asked.length === 0 || asked.includes(row.status as Status),
  flags: (row, asked) =>
    asked.length === 0 ||
    asked.some(
      (flag) =>
        ({
          overdue: isOverdue(row),
          disputed: row.disputed,
          awaiting_approval: row.awaitsApproval,
          overpaid: row.status === 'paid' && row.balanceAmount < 0,
        })[flag],
    ),
  customer: (row, id) => row.customerId === id,
  total: (row, range) => inside(face(row, row.totalAmount), range, Number),
  balance: (row, range) => {
    const balance = balanceOf(row as Pick<InvoiceListRow, 'status' | 'balanceAmount'>);
    return inside(balance === null ? null : face(row, balance), range, Number);
  },
  currency: (row, code) => row.currency === code,
  due: (row, due) => {
    if (due === 'overdue') return isOverdue(row);
    if (due === 'none') return row.dueDate === null;
    if (due === 'today') return row.dueDate === calendar.today;
    return inside(row.dueDate, due === 'this_week' ? weekOf(calendar.today) : due, asText);
  },
  changedBy: (row, actor, { changedSince }) =>
    changes.some(
      (change) =>
        change.streamId === row.streamId &&
        change.actorId === actor &&
        change.occurredAt >= instantOf(changedSince),
    ),
  changedSince: (row, since) => row.updatedAt >= instantOf(since),
};

function instantOf(since: InvoiceFilters['changedSince']): string {
  if (since === null) return '';
  if (typeof since === 'object') return new Date(since.at).toISOString();
  return dayStart(addDays(calendar.today, { today: 0, yesterday: -1, week: -7 }[since]), calendar.timeZone);
}

/** One row more is read at a time than is shown, so all of them take a few pages. */
async function listed(filters: InvoiceFilters) {
  const query = {
    ...noFilters,
    ...filters,
    sort: 'updated',
    descending: true,
    size: 100,
    before: null,
  } as const;
  const ids: string[] = [];
  let page = await listInvoices(database.app, { ...query, after: null }, calendar);
  for (;;) {
    ids.push(...page.rows.map((row) => row.id));
    if (!page.next) return { ids: ids.sort(), total: page.total, totals: page.totals };
    page = await listInvoices(database.app, { ...query, after: page.next }, calendar);
  }
}

function expected(filters: InvoiceFilters) {
  const entries = Object.entries(filters).filter(([, asked]) => asked !== null) as [
    keyof InvoiceFilters,
    never,
  ][];
  const found = rows.filter((row) => entries.every(([name, asked]) => matches[name](row, asked, filters)));
  const sumOf = (some: readonly Row[], amount: 'totalAmount' | 'balanceAmount') =>
    some.reduce((sum, row) => sum + BigInt(row[amount]), 0n);
  const totals = currencies.flatMap((currency) => {
    const mine = found.filter((row) => row.currency === currency);
    return mine.length === 0
      ? []
      : {
          currency,
          count: mine.length,
          total: sumOf(mine, 'totalAmount'),
          openBalance: sumOf(mine.filter(isOpen), 'balanceAmount'),
          overdue: sumOf(mine.filter(isOverdue), 'balanceAmount'),
        };
  });
  totals.sort((a, b) => b.count - a.count || (a.currency < b.currency ? -1 : 1));
  return { ids: found.map((row) => row.streamId).sort(), total: found.length, totals };
}

const range = (end: fc.Arbitrary<string>): fc.Arbitrary<Range> =>
  fc
    .record({ from: fc.option(end), to: fc.option(end) })
    .filter(({ from, to }) => from !== null || to !== null);
const amounts = range(fc.constantFrom('-2', '0', '0.001', '2.50', '5', '10.25', '1000', '4250'));
const day = fc.integer({ min: -12, max: 12 }).map((days) => addDays(calendar.today, days));

const each: { [K in keyof InvoiceFilters]: fc.Arbitrary<InvoiceFilters[K]> } = {
  search: fc.constantFrom('', 'bakery', 'INV-20', 'inv 2 coffee', '_', '100%', 'nobody'),
  statuses: fc.uniqueArray(fc.constantFrom(...statuses), { maxLength: 3 }),
  flags: fc.uniqueArray(fc.constantFrom(...invoiceFlags), { maxLength: 3 }),
  customer: fc.constantFrom(...customers, randomUUID()),
  total: amounts,
  balance: amounts,
  currency: fc.constantFrom(...currencies, 'USD'),
  due: fc.oneof(fc.constantFrom(...duePresets), range(day)),
  changedBy: fc.constantFrom(...actors, 'nobody'),
  changedSince: fc.oneof(
    fc.constantFrom(...sincePresets),
    fc.integer({ min: 0, max: 300 }).map((hours) => ({
      at: new Date(Date.parse('2026-11-10T18:00:00Z') - hours * 3_600_000).toISOString(),
    })),
  ),
};

test.each(Object.keys(each) as (keyof InvoiceFilters)[])('%s alone leaves what it says', async (name) => {
  await fc.assert(
    fc.asyncProperty(each[name] as fc.Arbitrary<never>, async (asked) => {
      const filters = { ...noFilters, [name]: asked };
      expect(await listed(filters)).toEqual(expected(filters));
    }),
    { numRuns: 20 },
  );
});

test('any filters together leave what each of them leaves, and the totals are of exactly that', async () => {
  const some = fc.record(
    Object.fromEntries(
      Object.entries(each).map(([name, filter]) => [
        name,
        fc.oneof(
          { weight: 2, arbitrary: fc.constant(noFilters[name as keyof InvoiceFilters]) },
          filter as fc.Arbitrary<never>,
        ),
      ]),
    ),
  ) as unknown as fc.Arbitrary<InvoiceFilters>;
  await fc.assert(
    fc.asyncProperty(some, async (filters) => {
      expect(await listed(filters)).toEqual(expected(filters));
    }),
    { numRuns: 150 },
  );
});
