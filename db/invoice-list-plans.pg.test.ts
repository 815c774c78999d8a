import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noFilters } from '@/lib/invoice/invoice-filters';
import type { InvoiceListQuery, InvoiceSort } from '@/lib/invoice/invoice-list';
import type { Database } from './client';
import { encodeCursor } from './invoice-cursor';
import { listInvoices } from './invoice-list';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.owner.execute(sql`
    INSERT INTO invoices (stream_id, version, number, customer_id, customer_name, currency, status, net_amount,
      tax_amount, total_amount, paid_amount, balance_amount, line_count, due_date, last_event_type, last_actor_id,
      last_actor_name, updated_at)
    SELECT gen_random_uuid(), 1, CASE WHEN n % 10 > 0 THEN 'INV-' || n END, gen_random_uuid(),
           'Customer ' || md5((n % 500)::text), 'EUR', CASE WHEN n % 4 = 0 THEN 'open' ELSE 'paid' END,
           0, 0, n % 1000, 0, 0, 1, CASE WHEN n % 7 > 0 THEN date '2026-01-01' + n % 400 END,
           'invoice_created', 'ana', 'Ana Novak', timestamptz '2026-01-01' + n * interval '1 minute'
      FROM generate_series(1, 20000) n`);
  // As autovacuum would soon: new entries of the search index wait in a list that only a scan of it finds.
  await database.owner.execute(sql`VACUUM (ANALYZE) invoices`);
});
afterAll(() => database.drop());

/** How PostgreSQL would read a page of 20,000 invoices. */
async function planOf(query: Partial<InvoiceListQuery>): Promise<string> {
  const plans: string[] = [];
  const explaining: Pick<Database, 'execute'> = {
    execute: ((statement: SQL) => {
      const explained = database.app.execute<{ 'QUERY PLAN': string }>(sql`EXPLAIN ${statement}`);
      return explained.then(({ rows }) => {
        plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
        return { rows: [] };
      });
    }) as Database['execute'],
  };
  const everything: InvoiceListQuery = {
    ...noFilters,
    sort: 'updated',
    descending: true,
    size: 50,
    after: null,
    before: null,
  };
  await listInvoices(
    explaining,
    { ...everything, ...query },
    {
      today: '2026-11-10',
      timeZone: 'Europe/Berlin',
    },
  );
  return plans.find((plan) => plan.includes('Limit')) ?? '';
}

// The last of all ids: "beyond it" looks as if it were few rows.
const id = 'ffffffff-ffff-4fff-bfff-ffffffffffff';
const keys = { updated: '2026-01-07T12:00:00.000000Z', number: 'INV-10001', due: '2026-06-01' };
const indexed = (Object.keys(keys) as (keyof typeof keys)[]).flatMap((sort) =>
  [true, false].map((descending) => ({ sort, descending })),
);

describe.each(indexed)('by $sort, descending $descending', ({ sort, descending }) => {
  const cursor = encodeCursor(sort satisfies InvoiceSort, { key: keys[sort], id });
  test.each([
    { where: 'the first', after: null, before: null },
    { where: 'one behind a row', after: cursor, before: null },
    { where: 'one before a row', after: null, before: cursor },
  ])('the page that is $where comes straight from the index', async ({ after, before }) => {
    const plan = await planOf({ sort, descending, after, before });
    expect(plan).toContain(`using invoices_${sort}`);
    expect(plan).not.toContain('Seq Scan');
    if (after || before) expect(plan).toMatch(/Index Cond: .*[<>]=/);
  });
});

test('a search uses the index of three letters', async () => {
  expect(await planOf({ search: 'c4ca4238' })).toContain('invoices_search');
});
