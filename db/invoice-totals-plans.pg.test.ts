/** How PostgreSQL answers filters and totals over 100,000 invoices and 200,000 events: in a time nobody waits for. */
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type InvoiceFilters, noFilters } from '@/lib/invoice/invoice-filters';
import { type InvoiceSort, invoiceSorts } from '@/lib/invoice/invoice-list';
import type { Database } from './client';
import { listInvoices } from './invoice-list';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.owner.execute(sql`
    INSERT INTO invoices (stream_id, version, number, customer_id, customer_name, currency, status, disputed,
      net_amount, tax_amount, total_amount, paid_amount, balance_amount, line_count, issue_date, due_date,
      last_event_type, last_actor_id, last_actor_name, updated_at)
    SELECT md5(n::text)::uuid, 2, CASE WHEN n % 10 > 0 THEN 'INV-' || n END, md5((n % 500)::text)::uuid,
           'Customer ' || md5((n % 500)::text), CASE WHEN n % 5 = 0 THEN 'USD' ELSE 'EUR' END,
           CASE WHEN n % 4 = 0 THEN 'open' ELSE 'paid' END, n % 1000 = 0, 0, 0, n % 1000, 0, n % 700, 1,
           date '2026-01-01' + n % 300, CASE WHEN n % 7 > 0 THEN date '2026-01-01' + n % 400 END,
           'memo_changed', 'actor-1', 'Somebody', timestamptz '2026-01-01' + n * interval '4 minutes'
      FROM generate_series(1, 100000) n`);
  // Two changes of each, by nine who do much and one who did little.
  await database.owner.execute(sql`
    INSERT INTO events (workflow, stream_id, version, type, schema_version, payload, changes, operation_id, step, cause,
      actor_id, actor_kind, actor_name, metadata, occurred_at, recorded_at, hash)
    SELECT 'invoice', md5((n % 100000 + 1)::text)::uuid, n / 100000 + 1, 'memo_changed', 1, '{}', '{}',
           gen_random_uuid(), 0, 'command', CASE WHEN n % 40000 = 7 THEN 'seldom' ELSE 'actor-' || n % 9 END, 'user',
           'Somebody', '{}', at, at, decode(md5(n::text), 'hex')
      FROM generate_series(0, 199999) n, LATERAL (SELECT timestamptz '2026-01-01' + n * interval '2 minutes') t(at)`);
  await database.owner.execute(sql`VACUUM (ANALYZE) invoices`);
  await database.owner.execute(sql`VACUUM (ANALYZE) events`);
}, 180_000);
afterAll(() => database.drop());

interface Plan {
  text: string;
  milliseconds: number;
}

const limit = 300;

/** How a page and the totals are read, and what each of the two took. A machine that is busy gets two more tries. */
async function plansOf(filters: Partial<InvoiceFilters>, sort: InvoiceSort = 'updated'): Promise<Plan[]> {
  for (let tries = 1; ; tries++) {
    const plans = await explained(filters, sort);
    if (tries === 3 || plans.every(({ milliseconds }) => milliseconds < limit)) return plans;
  }
}

async function explained(filters: Partial<InvoiceFilters>, sort: InvoiceSort): Promise<Plan[]> {
  const plans: Plan[] = [];
  const explaining: Pick<Database, 'execute'> = {
    execute: (async (statement: SQL) => {
      const { rows } = await database.app.execute<{ 'QUERY PLAN': string }>(
        sql`EXPLAIN (ANALYZE, TIMING OFF) ${statement}`,
      );
      const text = rows.map((row) => row['QUERY PLAN']).join('\n');
      plans.push({ text, milliseconds: Number(/Execution Time: ([\d.]+)/.exec(text)?.[1]) });
      return { rows: [] };
    }) as unknown as Database['execute'],
  };
  await listInvoices(
    explaining,
    { ...noFilters, ...filters, sort, descending: true, size: 50, after: null, before: null },
    { today: '2026-09-10', timeZone: 'Europe/Berlin' },
  );
  return plans;
}

const asked: Record<string, Partial<InvoiceFilters>> = {
  everything: {},
  'a status': { statuses: ['open'] },
  'what is overdue': { flags: ['overdue'] },
  'what is disputed or overdue': { flags: ['disputed', 'overdue'] },
  'a customer': { customer: 'c4ca4238-a0b9-2382-0dcc-509a6f75849b' },
  'an amount': { total: { from: '1', to: '2' }, currency: 'EUR' },
  'a balance': { balance: { from: '6.50', to: null } },
  'this week': { due: 'this_week' },
  'no due date': { due: 'none' },
  'what somebody ever changed': { changedBy: 'actor-3' },
  'what somebody seldom changed': { changedBy: 'seldom' },
  'what somebody changed of late': { changedBy: 'actor-3', changedSince: { at: '2026-10-01T00:00:00Z' } },
  'what was changed of late': { changedSince: { at: '2026-10-05T00:00:00Z' } },
  'a search': { search: 'c4ca' },
  'all of it': {
    search: 'customer',
    statuses: ['open', 'paid'],
    total: { from: '1', to: null },
    changedBy: 'actor-3',
    changedSince: { at: '2026-03-01T00:00:00Z' },
  },
};

describe.each(Object.entries(asked))('%s', (_, filters) => {
  test('page and totals take 300 ms at most', async () => {
    const plans = await plansOf(filters);
    expect(plans).toHaveLength(2);
    for (const plan of plans) expect(plan.milliseconds, plan.text).toBeLessThan(limit);
  });
});

test.each(invoiceSorts)('sorted by %s, the first page takes 300 ms at most', async (sort) => {
  const [page] = await plansOf({}, sort);
  expect(page?.milliseconds, page?.text).toBeLessThan(limit);
});

test('what somebody changed is found by the index on actor and time', async () => {
  for (const { text } of await plansOf({
    changedBy: 'seldom',
    changedSince: { at: '2026-03-01T00:00:00Z' },
  })) {
    expect(text).toMatch(/Index (Only )?Scan (using|on) events_actor/);
    expect(text).not.toMatch(/Seq Scan on events/);
  }
});
