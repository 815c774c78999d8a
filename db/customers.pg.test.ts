import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Customer } from '@/lib/invoice/events';
import { creation } from '@/lib/invoice/testing';
import { searchCustomers } from './customers';
import { command, expectOk } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;

const customer = (name: string, more: Partial<Customer> = {}): Customer => ({
  id: randomUUID(),
  name,
  email: null,
  taxId: null,
  address: null,
  ...more,
});

const bakery = customer('Lindqvist Bakery AB', { email: 'old@lindqvist.example' });
const movedBakery = { ...bakery, email: 'new@lindqvist.example', address: 'Sveavägen 44\n111 34 Stockholm' };
const others = [customer('Bakers & Co'), customer('100% Rye_Bread'), customer('Great Bakery')];
const mistaken = customer('Bakery that never was');

async function draftFor(to: Customer): Promise<string> {
  const id = randomUUID();
  expectOk(await command(database.app, id, { ...creation(1, id), customer: to }));
  return id;
}

beforeAll(async () => {
  database = await createTestDatabase();
  for (const each of [bakery, movedBakery, ...others]) await draftFor(each);
  expectOk(await command(database.app, await draftFor(mistaken), { type: 'discard_draft' }));
});
afterAll(() => database.drop());

const namesFor = async (text: string) =>
  (await searchCustomers(database.app, text)).map((found) => found.name);

test('each customer once, as on their latest invoice', async () => {
  expect(await searchCustomers(database.app, 'lindqvist')).toEqual([movedBakery]);
});

test('names that begin with the text come first', async () => {
  expect(await namesFor('BAKER')).toEqual(['Bakers & Co', 'Great Bakery', 'Lindqvist Bakery AB']);
});

test('what is typed stands for itself', async () => {
  expect(await namesFor('%')).toEqual(['100% Rye_Bread']);
  expect(await namesFor('e_b')).toEqual(['100% Rye_Bread']);
  expect(await namesFor('\\')).toEqual([]);
  expect(await namesFor('  ')).toEqual([]);
});
