import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CustomerCommand } from '@/lib/customer/commands';
import { customerWorkflow } from '@/lib/customer/workflow';
import { creation, people } from '@/lib/invoice/testing';
import type { SubscriptionCommand } from '@/lib/subscription/commands';
import { start } from '@/lib/subscription/testing';
import { subscriptionWorkflow } from '@/lib/subscription/workflow';
import { execute } from './execute';
import { ensureCustomer, type NamedCustomer } from './known-customer';
import { giveLinked, readLinkableInvoices } from './linked-records';
import { command, expectOk } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const actor = people.ana;

async function customer(name: string): Promise<NamedCustomer> {
  const added = { id: randomUUID(), name, email: null, address: null, taxId: null };
  await ensureCustomer(database.app, added, { operationId: randomUUID(), actor });
  return added;
}

/** An invoice that has a number, as a link to it says. */
async function invoiceTo(to: NamedCustomer): Promise<{ id: string; number: string }> {
  const id = randomUUID();
  expectOk(await command(database.app, id, { ...creation(1, id), customer: to }));
  expectOk(await command(database.app, id, { type: 'finalize_invoice' }));
  const [found] = await readLinkableInvoices(database.app, to.id);
  if (found?.value !== id) throw new Error('The invoice has no number.');
  return { id, number: found.label };
}

const give = (streamId: string, given: SubscriptionCommand, operationId = randomUUID()) =>
  giveLinked(database.app, {
    workflow: subscriptionWorkflow,
    streamId,
    operationId,
    actor,
    reason: null,
    metadata: {},
    since: 2_000_000_000,
    command: given,
    reader: { id: actor.id, formatInstant: (instant) => instant },
  });

const startFor = ({ id, name }: NamedCustomer, subscriptionId: string) =>
  ({ ...start, subscriptionId, customer: { id, name } }) as SubscriptionCommand;

test('a record is for a customer there is, under the name that they have', async () => {
  const bakery = await customer('Bakery');
  const id = randomUUID();
  const nobody = { ok: false, refusal: { code: 'no_such_customer', field: 'customer.name' } };
  expect(await give(id, startFor({ ...bakery, id: randomUUID() }, id))).toMatchObject(nobody);
  expect(await give(id, startFor({ ...bakery, name: 'Butchery' }, id))).toMatchObject(nobody);
  expectOk(await give(id, startFor(bakery, id)));
});

test('a request whose answer was lost gets it again, though the customer is called otherwise by now', async () => {
  const bakery = await customer('Bakery Three');
  const [id, operationId] = [randomUUID(), randomUUID()];
  const first = expectOk(await give(id, startFor(bakery, id), operationId));
  const rename: CustomerCommand = { type: 'change_customer', name: 'Bakery Four' };
  const renamed = await execute(database.app, {
    workflow: customerWorkflow,
    streamId: bakery.id,
    operationId: randomUUID(),
    actor,
    reason: null,
    metadata: {},
    since: 1,
    command: rename,
    reader: { id: actor.id, formatInstant: (instant) => instant },
  });
  expectOk(renamed);
  expect(expectOk(await give(id, startFor(bakery, id), operationId)).events).toEqual(first.events);
});

test('an invoice is linked under its number, and only to a record of its own customer', async () => {
  const [bakery, butchery] = [await customer('Bakery Two'), await customer('Butchery Two')];
  const id = randomUUID();
  expectOk(await give(id, startFor(bakery, id)));
  const [own, other] = [await invoiceTo(bakery), await invoiceTo(butchery)];
  const none = { ok: false, refusal: { code: 'no_such_invoice', field: 'invoice.number' } };
  expect(await give(id, { type: 'link_invoice', invoice: other })).toMatchObject(none);
  expect(await give(id, { type: 'link_invoice', invoice: { ...own, number: other.number } })).toMatchObject(
    none,
  );
  expect(await give(id, { type: 'link_invoice', invoice: { ...own, id: randomUUID() } })).toMatchObject(none);
  expectOk(await give(id, { type: 'link_invoice', invoice: own }));
});
