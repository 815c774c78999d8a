import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customers } from './schema/customers';
import { invoices } from './schema/invoices';
import { records } from './schema/records';
import { searchRecords } from './search-records';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

const manyItems = `${'chair, '.repeat(30)}Oak desk, ${'lamp, '.repeat(30)}`;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.app
    .insert(invoices)
    .values([
      ...Array.from({ length: 12 }, (_, index) =>
        invoice(`INV-20${String(index).padStart(2, '0')}`, index + 1),
      ),
      invoice('INV-20', 0),
      { ...invoice(null, 20), status: 'draft', customerName: 'Mühle & Sohn 100%' },
    ]);
  await database.app
    .insert(customers)
    .values([
      customer('Old Mühle', { archived: true }),
      customer('Neue Mühle', { email: 'buero@neue.example' }),
      customer('Mühle & Sohn'),
    ]);
  await database.app
    .insert(records)
    .values([
      record('subscription', 'SUB-7', { status: 'paused', customerName: 'Mühle & Sohn', searched: 'team' }),
      record('order', 'ORD-7', { status: 'shipped', customerName: 'Harbour Café', searched: manyItems }),
      ...Array.from({ length: 9 }, (_, index) =>
        record('record', `Case 1${index}`, { status: 'Fine sent', log: 'Road fines', changedAt: index + 1 }),
      ),
      record('record', 'case 1', { status: 'Paid', log: 'Road fines', changedAt: 0 }),
      record('person', 'Mia Mühle', { status: 'active', email: 'mia@retrace.example', role: 'manager' }),
      record('person', 'Bob Orr', { status: 'deactivated', email: 'bob@retrace.example', role: 'support' }),
    ]);
});
afterAll(() => database.drop());

const hour = (of: number) => `2026-11-10T${String(of).padStart(2, '0')}:00:00.000Z`;
function invoice(number: string | null, changedAt: number): typeof invoices.$inferInsert {
  return {
    streamId: randomUUID(),
    version: 1,
    number,
    customerId: randomUUID(),
    customerName: 'Harbour Café',
    currency: 'EUR',
    status: 'open',
    netAmount: 0,
    taxAmount: 0,
    totalAmount: 0,
    paidAmount: 0,
    balanceAmount: 0,
    lineCount: 0,
    lastEventType: 'invoice_drafted',
    lastActorId: 'ana',
    lastActorName: 'Ana',
    updatedAt: hour(changedAt),
  };
}
function customer(
  name: string,
  more: { email?: string; archived?: boolean } = {},
): typeof customers.$inferInsert {
  return {
    streamId: randomUUID(),
    version: 1,
    name,
    email: more.email ?? null,
    archived: more.archived ?? false,
    lastEventType: 'customer_added',
    lastActorName: 'Ana',
    updatedAt: hour(1),
  };
}

interface Some {
  status: string;
  customerName?: string;
  log?: string;
  email?: string;
  role?: string;
  searched?: string;
  changedAt?: number;
}

function record(workflow: string, title: string, some: Some): typeof records.$inferInsert {
  const { status, customerName, log, email, role, searched, changedAt = 1 } = some;
  return {
    workflow,
    streamId: randomUUID(),
    version: 1,
    title,
    status,
    customerName: customerName ?? null,
    fields: {
      ...(log ? { Log: log } : {}),
      ...(email ? { email } : {}),
      ...(role ? { role } : {}),
      ...(searched ? { searched } : {}),
    },
    search: [title, customerName, log, email, role, searched].filter(Boolean).join(' ').toLowerCase(),
    lastEventType: 'something_happened',
    lastActorId: 'ana',
    lastActorName: 'Ana',
    validFrom: hour(changedAt),
    knownFrom: hour(changedAt),
  };
}

/** The titles of what was found, by workflow. */
async function found(text: string): Promise<Record<string, string[]>> {
  const byWorkflow: Record<string, string[]> = {};
  for (const { workflow, title } of await searchRecords(database.app, text)) {
    byWorkflow[workflow] ??= [];
    byWorkflow[workflow].push(title);
  }
  return byWorkflow;
}

test('the invoice with this very number comes first, then what changed last; never more than five', async () => {
  expect(await found('inv-20')).toEqual({ invoice: ['INV-20', ...numbers(11, 10, 9, 8)] });
  expect(await found('2003')).toEqual({ invoice: ['INV-2003'] });
});

test('every word must be found, in the number or in the customer’s name', async () => {
  expect(await found('café 2011')).toEqual({ invoice: ['INV-2011'] });
  expect(await found('café nowhere')).toEqual({});
});

test('a draft is found by its customer; it says so', async () => {
  expect(await searchRecords(database.app, '100%')).toMatchObject([
    { title: expect.stringMatching(/^Draft /), note: 'Mühle & Sohn 100%', status: 'draft' },
  ]);
});

