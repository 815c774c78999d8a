import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { customers } from './schema/customers';
import { invoices } from './schema/invoices';
import { searchRecords } from './search-records';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

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

const found = async (text: string) => {
  const { invoices: bills, customers: people } = await searchRecords(database.app, text);
  return { invoices: bills.map(({ title }) => title), customers: people.map(({ title }) => title) };
};

test('the invoice with this very number comes first, then what changed last; never more than eight', async () => {
  expect((await found('inv-20')).invoices).toEqual(['INV-20', ...numbers(11, 10, 9, 8, 7, 6, 5)]);
  expect((await found('2003')).invoices).toEqual(['INV-2003']);
});

test('every word must be found, in the number or in the customer’s name', async () => {
  expect((await found('café 2011')).invoices).toEqual(['INV-2011']);
  expect(await found('café nowhere')).toEqual({ invoices: [], customers: [] });
});

test('a draft is found by its customer; it says so', async () => {
  const { invoices: drafts } = await searchRecords(database.app, '100%');
  expect(drafts).toMatchObject([
    { title: expect.stringMatching(/^Draft /), detail: 'Mühle & Sohn 100% · Draft' },
  ]);
});

test('customers by name or address; whose name begins so first, who is archived last and marked', async () => {
  expect((await found('mühle')).customers).toEqual(['Mühle & Sohn', 'Neue Mühle', 'Old Mühle']);
  const { customers: all } = await searchRecords(database.app, 'mühle');
  expect(all.map(({ detail }) => detail)).toEqual([null, 'buero@neue.example', 'Archived']);
  expect((await found('buero@')).customers).toEqual(['Neue Mühle']);
});

test('a sign that a pattern would read is read as itself, and nothing typed finds nothing', async () => {
  expect(await found('%')).toMatchObject({ invoices: [expect.stringMatching(/^Draft /)], customers: [] });
  expect(await found('_')).toEqual({ invoices: [], customers: [] });
  expect(await found('  ')).toEqual({ invoices: [], customers: [] });
});

const numbers = (...last: number[]) => last.map((each) => `INV-20${String(each).padStart(2, '0')}`);
