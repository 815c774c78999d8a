import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customerWorkflow } from '@/lib/customer/workflow';
import type { InvoiceCommand } from '@/lib/invoice/commands';
import type { Invoice } from '@/lib/invoice/invoice';
import { creation, people } from '@/lib/invoice/testing';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { recordExists } from './event-store';
import { execute } from './execute';
import { giveInvoiceCommand } from './invoice-commands';
import type { NamedCustomer } from './known-customer';
import { readRecordHeads } from './record-heads';
import { expectOk } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const give = (streamId: string, command: InvoiceCommand, operationId: string = randomUUID()) =>
  giveInvoiceCommand(database.app, {
    workflow: invoiceWorkflow,
    streamId,
    operationId,
    actor: people.ana,
    reason: null,
    metadata: { channel: 'form' },
    since: 2_000_000_000,
    command,
    reader: { id: people.ana.id, formatInstant: (instant) => instant },
  });

const typed = (name: string, more: Partial<NamedCustomer> = {}): NamedCustomer => {
  return { id: randomUUID(), name, email: null, address: null, taxId: null, ...more };
};
const draftOf = (customer: NamedCustomer, more: object = {}) => {
  const id = randomUUID();
  return { id, command: { ...creation(1, id), customer, ...more } as InvoiceCommand };
};
async function draftFor(customer: NamedCustomer): Promise<string> {
  const { id, command } = draftOf(customer);
  expectOk(await give(id, command));
  return id;
}
async function stateOf(id: string): Promise<Invoice> {
  return (await readRecordHeads(database.app, [id])).get(id)?.state as Invoice;
}
const isCustomer = (id: string) => recordExists(database.app.$client, id, customerWorkflow.name);
async function customersCalled(name: string): Promise<number> {
  const { rows } = await database.app.$client.query('SELECT 1 FROM customers WHERE lower(name) = lower($1)', [
    name,
  ]);
  return rows.length;
}

describe('a refused command', () => {
  test('writes nothing, also not the customer that it names', async () => {
    const id = await draftFor(typed('Somebody'));
    expectOk(await give(id, { type: 'finalize_invoice' }));
    const nobody = typed('Written by a refusal');
    for (const command of [{ type: 'change_customer', customer: nobody }, draftOf(nobody).command] as const)
      expect(await give(id, command as InvoiceCommand)).toMatchObject({ ok: false });
    expect(await customersCalled(nobody.name)).toBe(0);
  });

  test('is one that names a record of another kind as its customer, or itself', async () => {
    const invoice = await draftFor(typed('Somebody'));
    const of = draftOf(typed('Nobody', { id: invoice }));
    const itself = randomUUID();
    const own = { ...creation(1, itself), customer: typed('Nobody', { id: itself }) };
    for (const result of [await give(of.id, of.command), await give(itself, own)])
      expect(result).toMatchObject({
        ok: false,
        refusal: { code: 'no_such_customer', field: 'customer.name' },
      });
    expect(await stateOf(itself)).toBeUndefined();
  });
});

describe('a new customer', () => {
  test('has a record of their own once the invoice is written', async () => {
    const id = await draftFor(typed('Café Uno', { email: 'uno@example.com' }));
    expect(await isCustomer((await stateOf(id)).customer.id)).toBe(true);
  });

  test('that is typed twice is one customer, one after the other and at once', async () => {
    const again = () => typed('Twice Typed', { email: 'twice@example.com' });
    await Promise.all([draftFor(again()), draftFor(again()), draftFor(again())]);
    const [first, second] = [await draftFor(again()), await draftFor({ ...again(), name: 'TWICE typed' })];
    expect(await customersCalled('Twice Typed')).toBe(1);
    expect((await stateOf(first)).customer.id).toBe((await stateOf(second)).customer.id);
    expect((await stateOf(second)).customer.name).toBe('TWICE typed');
  });

  test('of another address for mail, or without one of another address, is somebody else', async () => {
    await draftFor(typed('John Smith', { email: 'one@example.com' }));
    await draftFor(typed('John Smith', { email: 'two@example.com' }));
    for (const address of [null, 'Here 1', 'There 2', 'Here 1'])
      await draftFor(typed('John Smith', { address }));
    expect(await customersCalled('John Smith')).toBe(5);
  });

  test('is not whoever has another name by now, or is archived', async () => {
    const first = await draftFor(typed('Old Name', { email: 'old@example.com' }));
    const { id } = (await stateOf(first)).customer;
    const rename = { type: 'change_customer', name: 'New Name' };
    expectOk(
      await execute(database.app, {
        workflow: customerWorkflow,
        streamId: id,
        operationId: randomUUID(),
        actor: people.ana,
        reason: null,
        metadata: {},
        since: 1,
        command: rename,
        reader: { id: people.ana.id, formatInstant: (instant) => instant },
      }),
    );
    const second = await draftFor(typed('Old Name', { email: 'old@example.com' }));
    expect((await stateOf(second)).customer.id).not.toBe(id);
    expect(await customersCalled('Old Name')).toBe(1);
  });

  test('comes once with a request that comes twice', async () => {
    const { id, command } = draftOf(typed('Sent Twice', { email: 'sent@example.com' }));
    const operationId = randomUUID();
    const first = expectOk(await give(id, command, operationId));
    const second = expectOk(await give(id, command, operationId));
    expect(second.events).toEqual(first.events);
    expect(await customersCalled('Sent Twice')).toBe(1);
  });
});

describe('a copy', () => {
  test('is of an invoice that there is, under the number that the database has', async () => {
    const original = await draftFor(typed('Copied'));
    expectOk(await give(original, { type: 'finalize_invoice' }));
    const { number } = await stateOf(original);
    const copy = draftOf(typed('Copied'), { duplicateOf: { id: original, title: 'INV-9999' } });
    expectOk(await give(copy.id, copy.command));
    expect((await stateOf(copy.id)).duplicateOf).toEqual({ id: original, title: number });
  });

  test('of nothing, or of what is no invoice, is refused', async () => {
    const customer = (await stateOf(await draftFor(typed('Not An Invoice')))).customer.id;
    for (const id of [randomUUID(), customer]) {
      const copy = draftOf(typed('For Nobody'), { duplicateOf: { id, title: 'INV-0001' } });
      expect(await give(copy.id, copy.command)).toMatchObject({
        ok: false,
        refusal: { code: 'no_such_original' },
      });
    }
    expect(await customersCalled('For Nobody')).toBe(0);
  });
});
