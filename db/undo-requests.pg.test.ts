import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planRequest } from '@/lib/event-sourcing/plan';
import { planHash } from '@/lib/event-sourcing/plan-hash';
import { RecordLog } from '@/lib/event-sourcing/record-log';
import type { CommandOf, InvoiceCommand } from '@/lib/invoice/commands';
import { lineId, people } from '@/lib/invoice/testing';
import { payment } from '@/lib/invoice/testing/lives';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { readStream } from './event-store';
import type { CommandRequest } from './execute';
import { readSettings } from './heads';
import { giveInvoiceCommand } from './invoice-commands';
import { command, createDraft, expectOk, undo } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const { ana, bob, mia } = people;

function give(
  streamId: string,
  who: typeof ana | typeof bob | typeof mia,
  given: InvoiceCommand,
  more: Partial<CommandRequest> = {},
) {
  return giveInvoiceCommand(database.app, {
    workflow: invoiceWorkflow,
    streamId,
    operationId: randomUUID(),
    actor: who,
    reason: null,
    metadata: {},
    since: 99,
    mayApprove: who === mia,
    reader: { id: who.id, formatInstant: (instant) => instant.slice(0, 10) },
    ...more,
    command: given,
  });
}

const ask = (version: number): CommandOf<'request_undo'> => ({
  type: 'request_undo',
  requestId: randomUUID(),
  version,
  what: 'whatever the page says',
});
const approve = (approvalId: string): InvoiceCommand => ({ type: 'approve_request', approvalId });

/** An invoice whose payment, event 3, Bob recorded. */
async function paidToBob(): Promise<string> {
  const id = await createDraft(database.app);
  expectOk(await command(database.app, id, { type: 'finalize_invoice' }));
  expectOk(await command(database.app, id, payment(1000, lineId(50)), { actor: bob }));
  return id;
}

test('Ana asks, Mia agrees: the payment is undone in one operation, and both names and the reason stand there', async () => {
  const id = await paidToBob();
  const asked = ask(3);
  expectOk(await give(id, ana, asked, { reason: 'Of another customer.' }));
  const events = await readStream(database.app.$client, id);
  expect(events.at(-1)?.payload).toMatchObject({
    approval: { requestedBy: 'Ana Novak', command: { what: 'undo of payment €10.00 by Bob Ekdahl' } },
  });

  const log = new RecordLog(invoiceWorkflow, events);
  const rights = { actorId: mia.id, mayWrite: true, mayChangeOthersWork: true };
  const settings = await readSettings(database.app.$client);
  const seen = planRequest(log, { button: 'row', version: 3 }, { ...rights, settings });
  if (!seen.ok) throw new Error(seen.refusal.code);
  const operationId = randomUUID();
  const agreed = { operationId, planHash: planHash(seen.plan) };
  expectOk(await give(id, mia, approve(asked.requestId), agreed));
  const [undone, granted] = (await readStream(database.app.$client, id)).slice(-2);
  expect(undone).toMatchObject({
    type: 'payment_reversed',
    revertsVersion: 3,
    actor: { name: 'Mia Torres' },
    reason: 'Asked for by Ana Novak: Of another customer.',
    operationId,
  });
  expect(granted).toMatchObject({ type: 'approval_granted', operationId });

  const twice = expectOk(await give(id, mia, approve(asked.requestId), agreed));
  expect(twice.events.map(({ type }) => type)).toEqual(['payment_reversed', 'approval_granted']);
  expect(twice.version).toBe(6);
});

test('another plan than the one that was looked at is not carried out', async () => {
  const id = await paidToBob();
  const asked = ask(3);
  expectOk(await give(id, ana, asked, { reason: 'because' }));
  const result = await give(id, mia, approve(asked.requestId), { planHash: '0'.repeat(64) });
  expect(result).toMatchObject({ ok: false, refusal: { code: 'plan_changed' } });
  expect(await readStream(database.app.$client, id)).toHaveLength(4);
});

test('what was undone meanwhile is not approved any more, and the refusal says by whom', async () => {
  const id = await paidToBob();
  const asked = ask(3);
  expectOk(await give(id, ana, asked, { reason: 'because' }));
  expectOk(await undo(database.app, id, { button: 'row', version: 3 }, { actor: bob }));
  const result = await give(id, mia, approve(asked.requestId));
  expect(result).toMatchObject({ ok: false, refusal: { code: 'already_reverted', events: [5] } });
  expect(!result.ok && result.refusal.message).toContain('already undone by Bob Ekdahl');
});

test('nobody asks for what they can do, for what nobody can, or for an event that is not there', async () => {
  const id = await paidToBob();
  const because = { reason: 'because' };
  expect(await give(id, bob, ask(3), because)).toMatchObject({ refusal: { code: 'yours_to_do' } });
  expect(await give(id, mia, ask(3), because)).toMatchObject({ refusal: { code: 'yours_to_do' } });
  expect(await give(id, ana, ask(9), because)).toMatchObject({ refusal: { code: 'no_such_event' } });
  const send = { type: 'send_invoice', messageId: lineId(70), to: 'a@example.com', text: null } as const;
  expectOk(await command(database.app, id, send, { actor: bob }));
  expect(await give(id, ana, ask(4), because)).toMatchObject({ refusal: { code: 'irreversible' } });
  expect(await readStream(database.app.$client, id)).toHaveLength(4);
});
