import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/event-sourcing/event';
import type { InvoiceCommand } from '@/lib/invoice/commands';
import { creation, people } from '@/lib/invoice/testing';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import type { Database } from '../client';
import { readStream } from '../event-store';
import { execute } from '../execute';
import { revert } from '../revert';

/** Whole numbers below a bound, the same ones for the same seed. */
export type Dice = (below: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed;
  return (below) => {
    // Park and Miller's generator.
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const paths = ['phone_order', 'web_order', 'manual_billing'] as const;
const staff: readonly Actor[] = [people.ana, people.bob, people.mia];
const customers = Array.from(
  { length: 8 },
  (_, n) => `00000000-0000-4000-8000-2${String(n).padStart(11, '0')}`,
);

/**
 * One invoice's life through the real write path, as chance has it: payments that come and fail, what is done about them,
 * refunds, changes of customer, and undo and redo of any of it. What the rules refuse does not happen.
 *
 * @returns its id
 */
export async function liveOneInvoice(db: Database, dice: Dice, acts = 14): Promise<string> {
  const streamId = randomUUID();
  const path = paths[dice(paths.length)];
  const buyer = () => ({ ...creation(1).customer, id: customers[dice(customers.length)] as string });
  const give = (command: InvoiceCommand) =>
    execute(db, {
      workflow: invoiceWorkflow,
      streamId,
      operationId: randomUUID(),
      actor: staff[dice(staff.length)] as Actor,
      reason: 'As it came.',
      metadata: { channel: 'api', ...(path && dice(9) > 0 ? { process: path } : {}) },
      since: 2_000_000_000,
      command,
      originVersion: null,
      reader: { id: 'ana', formatInstant: (instant) => instant },
    });
  await give({ ...creation(1 + dice(2), streamId), customer: buyer() });
  if (dice(4) === 0) await give({ type: 'change_customer', customer: buyer() });
  await give({ type: 'finalize_invoice' });
  for (let n = 0; n < acts; n++) {
    const events = await readStream(db.$client, streamId);
    const idsOf = (type: string) =>
      events.filter((event) => event.type === type).map(({ payload }) => (payload as { id: string }).id);
    const [payment] = idsOf('payment_received').slice(-1);
    const [attempt] = idsOf('payment_failed').slice(-1);
    const on = { method: 'card', amount: 100 + dice(400) } as const;
    const possible: InvoiceCommand[] = [
      { type: 'record_payment', paymentId: randomUUID(), ...on, receivedOn: '2026-01-05', reference: null },
      {
        type: 'record_payment_failure',
        attemptId: randomUUID(),
        ...on,
        failedOn: '2026-01-05',
        code: 'card_declined',
        detail: null,
      },
      { type: 'add_note', noteId: randomUUID(), text: `Note ${n}` },
      { type: 'change_details', memo: `Memo ${n}` },
    ];
    if (attempt) possible.push({ type: 'retry_payment', attemptId: attempt });
    if (payment) {
      possible.push({
        type: 'issue_refund',
        refundId: randomUUID(),
        paymentId: payment,
        amount: 50,
      });
    }
    if (dice(3) > 0) await give(possible[dice(possible.length)] as InvoiceCommand);
    else await takeBack(db, streamId, { version: 1 + dice(events.length), by: staff[dice(3)] as Actor });
  }
  return streamId;
}

/** Undoes an event, or puts it back, with a manager's rights; refused where something rests on it. */
async function takeBack(
  db: Database,
  streamId: string,
  { version, by }: { version: number; by: Actor },
): Promise<void> {
  await revert(db, {
    workflow: invoiceWorkflow,
    streamId,
    operationId: randomUUID(),
    actor: by,
    reason: 'It was wrong.',
    metadata: { channel: 'api' },
    revert: { button: 'row', version },
    planHash: null,
    rights: { actorId: by.id, mayWrite: true, mayChangeOthersWork: true },
    reader: { id: by.id, formatInstant: (instant) => instant },
  });
}
