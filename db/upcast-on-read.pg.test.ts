/**
 * A database that release 0.1 filled, after the update: its rows are read in today's shapes and never rewritten, and
 * the real write path goes on from them.
 */

import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replay, Timeline } from '@/lib/event-sourcing/replay';
import type { Invoice } from '@/lib/invoice/invoice';
import { summarize } from '@/lib/invoice/summarize';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { payloadOf } from '@/lib/workflows';
import { readStoredStream, readStream } from './event-store';
import { readHeadAndLog } from './heads';
import { recordFaults } from './integrity/record-faults';
import { invoicesProjection } from './projections/invoices';
import { readStates } from './states-before';
import { type StoredEvent, toRecorded } from './stored-event';
import { command, expectOk, undo } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';
import { verifyChain } from './verify-chain';

const folder = new URL('../test/fixtures/events-of-0.1/', import.meta.url);
const logs = Object.fromEntries(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file): [string, StoredEvent[]] => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
    ]),
);
const names = Object.keys(logs);
const rowsOf = (name: string): readonly StoredEvent[] => logs[name] ?? [];
const idOf = (name: string): string => rowsOf(name)[0]?.stream_id ?? '';

/** The state as 0.1 kept it: deliveries, and none of what came since. */
function stateOf01(state: Invoice): object {
  const { id, number, currency, issueDate, dueDate, memo, finalizedAt, voidedAt, discarded } = state;
  const { taxId: _, ...customer } = state.customer;
  const deliveries = Object.fromEntries(
    Object.values(state.messages).map(({ kind: _kind, text: _text, ...delivery }) => [delivery.id, delivery]),
  );
  const facts = {
    id,
    number,
    currency,
    customer,
    issueDate,
    dueDate,
    memo,
    finalizedAt,
    voidedAt,
    discarded,
  };
  return { ...facts, lines: state.lines, payments: state.payments, deliveries };
}

/** Columns that the update added, with their defaults. */
const added = ['disputed', 'awaits_approval', 'credited_amount', 'refunded_amount'];

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  for (const name of names) await restore(rowsOf(name));
});
afterAll(() => test.drop());

/** Puts rows, head and read tables where they stood when 0.1 was stopped. */
async function restore(rows: readonly StoredEvent[]): Promise<void> {
  const { $client: client } = test.owner;
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  const inserted = columns.replace(/\bhash\b/, "decode(hash, 'hex')");
  await client.query(
    `INSERT INTO events (${columns})
     SELECT ${inserted} FROM jsonb_to_recordset($1) AS r(workflow text, stream_id uuid, version int, type text,
       schema_version smallint, payload jsonb, changes jsonb, operation_id uuid, step smallint, cause text,
       reverts_version int, origin_version int, actor_id text, actor_kind text, actor_name text, reason text,
       metadata jsonb, occurred_at timestamptz, recorded_at timestamptz, hash text) ORDER BY version`,
    [JSON.stringify(rows)],
  );
  const events = rows.map(toRecorded);
  const timeline = new Timeline<Invoice>(invoiceWorkflow, events);
  const last = rows.at(-1);
  await client.query(
    `INSERT INTO streams (stream_id, workflow, version, state_version, state, hash, occurred_at)
     VALUES ($1, 'invoice', $2, 1, $3, decode($4, 'hex'), $5)`,
    [
      last?.stream_id,
      rows.length,
      JSON.stringify(stateOf01(timeline.stateAt(rows.length))),
      last?.hash,
      last?.occurred_at,
    ],
  );
  for (const [index, event] of events.entries()) {
    const next = events[index + 1] ?? null;
    const state = timeline.stateAt(event.version);
    const projected = invoicesProjection.rowOf({ event, state, first: true, next });
    const row = Object.entries(projected).filter(([column]) => ![...added, 'first'].includes(column));
    const list = row.map(([column]) => column).join(', ');
    const json = JSON.stringify(Object.fromEntries(row));
    await client.query(
      `INSERT INTO invoice_versions (${list})
       SELECT ${list} FROM jsonb_populate_record(NULL::invoice_versions, $1)`,
      [json],
    );
    if (next) continue;
    const newest = list.replace(', valid_from, valid_to', '').replace(', known_to', '');
    await client.query(
      `INSERT INTO invoices (${newest}, updated_at)
       SELECT ${newest}, valid_from FROM jsonb_populate_record(NULL::invoice_versions, $1)`,
      [json],
    );
  }
}

const read = async (name: string) => readStream(test.app.$client, idOf(name));
const headOf = (name: string) =>
  readHeadAndLog(test.app.$client, { streamId: idOf(name), operationId: randomUUID() });

