/**
 * Whatever happened to a record: replay = head = snapshot + tail = read table, over random histories of commands,
 * undo and redo through the real write path.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listRequest } from '@/lib/event-sourcing/plan';
import { RecordLog } from '@/lib/event-sourcing/record-log';
import { replay, Timeline } from '@/lib/event-sourcing/replay';
import type { InvoiceCommand } from '@/lib/invoice/commands';
import type { Invoice } from '@/lib/invoice/invoice';
import { summarize } from '@/lib/invoice/summarize';
import { lineId, people } from '@/lib/invoice/testing';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { readStream } from './event-store';
import { command, createDraft, undo } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const runs = Math.ceil(Number(process.env.RETRACE_PROPERTY_RUNS ?? 300) / 5);

const commands: fc.Arbitrary<InvoiceCommand> = fc.oneof(
  fc
    .constantFrom('2026-12-01', '2026-12-02', null)
    .map((dueDate) => ({ type: 'change_details' as const, dueDate })),
  fc.constantFrom('A', 'B').map((memo) => ({ type: 'change_details' as const, memo, dueDate: '2026-12-09' })),
  fc
    .integer({ min: 1, max: 4 })
    .map((n) => ({ type: 'change_line' as const, lineId: lineId(n), unitPrice: n * 100 })),
  fc.integer({ min: 1, max: 4 }).map((n) => ({ type: 'remove_line' as const, lineId: lineId(n) })),
  fc.integer({ min: 1, max: 4 }).map((n) => ({
    type: 'add_line' as const,
    line: { id: lineId(n), description: 'New', quantity: '1.5', unitPrice: 333, taxRate: 700 },
  })),
  fc.constant({ type: 'finalize_invoice' as const }),
  fc.integer({ min: 1, max: 4 }).map((n) => ({
    type: 'record_payment' as const,
    paymentId: lineId(n),
    amount: n * 500,
    method: 'card' as const,
    receivedOn: '2026-11-01',
    reference: null,
  })),
);

const step = fc.record({
  who: fc.constantFrom(people.ana, people.bob, people.mia),
  what: fc.oneof(commands, fc.constantFrom('undo' as const, 'redo' as const)),
});

interface Row {
  version: number;
  valid_from: Date;
  valid_to: Date | null;
  [column: string]: unknown;
}

/** A read table's row and the summary of a state, in one form. */
const fromRow = (row: Row) => ({
  number: row.number,
  customerName: row.customer_name,
  status: row.status,
  net: Number(row.net_amount),
  tax: Number(row.tax_amount),
  total: Number(row.total_amount),
  paid: Number(row.paid_amount),
  balance: Number(row.balance_amount),
  lineCount: row.line_count,
  dueDate: row.due_date,
});
const fromState = (state: Invoice) => {
  const summary = summarize(state);
  return {
    number: summary.number,
    customerName: summary.customerName,
    status: summary.status,
    net: summary.netAmount,
    tax: summary.taxAmount,
    total: summary.totalAmount,
    paid: summary.paidAmount,
    balance: summary.balanceAmount,
    lineCount: summary.lineCount,
    dueDate: summary.dueDate,
  };
};

async function checkEverything(streamId: string): Promise<void> {
  const { $client: client } = test.app;
  const query = (text: string) => client.query<Row>(text, [streamId]).then(({ rows }) => rows);
  const events = await readStream(client, streamId);
  const timeline = new Timeline<Invoice>(invoiceWorkflow, events);
  const state = replay<Invoice>(invoiceWorkflow, events);
  const [head] = await query('SELECT version, state FROM streams WHERE stream_id = $1');
  expect(head).toEqual({ version: events.length, state });
  for (const snapshot of await query('SELECT version, state FROM snapshots WHERE stream_id = $1')) {
    const tail = events.slice(snapshot.version);
    expect(replay<Invoice>(invoiceWorkflow, tail, snapshot.state as Invoice)).toEqual(state);
  }
  const asText = "to_char(due_date, 'YYYY-MM-DD') AS due_date";
  const [row] = await query(`SELECT *, ${asText} FROM invoices WHERE stream_id = $1`);
  expect(fromRow(row as Row)).toEqual(fromState(state));
  const versions = await query(
    `SELECT *, ${asText} FROM invoice_versions WHERE stream_id = $1 ORDER BY version`,
  );
  expect(versions.map(fromRow)).toEqual(events.map((event) => fromState(timeline.stateAt(event.version))));
  for (const [index, version] of versions.entries()) {
    expect(version.valid_to).toEqual(versions[index + 1]?.valid_from ?? null);
  }
}

it('holds after random histories', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
      const streamId = await createDraft(test.app);
      for (const { who, what } of steps) {
        if (typeof what === 'object') await command(test.app, streamId, what, { actor: who });
        else {
          const { history } = new RecordLog(invoiceWorkflow, await readStream(test.app.$client, streamId));
          await undo(test.app, streamId, listRequest(history, who.id, what), { actor: who });
        }
      }
      await checkEverything(streamId);
    }),
    { numRuns: runs },
  );
});

it('holds for a record long enough to have snapshots', async () => {
  const streamId = await createDraft(test.app);
  for (let n = 0; n < 210; n++)
    await command(test.app, streamId, { type: 'change_details', memo: `Memo ${n}` });
  await checkEverything(streamId);
  const { rows } = await test.app.$client.query(
    'SELECT version FROM snapshots WHERE stream_id = $1 ORDER BY 1',
    [streamId],
  );
  expect(rows).toEqual([{ version: 100 }, { version: 200 }]);
});

it('holds for a head that an older release wrote in another shape: it is replayed, not trusted', async () => {
  const streamId = await createDraft(test.app);
  await test.app.$client.query("UPDATE streams SET state_version = 0, state = '{}' WHERE stream_id = $1", [
    streamId,
  ]);
  await command(test.app, streamId, { type: 'change_details', memo: 'After the update' });
  await checkEverything(streamId);
});

it('shows in standing_invoice_events only what is in force', async () => {
  const streamId = await createDraft(test.app);
  await command(test.app, streamId, { type: 'change_details', memo: 'Kept' });
  await command(test.app, streamId, { type: 'change_details', dueDate: '2026-12-01' });
  await undo(test.app, streamId, { button: 'row', version: 3 });
  await undo(test.app, streamId, { button: 'row', version: 2 });
  await undo(test.app, streamId, { button: 'row', version: 5 });
  const types = async (view: string) => {
    const { rows } = await test.app.$client.query(
      `SELECT event_type FROM ${view} WHERE invoice_id = $1 ORDER BY id`,
      [streamId],
    );
    return rows.map((row) => row.event_type);
  };
  expect(await types('invoice_events')).toHaveLength(6);
  expect(await types('standing_invoice_events')).toEqual(['invoice_created', 'memo_changed']);
});
