import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CompanyCommand } from '@/lib/company/commands';
import { companyId } from '@/lib/company/company';
import { companyWorkflow } from '@/lib/company/workflow';
import { people } from '@/lib/invoice/testing';
import { ensureCompany } from './company';
import { execute } from './execute';
import { readNumberGaps } from './number-gaps';
import { command, createDraft, expectOk, undo } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const report = async () => {
  const series = await readNumberGaps(database.app);
  const invoices = series.find(({ name }) => name === 'invoice');
  if (!invoices) throw new Error('There is no report of the invoice numbers.');
  return invoices;
};

async function finalized(): Promise<string> {
  const id = await createDraft(database.app);
  expectOk(await command(database.app, id, { type: 'finalize_invoice' }));
  return id;
}

const reserve = async (record: string) =>
  database.app.$client.query("SELECT retrace_reserve_number('invoice', $1, $1)", [record]);

test('where every number is on an invoice there is no gap, a void one included', async () => {
  await finalized();
  const id = await finalized();
  expectOk(await command(database.app, id, { type: 'void_invoice' }, { reason: 'Twice' }));
  expect(await report()).toMatchObject({ next: 'INV-0003', allocated: 2, gaps: [], imported: [] });
});

test('a number whose finalization was undone is with its draft: who took it back, when and why', async () => {
  const id = await finalized();
  await finalized();
  expectOk(
    await undo(
      database.app,
      id,
      { button: 'row', version: 2 },
      { actor: people.mia, reason: 'Wrong customer' },
    ),
  );
  const { gaps } = await report();
  expect(gaps).toEqual([
    {
      kind: 'taken_back',
      number: 'INV-0001',
      recordId: id,
      reservedAt: expect.any(String),
      customerName: 'Lindqvist Bakery AB',
      recordNumber: null,
      discarded: false,
      version: 3,
      actorName: 'Mia Torres',
      at: expect.any(String),
      reason: 'Wrong customer',
    },
  ]);
});

test('finalized again it is on the invoice again, and there is no gap any more', async () => {
  const id = await finalized();
  expectOk(await undo(database.app, id, { button: 'row', version: 2 }));
  expectOk(await command(database.app, id, { type: 'finalize_invoice' }));
  expect((await report()).gaps).toEqual([]);
});

test('a number whose append never came through is named with the draft that holds it', async () => {
  const id = await createDraft(database.app);
  await reserve(id);
  await reserve(randomUUID());
  const { gaps } = await report();
  expect(gaps).toMatchObject([
    { kind: 'never_used', number: 'INV-0001', recordId: id, customerName: 'Lindqvist Bakery AB' },
    { kind: 'never_used', number: 'INV-0002', customerName: null },
  ]);
});

test('numbers that the counter passed over are named as a range, at the end too', async () => {
  await finalized();
  await database.owner.$client.query("UPDATE number_series SET next = 5 WHERE name = 'invoice'");
  await finalized();
  await database.owner.$client.query("UPDATE number_series SET next = 7 WHERE name = 'invoice'");
  expect((await report()).gaps).toEqual([
    { kind: 'skipped', number: 'INV-0002', to: 'INV-0004', count: 3 },
    { kind: 'skipped', number: 'INV-0006', to: null, count: 1 },
  ]);
});

test('a series may begin anywhere: what lies before its first number is no gap', async () => {
  await database.owner.$client.query("UPDATE number_series SET next = 2001 WHERE name = 'invoice'");
  expect(await report()).toMatchObject({ first: null, next: 'INV-2001', gaps: [] });
  await finalized();
  expect(await report()).toMatchObject({ first: 'INV-2001', next: 'INV-2002', gaps: [] });
});

test('a changed prefix makes no gap: the counter is one', async () => {
  await ensureCompany(database.app);
  await finalized();
  const change: CompanyCommand = {
    type: 'change_number_series',
    series: 'invoice',
    prefix: 'NW-',
    digits: 2,
  };
  expectOk(
    await execute(database.app, {
      workflow: companyWorkflow,
      streamId: companyId,
      operationId: randomUUID(),
      actor: people.mia,
      reason: null,
      metadata: {},
      since: 1,
      command: change,
      reader: { id: 'mia', formatInstant: (instant) => instant },
    }),
  );
  await finalized();
  await database.owner.$client.query("UPDATE number_series SET next = 4 WHERE name = 'invoice'");
  await finalized();
  expect(await report()).toMatchObject({
    next: 'NW-05',
    gaps: [{ kind: 'skipped', number: 'NW-03', to: null }],
  });
});

test('a credit note that was taken back leaves its number with the invoice it was on', async () => {
  const id = await finalized();
  const creditId = randomUUID();
  const credit = { type: 'issue_credit_note', creditId, amount: 100 } as const;
  expectOk(await command(database.app, id, credit, { reason: 'One sack was torn' }));
  const ofCredits = async () =>
    (await readNumberGaps(database.app)).find(({ name }) => name === 'credit_note');
  expect(await ofCredits()).toMatchObject({ allocated: 1, gaps: [] });
  expectOk(await undo(database.app, id, { button: 'row', version: 3 }));
  expect(await ofCredits()).toMatchObject({
    gaps: [{ kind: 'taken_back', number: 'CN-0001', recordId: id, version: 4 }],
  });
});
