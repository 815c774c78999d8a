import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { booksId } from '@/lib/books/books';
import type { BooksCommand } from '@/lib/books/commands';
import { booksWorkflow } from '@/lib/books/workflow';
import type { InvoiceCommand } from '@/lib/invoice/commands';
import { people } from '@/lib/invoice/testing';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { ensureBooks, giveBooksCommand } from './books';
import { readStream } from './event-store';
import { execute } from './execute';
import { readSettings } from './heads';
import { command, createDraft, expectOk, undo } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const by = (actor: (typeof people)[keyof typeof people]) => ({
  operationId: randomUUID(),
  actor,
  reason: 'because',
  metadata: {},
  reader: { id: actor.id, formatInstant: (instant: string) => instant },
});
const books = (given: BooksCommand, since = 99) =>
  giveBooksCommand(database.app, {
    ...by(people.mia),
    workflow: booksWorkflow,
    streamId: booksId,
    since,
    command: given,
  });
test('the books are opened once, by the system, with everything open', async () => {
  expect((await readSettings(database.app.$client)).closedThrough).toBe(null);
  await Promise.all([ensureBooks(database.app), ensureBooks(database.app)]);
  const events = await readStream(database.app.$client, booksId);
  expect(events.map(({ type, actor }) => [type, actor.kind])).toEqual([['books_opened', 'system']]);
  expect((await readSettings(database.app.$client)).closedThrough).toBe(null);
});

test('case 18, case 50: what is dated in a closed period is neither recorded nor taken back, until it is reopened', async () => {
  const id = await createDraft(database.app);
  const pay = (receivedOn: string): InvoiceCommand => ({
    type: 'record_payment',
    paymentId: randomUUID(),
    amount: 100,
    method: 'card',
    receivedOn,
    reference: null,
  });
  expectOk(await command(database.app, id, { type: 'finalize_invoice' }));
  const paid = expectOk(await command(database.app, id, pay('2020-01-15')));
  expectOk(await books({ type: 'close_period', through: '2020-01-31' }));

  expect(await undo(database.app, id, { button: 'row', version: paid.version })).toMatchObject({
    ok: false,
    refusal: { code: 'period_closed', events: [paid.version] },
  });
  const late = { ...by(people.ana), workflow: invoiceWorkflow, streamId: id, since: paid.version };
  expect(await execute(database.app, { ...late, command: pay('2020-01-31') })).toMatchObject({
    ok: false,
    refusal: { code: 'period_closed', field: 'receivedOn' },
  });
  expect((await readStream(database.app.$client, id)).length).toBe(paid.version);
  expectOk(await command(database.app, id, pay('2020-02-01')));

  expectOk(await books({ type: 'reopen_period', through: null }));
  expectOk(await undo(database.app, id, { button: 'row', version: paid.version }));
  expectOk(await books({ type: 'close_period', through: '2020-01-31' }));
  expect(await undo(database.app, id, { button: 'row', version: paid.version + 2 })).toMatchObject({
    ok: false,
    refusal: { code: 'period_closed' },
  });
});
