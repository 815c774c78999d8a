import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customerWorkflow } from '@/lib/customer/workflow';
import { noFilters } from '@/lib/invoice/invoice-filters';
import { creation, people } from '@/lib/invoice/testing';
import { customersPerPage, listCustomers } from './customer-list';
import { execute } from './execute';
import { listInvoices } from './invoice-list';
import { command, expectOk } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

/** Names as a person looks for them: case, accents and numbers do not tear apart what belongs together. */
const inOrder = [
  '100% Rye',
  'Ana',
  'anabel',
  'Ärzte am Park',
  'Bäckerei Ende',
  'Bakery 9',
  'Bakery 10',
  'bureau Hansen',
  'Café Uno',
  'Łódź Print',
  'Müller',
  'Mundt',
  'Ökohof',
  'Østfold Brød',
  'Zahnarzt',
  'عيادة',
];

const today = '2026-11-20';
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  const names = inOrder.toSorted();
  for (const name of names) {
    const customerId = randomUUID();
    expectOk(
      await execute(database.app, {
        workflow: customerWorkflow,
        streamId: customerId,
        operationId: randomUUID(),
        actor: people.ana,
        reason: null,
        metadata: {},
        since: 0,
        command: { type: 'add_customer', customerId, name, email: null, address: null, taxId: null } as {
          type: string;
        },
        reader: { id: 'ana', formatInstant: String },
      }),
    );
    const invoiceId = randomUUID();
    const customer = { id: customerId, name, email: null, address: null, taxId: null };
    expectOk(await command(database.app, invoiceId, { ...creation(1, invoiceId), customer }));
  }
});
afterAll(() => database.drop());

describe('lists by name', () => {
  test('customers', async () => {
    const { rows } = await listCustomers(database.app, { search: '', after: null, before: null }, today);
    expect(rows.map(({ name }) => name)).toEqual(inOrder);
  });

  test('customers, page by page, forth and back', async () => {
    const more = Array.from({ length: customersPerPage * 2 }, (_, n) => `Shop ${n + 1}`);
    await database.owner.$client.query(
      `INSERT INTO customers (stream_id, version, name, archived, last_event_type, last_actor_name, updated_at)
       SELECT gen_random_uuid(), 1, name, false, 'customer_added', 'Ana', now() FROM unnest($1::text[]) AS name`,
      [more],
    );
    const page = (cursor: { after?: string | null; before?: string | null }) =>
      listCustomers(database.app, { search: 'shop', after: null, before: null, ...cursor }, today);
    const first = await page({});
    const second = await page({ after: first.next });
    expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual(more);
    const back = await page({ before: second.previous });
    expect(back.rows).toEqual(first.rows);
  });

  test.each([
    ['upwards', false],
    ['downwards', true],
  ])('invoices by customer, %s, page by page', async (_, descending) => {
    const query = { ...noFilters, sort: 'customer', descending, size: 25 as const, before: null } as const;
    const calendar = { today, timeZone: 'Europe/Berlin' };
    const seen: string[] = [];
    let after: string | null = null;
    do {
      // The smallest page that a query may ask for is cut by hand: a cursor is to any row.
      const page: Awaited<ReturnType<typeof listInvoices>> = await listInvoices(
        database.app,
        { ...query, size: 5 as never, after },
        calendar,
      );
      seen.push(...page.rows.map(({ customerName }) => customerName));
      after = page.next;
    } while (after);
    expect(seen).toEqual(descending ? inOrder.toReversed() : inOrder);
  });
});
