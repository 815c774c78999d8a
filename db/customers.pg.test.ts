import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CustomerCommand } from '@/lib/customer/commands';
import type { CustomerListRow } from '@/lib/customer/customer-list';
import { customerWorkflow } from '@/lib/customer/workflow';
import { creation, people } from '@/lib/invoice/testing';
import { readCustomerInvoices } from './customer-invoices';
import { listCustomers, readCustomerBatches } from './customer-list';
import { searchCustomers } from './customers';
import { readStream } from './event-store';
import { execute } from './execute';
import { ensureCustomer, type NamedCustomer } from './known-customer';
import { addMissingCustomers } from './missing-customers';
import { command, expectOk } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const customer = (name: string, more: Partial<NamedCustomer> = {}): NamedCustomer => ({
  id: randomUUID(),
  name,
  email: null,
  address: null,
  taxId: null,
  ...more,
});
const by = (actor = people.ana) => ({ operationId: randomUUID(), actor });
const add = async (...list: NamedCustomer[]) => {
  for (const each of list) await ensureCustomer(database.app, each, by());
};
const change = (id: string, given: CustomerCommand) =>
  execute(database.app, {
    workflow: customerWorkflow,
    streamId: id,
    operationId: randomUUID(),
    actor: people.bob,
    reason: null,
    metadata: {},
    since: 1,
    command: given,
    reader: { id: 'bob', formatInstant: (instant) => instant },
  }).then(expectOk);
async function draftFor(to: NamedCustomer, finalize = false, dueDate: string | null = null): Promise<string> {
  const id = randomUUID();
  expectOk(await command(database.app, id, { ...creation(1, id), customer: to, dueDate }));
  if (finalize) expectOk(await command(database.app, id, { type: 'finalize_invoice' }));
  return id;
}
const eventsOf = (id: string) => readStream(database.app.$client, id);

describe('whoever an invoice is for', () => {
  test('has a record of their own, added once by whoever wrote to them first', async () => {
    const cafe = customer('Café Uno', { email: 'uno@example.com', taxId: 'IT123' });
    const results = await Promise.all([1, 2, 3].map(() => ensureCustomer(database.app, cafe, by())));
    expect(results.every((result) => result === undefined || result.ok)).toBe(true);
    const events = await eventsOf(cafe.id);
    expect(events).toMatchObject([{ type: 'customer_added', actor: people.ana }]);
    expect(await ensureCustomer(database.app, { ...cafe, name: 'Another name' }, by())).toBeUndefined();
    expect(await eventsOf(cafe.id)).toHaveLength(1);
  });

  test('is refused under the id of a record of another kind', async () => {
    const invoice = await draftFor(customer('Somebody'));
    const result = await ensureCustomer(database.app, customer('Nobody', { id: invoice }), by());
    expect(result).toMatchObject({ ok: false, refusal: { code: 'not_found' } });
  });
});

describe('customers that only invoices name', () => {
  test('are added with the details of their latest invoice, from the day of the first', async () => {
    await addMissingCustomers(database.app);
    const shop = customer('Corner Shop');
    const first = await draftFor(shop);
    await draftFor({ ...shop, name: 'Corner Shop Ltd', email: 'hello@corner.example' });
    expect(await addMissingCustomers(database.app)).toBe(1);
    const [added] = await eventsOf(shop.id);
    const [created] = await eventsOf(first);
    expect(added).toMatchObject({
      type: 'customer_added',
      payload: { name: 'Corner Shop Ltd', email: 'hello@corner.example' },
      cause: 'import',
      actor: { kind: 'system' },
      occurredAt: created?.occurredAt,
      metadata: { first_invoice: first },
    });
    expect(await addMissingCustomers(database.app)).toBe(0);
  });

  test('one alone can be asked for', async () => {
    const [one, other] = [customer('One'), customer('Other')];
    await draftFor(one);
    await draftFor(other);
    expect(await addMissingCustomers(database.app, { id: one.id })).toBe(1);
    expect(await eventsOf(other.id)).toHaveLength(0);
  });

  test('are added once by two who do it at the same time, however many', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, n) => draftFor(customer(`Many ${n}`))));
    const added = await Promise.all([addMissingCustomers(database.app), addMissingCustomers(database.app)]);
    expect((added[0] ?? 0) + (added[1] ?? 0)).toBeGreaterThanOrEqual(30);
    const { rows } = await database.app.$client.query(
      "SELECT count(*)::int AS count FROM customers WHERE name LIKE 'Many %'",
    );
    expect(rows).toEqual([{ count: 30 }]);
  });
});