test('customers by name or address; whose name begins so first, who is archived last and marked', async () => {
  const rows = await searchRecords(database.app, 'mühle');
  const found = rows.filter(({ workflow }) => workflow === 'customer');
  expect(found.map(({ title }) => title)).toEqual(['Mühle & Sohn', 'Neue Mühle', 'Old Mühle']);
  expect(found.map(({ note }) => note)).toEqual([null, 'buero@neue.example', null]);
  expect(found.map(({ status }) => status)).toEqual([null, null, 'archived']);
});

test('one search finds every kind', async () => {
  expect(await found('mühle')).toEqual({
    invoice: [expect.stringMatching(/^Draft /)],
    customer: ['Mühle & Sohn', 'Neue Mühle', 'Old Mühle'],
    subscription: ['SUB-7'],
    person: ['Mia Mühle'],
  });
});

test('subscriptions, orders, cases and people by title and by what their lists search', async () => {
  expect(await searchRecords(database.app, 'team')).toMatchObject([
    { workflow: 'subscription', title: 'SUB-7', note: 'Mühle & Sohn', status: 'paused', elsewhere: 'team' },
  ]);
  const elsewhere = '…chair, Oak desk, lamp, lamp, lamp, lamp, lamp…';
  expect(await searchRecords(database.app, 'DESK oak')).toMatchObject([
    { workflow: 'order', title: 'ORD-7', note: 'Harbour Café', status: 'shipped', elsewhere },
  ]);
  expect(await searchRecords(database.app, 'mia@')).toMatchObject([
    {
      workflow: 'person',
      title: 'Mia Mühle',
      note: 'mia@retrace.example',
      status: 'manager',
      elsewhere: null,
    },
  ]);
  expect(await searchRecords(database.app, 'manager')).toMatchObject([
    { title: 'Mia Mühle', elsewhere: null },
  ]);
  expect(await searchRecords(database.app, 'bob orr')).toMatchObject([
    { workflow: 'person', title: 'Bob Orr', status: 'deactivated' },
  ]);
});

test('the case with this very title comes first, whatever changed since', async () => {
  const cases = await searchRecords(database.app, 'CASE 1');
  expect(cases.map(({ title }) => title)).toEqual(['case 1', 'Case 18', 'Case 17', 'Case 16', 'Case 15']);
  expect(cases[0]).toMatchObject({ note: 'Road fines', status: 'Paid' });
});

test('a sign that a pattern would read is read as itself, and nothing typed finds nothing', async () => {
  expect(await found('%')).toEqual({ invoice: [expect.stringMatching(/^Draft /)] });
  expect(await found('_')).toEqual({});
  expect(await found('  ')).toEqual({});
});

describe('among many', () => {
  const many = 20_000;
  beforeAll(async () => {
    await database.owner.execute(sql`
      INSERT INTO records (workflow, stream_id, version, title, status, fields, search, last_event_type, last_actor_id,
                           last_actor_name, valid_from, known_from)
      SELECT 'record', gen_random_uuid(), 1, 'Fine ' || n, 'Paid', '{"Log": "Fines"}', 'fine ' || n || ' fines',
             'activity_recorded', 'import', 'Import', now() - n * interval '1 minute', now()
        FROM generate_series(1, ${many}) n`);
    await database.owner.execute(sql`
      INSERT INTO invoices (stream_id, version, number, customer_id, customer_name, currency, status, net_amount,
                            tax_amount, total_amount, paid_amount, balance_amount, line_count, last_event_type,
                            last_actor_id, last_actor_name, updated_at)
      SELECT gen_random_uuid(), 1, 'FINE-' || n, gen_random_uuid(), 'Fines Ltd', 'EUR', 'open', 0, 0, 0, 0, 0, 1,
             'invoice_created', 'ana', 'Ana', now() - n * interval '1 minute'
        FROM generate_series(1, ${many}) n`);
    // As autovacuum would soon: new entries of the search index wait in a list that only a scan of it finds.
    await database.owner.execute(sql`VACUUM (ANALYZE) records, invoices`);
  });

  test('a search reads few of them', async () => {
    // Nobody's, one's whole title, a part that one has, a part that all have.
    for (const text of ['nobody', 'Fine 7', 'fine 19999', 'fines'])
      expect(await rowsRead(text), text).toBeLessThan(500);
  });

  /** How many rows a search looks at, found by an index or not. */
  const rowsRead = (text: string): Promise<number> =>
    database.owner.transaction(async (tx) => {
      await searchRecords(tx, text);
      const { rows } = await tx.execute<{ read: number }>(sql`
        SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int AS read
          FROM pg_stat_xact_user_tables WHERE relname IN ('records', 'invoices')`);
      return rows[0]?.read ?? 0;
    });
});

const numbers = (...last: number[]) => last.map((each) => `INV-20${String(each).padStart(2, '0')}`);
