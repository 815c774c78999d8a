import { describe, expect, it } from 'vitest';
import { narrate } from '../event-sourcing/narrate';
import { given } from '../event-sourcing/testing';
import type { InvoiceCommand } from './commands';
import { draft, lineId, people } from './testing';
import { payment } from './testing/lives';
import { invoiceWorkflow } from './workflow';

const { ana, bob, mia } = people;
const requestId = lineId(90);
const ask = (version: number): InvoiceCommand => ({
  type: 'request_undo',
  requestId,
  version,
  what: 'undo of payment €10.00 by Bob Ekdahl',
});
const answer = (type: 'approve_request' | 'decline_request' | 'withdraw_request'): InvoiceCommand => ({
  type,
  approvalId: requestId,
});

/** Bob records a payment as event 3, and Ana asks to have it undone. */
function asked() {
  const record = draft();
  record.command(ana, { type: 'finalize_invoice' });
  record.command(bob, payment(1000, lineId(50)));
  expect(record.command(ana, ask(3))).toBe(true);
  return record;
}

describe('a request to undo', () => {
  it('waits on the record, told in its own words', () => {
    const record = asked();
    expect(record.log.state.payments).toHaveProperty(lineId(50));
    expect(narrate(record.log, 4).sentence).toBe(
      'asked for approval of the undo of payment €10.00 by Bob Ekdahl',
    );
    expect(record.log.state.approvals[requestId]).toMatchObject({ amount: null, outcome: null });
  });

  it('approved, undoes the change and answers the request in one operation', () => {
    const record = asked();
    expect(record.command(mia, answer('approve_request'))).toBe(true);
    const [undone, granted] = record.events.slice(-2);
    expect(undone).toMatchObject({ type: 'payment_reversed', cause: 'undo', revertsVersion: 3, actor: mia });
    expect(granted).toMatchObject({ type: 'approval_granted', cause: 'command', actor: mia });
    expect(undone?.operationId).toBe(granted?.operationId);
    expect(record.log.state.payments).toEqual({});
    expect(record.log.state.approvals[requestId]?.outcome).toBe('granted');
  });

  it('approved, can itself be undone and re-applied as a whole', () => {
    const record = asked();
    const before = record.log.state;
    record.command(mia, answer('approve_request'));
    const after = record.log.state;
    expect(record.press(mia, 'undo').ok).toBe(true);
    expect(record.log.state).toEqual(before);
    expect(record.press(mia, 'redo').ok).toBe(true);
    expect(record.log.state).toEqual(after);
  });

  it('is not approved by who made it, nor by who may not', () => {
    const { events } = asked();
    const record = given(invoiceWorkflow, events as never);
    const context = (actor: typeof ana | typeof bob, mayApprove: boolean) => ({
      actor,
      mayApprove,
      reason: 'x',
    });
    expect(record.when(answer('approve_request'), context(ana, true)).refusal?.code).toBe('not_yours');
    expect(record.when(answer('approve_request'), context(bob, false)).refusal?.code).toBe('not_yours');
    expect(record.when(answer('approve_request'), context(bob, true))).toMatchObject({
      reverts: 3,
      events: [{ type: 'approval_granted' }],
    });
  });

  it('declined or withdrawn, changes nothing else', () => {
    for (const [who, type] of [
      [mia, 'decline_request'],
      [ana, 'withdraw_request'],
    ] as const) {
      const record = asked();
      expect(record.command(who, answer(type))).toBe(true);
      expect(record.log.state.payments).toHaveProperty(lineId(50));
    }
  });

  it('is refused a second time while the first waits, and for want of a reason', () => {
    const { events } = asked();
    const again = { ...ask(3), requestId: lineId(91) } as InvoiceCommand;
    const record = given(invoiceWorkflow, events as never);
    expect(record.when(again, { reason: 'x' }).refusal?.code).toBe('requested_already');
    expect(record.when({ ...again, version: 2 } as InvoiceCommand, { reason: 'x' }).refusal).toBeUndefined();
    expect(record.when({ ...again, version: 2 } as InvoiceCommand).refusal?.code).toBe('reason_required');
  });

  it('cannot be approved once the change was undone otherwise', () => {
    const record = asked();
    record.revertRow(bob, 3);
    expect(record.command(mia, answer('approve_request'))).toBe(false);
    expect(record.command(mia, answer('decline_request'))).toBe(true);
  });

  it('may be about a draft, or about a void: it is answered in every status', () => {
    const record = draft();
    record.command(bob, { type: 'change_details', memo: 'By mistake' });
    record.command(ana, ask(2));
    expect(record.command(mia, answer('approve_request'))).toBe(true);
    expect(record.log.state.memo).toBe(null);
  });
});