describe('suggestions', () => {
  const namesFor = async (text: string) =>
    (await searchCustomers(database.app, text)).map((found) => found.name);
  const bakery = customer('Lindqvist Bakery AB', { email: 'old@lindqvist.example' });

  beforeAll(() => add(bakery, customer('Bakers & Co'), customer('100% Rye_Bread'), customer('Great Bakery')));

  test('are customers as they are now', async () => {
    await change(bakery.id, { type: 'change_customer', email: 'new@lindqvist.example' });
    expect(await searchCustomers(database.app, 'lindqvist')).toEqual([
      { ...bakery, email: 'new@lindqvist.example' },
    ]);
  });

  test('begin with the names that begin with the text', async () => {
    expect(await namesFor('BAKER')).toEqual(['Bakers & Co', 'Great Bakery', 'Lindqvist Bakery AB']);
  });

  test('take what is typed as it stands', async () => {
    expect(await namesFor('%')).toEqual(['100% Rye_Bread']);
    expect(await namesFor('e_b')).toEqual(['100% Rye_Bread']);
    expect(await namesFor('\\')).toEqual([]);
    expect(await namesFor('  ')).toEqual([]);
  });

  test('leave out who is archived', async () => {
    const gone = customer('Closed Cafeteria');
    await add(gone);
    await change(gone.id, { type: 'archive_customer' });
    expect(await namesFor('cafeteria')).toEqual([]);
  });
});

describe('the list', () => {
  const today = '2026-11-10';
  const list = (search: string, more: { after?: string | null; before?: string | null } = {}) =>
    listCustomers(database.app, { search, after: null, before: null, ...more }, today);

  test('a file has the rows of the list, in its order and with what each owes', async () => {
    for (const name of ['Filed Ö', 'Filed A', 'Filed O']) await add(customer(name));
    const debtor = customer('Filed =1+1');
    await add(debtor);
    await draftFor(debtor, true, '2026-11-09');
    const filed: CustomerListRow[] = [];
    for await (const batch of readCustomerBatches(database.app, 'filed', today)) filed.push(...batch);
    const { rows } = await list('filed');
    expect(rows).toHaveLength(4);
    expect(filed).toEqual(rows);
  });

  test('says how many invoices each has and what they owe, in each currency', async () => {
    const debtor = customer('Debtor & Sons');
    await add(debtor);
    await draftFor(debtor, true, '2026-11-09');
    await draftFor(debtor, true, '2026-11-10');
    await draftFor(debtor);
    const discarded = await draftFor(debtor);
    expectOk(await command(database.app, discarded, { type: 'discard_draft' }));
    const { rows, total } = await list('debtor sons');
    expect(total).toBe(1);
    expect(rows).toMatchObject([
      {
        id: debtor.id,
        invoiceCount: 3,
        balances: [{ currency: 'EUR', open: 2 * 2975, overdue: 2975 }],
      },
    ]);
    expect(await readCustomerInvoices(database.app, debtor.id, today)).toMatchObject({
      count: 4,
      totals: [{ currency: 'EUR', count: 3, invoiced: 2 * 2975, open: 2 * 2975, overdue: 2975 }],
    });
  });

  test('shows who owes nothing and has no invoice', async () => {
    const fresh = customer('Fresh Start');
    await add(fresh);
    expect((await list('fresh start')).rows).toMatchObject([{ invoiceCount: 0, balances: [] }]);
  });

  test('goes page by page and back, each customer once', async () => {
    const names = Array.from({ length: 120 }, (_, n) => `Paged ${String(n).padStart(3, '0')}`);
    await Promise.all(names.map((name) => add(customer(name))));
    const seen: string[] = [];
    let page = await list('paged');
    expect(page).toMatchObject({ total: 120, previous: null });
    for (;;) {
      seen.push(...page.rows.map((row) => row.name));
      if (!page.next) break;
      page = await list('paged', { after: page.next });
    }
    expect(seen).toEqual(names);
    const back = await list('paged', { before: page.previous });
    expect(back.rows.map((row) => row.name)).toEqual(names.slice(50, 100));
  });

  test('begins anew where a cursor makes no sense', async () => {
    expect((await list('paged', { after: 'nonsense' })).rows[0]?.name).toBe('Paged 000');
  });
});
