import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { creation, people } from '@/lib/invoice/testing';
import { readCurrencies, readFilterNames } from './invoice-filter-names';
import { command, createDraft, expectOk } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const names = (customer: string | null, changedBy: string | null) =>
  readFilterNames(database.app, { customer, changedBy });

test('people and customers are called what they are called now', async () => {
  const id = await createDraft(database.app);
  const renamed = { id: people.bob.id, kind: 'user', name: 'Bob Ekdahl-Lind' } as const;
  expectOk(await command(database.app, id, { type: 'change_details', memo: 'a' }, { actor: people.bob }));
  expectOk(await command(database.app, id, { type: 'change_details', memo: 'b' }, { actor: renamed }));
  expect(await names(creation(1).customer.id, people.bob.id)).toEqual({
    customer: 'Lindqvist Bakery AB',
    changedBy: 'Bob Ekdahl-Lind',
  });
});

test('an id that nobody has is nobody’s', async () => {
  expect(await names(randomUUID(), 'nobody')).toEqual({ customer: null, changedBy: null });
  expect(await names(null, null)).toEqual({ customer: null, changedBy: null });
});

test('the currencies to choose from are those of the invoices', async () => {
  const id = randomUUID();
  expectOk(await command(database.app, id, { ...creation(1, id), currency: 'JPY' }));
  await createDraft(database.app);
  expect(await readCurrencies(database.app)).toEqual(['EUR', 'JPY']);
});
