import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type InvoiceFilters, noFilters } from '@/lib/invoice/invoice-filters';
import {
  balanceOf,
  type InvoiceListRow,
  type InvoiceOrdering,
  invoiceSorts,
} from '@/lib/invoice/invoice-list';
import { readInvoiceBatches } from './invoice-export';
import { listInvoices } from './invoice-list';
import { readSelection, selectionWhere } from './invoice-selection';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;
const calendar = { today: '2026-11-10', timeZone: 'Europe/Berlin' };
const byChange: InvoiceOrdering = { sort: 'updated', descending: true };

beforeAll(async () => {
  database = await createTestDatabase();
  await database.owner.execute(sql`
    INSERT INTO invoices (stream_id, version, number, customer_id, customer_name, currency, status, net_amount,
      tax_amount, total_amount, paid_amount, balance_amount, line_count, issue_date, due_date, last_event_type,
      last_actor_id, last_actor_name, updated_at)
    SELECT gen_random_uuid(), 1, CASE WHEN n % 10 > 0 THEN 'INV-' || n % 900 END, gen_random_uuid(),
           'Customer ' || n % 7, CASE WHEN n % 5 = 0 THEN 'JPY' ELSE 'EUR' END,
           (ARRAY['open', 'paid', 'draft', 'partially_paid', 'void', 'uncollectible'])[n % 6 + 1],
           n, n, n % 1000, 0, n % 777, 1, CASE WHEN n % 3 > 0 THEN date '2026-10-01' + n % 40 END,
           CASE WHEN n % 4 > 0 THEN date '2026-10-20' + n % 40 END, 'invoice_created', 'ana', 'Ana Novak',
           timestamptz '2026-11-01' + n % 50 * interval '1 minute'
      FROM generate_series(1, 2500) n`);
});
afterAll(() => database.drop());

async function exported(
  filters: Partial<InvoiceFilters>,
  ordering = byChange,
  except: readonly string[] = [],
): Promise<InvoiceListRow[]> {
  const where = selectionWhere({ kind: 'matching', filters: { ...noFilters, ...filters }, except }, calendar);
  const rows: InvoiceListRow[] = [];
  for await (const batch of readInvoiceBatches(database.app, where, ordering, calendar)) rows.push(...batch);
  return rows;
}

const listed = (filters: Partial<InvoiceFilters>, ordering = byChange, after: string | null = null) =>
  listInvoices(
    database.app,
    { ...noFilters, ...filters, ...ordering, size: 100, after, before: null },
    calendar,
  );

describe.each(invoiceSorts)('by %s', (sort) => {
  test.each([true, false])(
    'a file has the rows of all pages in their order, descending %s',
    async (descending) => {
      const ids: string[] = [];
      let page = await listed({}, { sort, descending });
      for (;;) {
        ids.push(...page.rows.map((row) => row.id));
        if (!page.next) break;
        page = await listed({}, { sort, descending }, page.next);
      }
      expect((await exported({}, { sort, descending })).map((row) => row.id)).toEqual(ids);
    },
  );
});

test.each<Partial<InvoiceFilters>>([
  {},
  { statuses: ['open', 'partially_paid'], flags: ['overdue'] },
  { search: 'customer 3', total: { from: '2.50', to: null } },
  { currency: 'JPY', due: 'none' },
])('the sums of a file are the totals of the list, to the cent: %j', async (filters) => {
  const rows = await exported(filters);
  const { totals, total } = await listed(filters);
  expect(rows).toHaveLength(total);
  expect(total).toBeGreaterThan(0);
  for (const each of totals) {
    const mine = rows.filter(({ currency }) => currency === each.currency);
    const open = mine.filter(({ status }) => status === 'open' || status === 'partially_paid');
    const sum = (some: readonly InvoiceListRow[], of: (row: InvoiceListRow) => number) =>
      some.reduce((all, row) => all + BigInt(of(row)), 0n);
    expect({
      count: mine.length,
      total: sum(mine, (row) => row.totalAmount),
      openBalance: sum(open, (row) => balanceOf(row) ?? 0),
      overdue: sum(
        open.filter((row) => row.overdue),
        (row) => balanceOf(row) ?? 0,
      ),
    }).toEqual({
      count: each.count,
      total: each.total,
      openBalance: each.openBalance,
      overdue: each.overdue,
    });
  }
});

test('a row that changes while the file is read is in it once, as it was when the reading began', async () => {
  const where = selectionWhere({ kind: 'matching', filters: noFilters, except: [] }, calendar);
  const rows: InvoiceListRow[] = [];
  for await (const batch of readInvoiceBatches(database.app, where, byChange, calendar)) {
    if (rows.length === 0) {
      // To the front of the list, out of the reader's way.
      await database.owner.execute(sql`
        UPDATE invoices SET updated_at = '2026-11-09', customer_name = 'Changed meanwhile' WHERE number = 'INV-899'`);
    }
    rows.push(...batch);
  }
  expect(new Set(rows.map((row) => row.id)).size).toBe(2500);
  expect(rows).toHaveLength(2500);
  expect(rows.some((row) => row.customerName === 'Changed meanwhile')).toBe(false);
});

test('a reading that is given up gives its connection back', async () => {
  const where = selectionWhere({ kind: 'matching', filters: noFilters, except: [] }, calendar);
  for (let times = 0; times < 15; times++) {
    for await (const _ of readInvoiceBatches(database.app, where, byChange, calendar)) break;
  }
  const { rows } = await database.app.execute<{ n: number }>(sql`SELECT 1 AS n`);
  expect(rows).toEqual([{ n: 1 }]);
});

test('a selection is these rows, or all that match but a few', async () => {
  const all = await exported({ currency: 'JPY' });
  const [first, second] = all.map((row) => row.id) as [string, string];
  const but = await exported({ currency: 'JPY' }, byChange, [first]);
  expect(but.map((row) => row.id)).toEqual(all.slice(1).map((row) => row.id));
  const these = { kind: 'these', ids: [second, first, randomUUID()] } as const;
  expect(await readSelection(database.app, these, calendar, 10)).toEqual([first, second].sort());
  expect(await readSelection(database.app, these, calendar, 1)).toHaveLength(1);
});
