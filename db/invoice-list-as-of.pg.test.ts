/** The list of any past moment is what a replay of every invoice up to that moment says. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { replay } from '@/lib/event-sourcing/replay';
import type { Invoice } from '@/lib/invoice/invoice';
import { noFilters } from '@/lib/invoice/invoice-filters';
import { isOverdue, statusOf } from '@/lib/invoice/status';
import { lineId } from '@/lib/invoice/testing';
import { totalsOf } from '@/lib/invoice/totals';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { readStream } from './event-store';
import { readInvoiceBatches } from './invoice-export';
import { listInvoices } from './invoice-list';
import { invoiceWhere } from './invoice-where';
import { command, createDraft, expectOk, undo } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;
let logs: Awaited<ReturnType<typeof readStream>>[];

beforeAll(async () => {
  database = await createTestDatabase();
  const db = database.app;
  const ids = [await createDraft(db), await createDraft(db, { lines: 1 }), await createDraft(db)];
  const [first = '', second = '', third = ''] = ids;
  const give = async (id: string, asked: Parameters<typeof command>[2]) =>
    expectOk(await command(db, id, asked, { reason: 'because' }));
  await give(first, { type: 'change_details', dueDate: '2020-01-01' });
  await give(second, { type: 'finalize_invoice' });
  await give(first, { type: 'finalize_invoice' });
  await give(third, { type: 'discard_draft' });
  const payment = { method: 'card', receivedOn: '2026-01-05', reference: null } as const;
  await give(first, { type: 'record_payment', paymentId: lineId(60), amount: 500, ...payment });
  expectOk(await undo(db, first, { button: 'row', version: 4 }));
  await give(second, { type: 'record_payment', paymentId: lineId(61), amount: 2975, ...payment });
  logs = await Promise.all(ids.map((id) => readStream(db.$client, id)));
});
afterAll(() => database.drop());

const everything = {
  ...noFilters,
  sort: 'updated',
  descending: true,
  size: 50,
  after: null,
  before: null,
} as const;

/** What a replay knows of the invoices that were there at a moment. */
function replayedAt(moment: string, today: string) {
  return logs.flatMap((log) => {
    const then = log.filter(({ occurredAt }) => occurredAt <= moment);
    if (then.length === 0) return [];
    const state = replay<Invoice>(invoiceWorkflow, then);
    const { total, balance } = totalsOf(state);
    return [
      {
        id: state.id,
        version: then.length,
        status: statusOf(state),
        overdue: isOverdue(state, today),
        totalAmount: total,
        balanceAmount: balance,
      },
    ];
  });
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

test('at the moment of every event, and right before it', async () => {
  const today = '2026-11-10';
  for (const { occurredAt } of logs.flat()) {
    const justBefore = occurredAt.replace(/(\d)Z$/, (_, digit) => (digit === '0' ? '0Z' : `${digit - 1}Z`));
    for (const asOf of [occurredAt, justBefore]) {
      const expected = replayedAt(asOf, today);
      const { rows, total, totals } = await listInvoices(database.app, everything, {
        today,
        timeZone: 'Europe/Berlin',
        asOf,
      });
      expect(rows.toSorted(byId)).toMatchObject(expected.toSorted(byId));
      expect(total).toBe(expected.length);
      const sum = expected.reduce((all, { totalAmount }) => all + totalAmount, 0);
      expect(totals.reduce((all, { total }) => all + total, 0n)).toBe(BigInt(sum));
    }
  }
});

test('the file of a moment has the rows of its list', async () => {
  const middle =
    logs
      .flat()
      .map(({ occurredAt }) => occurredAt)
      .toSorted()[6] ?? '';
  const calendar = { today: '2026-11-10', timeZone: 'Europe/Berlin', asOf: middle };
  const exported: string[] = [];
  const ordering = { sort: 'updated', descending: true } as const;
  for await (const rows of readInvoiceBatches(
    database.app,
    invoiceWhere(noFilters, calendar),
    ordering,
    calendar,
  ))
    exported.push(...rows.map(({ id, version }) => `${id} ${version}`));
  const { rows } = await listInvoices(database.app, everything, calendar);
  expect(exported).toEqual(rows.map(({ id, version }) => `${id} ${version}`));
});

test('before everything there was nothing', async () => {
  const calendar = { today: '2020-01-01', timeZone: 'Europe/Berlin', asOf: '2020-01-01T00:00:00Z' };
  const { rows, total } = await listInvoices(database.app, everything, calendar);
  expect([rows, total]).toEqual([[], 0]);
});