describe('before anything is written', () => {
  it.each(names)('%s: the hash chain holds, over the rows as they are', async (name) => {
    const stored = await readStoredStream(test.app.$client, idOf(name));
    expect(stored).toEqual(rowsOf(name));
    expect(verifyChain(stored)).toBeNull();
  });

  it.each(names)('%s: events are read in today’s shapes', async (name) => {
    for (const event of await read(name)) {
      const { schema, schemaVersion } = payloadOf('invoice', event.type);
      expect(event.schemaVersion).toBe(schemaVersion);
      expect(schema.parse(event.payload)).toEqual(event.payload);
      expect(Object.keys(event.changes).filter((path) => path.startsWith('deliveries'))).toEqual([]);
    }
  });

  it.each(names)('%s: the old state at the head is replayed, not trusted', async (name) => {
    const head = await headOf(name);
    expect(head.state).toEqual(replay<Invoice>(invoiceWorkflow, await read(name)));
    expect(head.state).not.toHaveProperty('deliveries');
  });

  it.each(names)('%s: so is every state of the past', async (name) => {
    const events = await read(name);
    const timeline = new Timeline<Invoice>(invoiceWorkflow, events);
    const states = await readStates(
      test.app.$client,
      events.map(({ version, streamId }) => ({ workflow: 'invoice', streamId, version })),
    );
    for (const { version } of events)
      expect(states.get(idOf(name))?.get(version)).toEqual(timeline.stateAt(version));
  });
});

/** An old event to take back, what that appends, and what the invoice is afterwards. */
const undone: readonly [name: string, version: number, appended: string, after: object][] = [
  ['discarded', 3, 'draft_restored', { status: 'draft' }],
  ['last-payment', 13, 'payment_reversed', { status: 'partially_paid' }],
  ['paid-twice', 6, 'payment_received', { status: 'paid', paidAmount: 151_554 }],
  ['reinstated', 6, 'memo_changed', { status: 'open' }],
  ['undo-and-redo', 5, 'memo_changed', { status: 'draft' }],
  ['wrong-due-date', 5, 'due_date_changed', { status: 'open' }],
];

describe('what is written on top', () => {
  it.each(undone)('%s: event %i is undone, as %s, and put back', async (name, version, appended, after) => {
    const before = (await headOf(name)).state;
    const result = expectOk(await undo(test.app, idOf(name), { button: 'row', version }));
    expect(result.events.map(({ type }) => type)).toEqual([appended]);
    expect(summarize(replay<Invoice>(invoiceWorkflow, await read(name)))).toMatchObject(after);
    expect(await recordFaults(test.app, idOf(name))).toEqual([]);
    expectOk(await undo(test.app, idOf(name), { button: 'row', version: result.version }));
    expect((await headOf(name)).state).toEqual(before);
    expect(await recordFaults(test.app, idOf(name))).toEqual([]);
  });

  it.each(names)('%s: takes new commands, and gives them back', async (name) => {
    const streamId = idOf(name);
    const before = (await headOf(name)).state;
    const noteId = randomUUID();
    expectOk(await command(test.app, streamId, { type: 'add_note', noteId, text: 'After the update.' }));
    const { version, state } = await headOf(name);
    expect((state as Invoice).notes[noteId]?.text).toBe('After the update.');
    expectOk(await undo(test.app, streamId, { button: 'row', version }));
    expect((await headOf(name)).state).toEqual(before);
    expect(await recordFaults(test.app, streamId)).toEqual([]);
  });

  it('a lifted customer takes a tax id, a lifted draft a discount, and both are undone to nothing', async () => {
    const streamId = idOf('undo-and-redo');
    const { customer } = (await headOf('undo-and-redo')).state as Invoice;
    const discount = { id: randomUUID(), description: 'Regular customer', rate: 1000, amount: null };
    expectOk(
      await command(test.app, streamId, { type: 'change_customer', customer: { ...customer, taxId: 'DE1' } }),
    );
    expectOk(await command(test.app, streamId, { type: 'grant_discount', discount }));
    const { version, state } = await headOf('undo-and-redo');
    expect(state).toMatchObject({ customer: { taxId: 'DE1' }, discounts: { [discount.id]: discount } });
    expectOk(await undo(test.app, streamId, { button: 'row', version: version - 1 }));
    expectOk(await undo(test.app, streamId, { button: 'row', version }));
    expect((await headOf('undo-and-redo')).state).toMatchObject({ customer: { taxId: null }, discounts: {} });
    expect(await recordFaults(test.app, streamId)).toEqual([]);
  });

  it('what was sent under 0.1 still can’t be called back', async () => {
    expect(await undo(test.app, idOf('paid-twice'), { button: 'row', version: 3 })).toMatchObject({
      ok: false,
      refusal: { code: 'irreversible' },
    });
  });

  it.each(names)(
    '%s: the old rows are as they were, and the chain holds from the first to the last',
    async (name) => {
      const stored = await readStoredStream(test.app.$client, idOf(name));
      expect(stored.length).toBeGreaterThan(rowsOf(name).length);
      expect(stored.slice(0, rowsOf(name).length)).toEqual(rowsOf(name));
      expect(verifyChain(stored)).toBeNull();
    },
  );
});
