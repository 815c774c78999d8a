/** Undo where money, currency or a second person is about: the cases of the rules that need more than edits. */
import { describe, expect, it } from 'vitest';
import { explain } from '../event-sourcing/narrate';
import type { PlanResult } from '../event-sourcing/plan';
import type { InvoiceCommand } from './commands';
import type { Invoice } from './invoice';
import { statusOf } from './status';
import { lineId, people } from './testing';
import { dispute, payment, refund } from './testing/lives';
import { record } from './testing/record';

const { ana, bob, mia } = people;
const [paymentId, refundId] = [lineId(60), lineId(62)];
const reader = { id: 'ana', formatInstant: (instant: string) => instant.slice(0, 16) };
const finalize: InvoiceCommand = { type: 'finalize_invoice' };
const settle: InvoiceCommand = { type: 'settle_refund', refundId, settledOn: '2026-11-10' };

const paid = [finalize, payment(5950, paymentId)];

/** Why not, as a person reads it. */
function whyNot(made: ReturnType<typeof record>, result: PlanResult<Invoice>): string {
  if (result.ok) throw new Error('It was undone.');
  return explain(made.log, result.refusal, reader).message;
}

describe('payments and refunds', () => {
  it('case 15: a payment that was partly refunded stays, and the refund is named', () => {
    const made = record(paid);
    made.command(bob, refund(1000, paymentId, refundId));
    const result = made.revertRow(mia, 3);
    expect(result).toMatchObject({ ok: false, refusal: { code: 'in_the_way', blockers: [4] } });
    expect(whyNot(made, result)).toContain('Bob Ekdahl issued a refund of €10.00');
  });

  it('once the refund is undone too, the payment can be, and both come back in order', () => {
    const made = record([...paid, refund(1000, paymentId, refundId)]);
    const before = made.log.state;
    expect(made.revertRow(ana, 4).ok).toBe(true);
    expect(made.revertRow(ana, 3).ok).toBe(true);
    expect(statusOf(made.log.state)).toBe('open');
    expect(made.revertRow(ana, 4)).toMatchObject({ ok: false, refusal: { code: 'in_the_way' } });
    expect(made.revertRow(ana, 3).ok).toBe(true);
    expect(made.revertRow(ana, 4).ok).toBe(true);
    expect(made.log.state).toEqual(before);
  });

  it('a refund that has reached the customer stays, and so does its payment', () => {
    const made = record([...paid, refund(1000, paymentId, refundId), settle]);
    expect(made.revertRow(ana, 5)).toMatchObject({ ok: false, refusal: { code: 'irreversible' } });
    for (const version of [3, 4]) expect(made.revertRow(ana, version).ok).toBe(false);
  });

  it('a dispute with an outcome stays, and so does the payment it is over', () => {
    const lose: InvoiceCommand = { type: 'lose_dispute', disputeId: refundId, closedOn: '2026-11-10' };
    const made = record([...paid, dispute(1000, paymentId, refundId), lose]);
    for (const version of [3, 4, 5]) expect(made.revertRow(ana, version).ok).toBe(false);
  });
});

describe('currency', () => {
  it('case 39: stays while a line that somebody added since is priced in it', () => {
    const made = record([{ type: 'change_currency', currency: 'SEK' }]);
    const line = { id: lineId(50), description: 'Rye', quantity: '1', unitPrice: 100, taxRate: 0 };
    made.command(bob, { type: 'add_line', line });
    const result = made.revertRow(ana, 2);
    expect(whyNot(made, result)).toContain('Bob Ekdahl added the line “Rye”');
    made.revertRow(bob, 3);
    expect(made.revertRow(ana, 2).ok).toBe(true);
  });

  it('to one of other decimals is one event with the prices, and undone with them', () => {
    const made = record([]);
    const before = made.log.state;
    made.command(ana, { type: 'change_currency', currency: 'KWD' });
    expect(made.events).toHaveLength(2);
    const after = made.log.state;
    expect(made.log.state.lines[lineId(1)]?.unitPrice).toBe(12_500);
    expect(made.press(ana, 'undo').ok).toBe(true);
    expect(made.log.state).toEqual(before);
    expect(made.press(ana, 'redo').ok).toBe(true);
    expect(made.log.state).toEqual(after);
  });

  it('stays while a price has been changed since in it', () => {
    const made = record([{ type: 'change_currency', currency: 'KWD' }]);
    made.command(bob, { type: 'change_line', lineId: lineId(1), unitPrice: 9999 });
    expect(whyNot(made, made.revertRow(ana, 2))).toContain('Bob Ekdahl changed the price of “Item 1”');
  });
});

describe('write-offs', () => {
  it('case 44: written off, then paid in full: the write-off is undone, and re-applied', () => {
    const made = record([finalize, { type: 'write_off_invoice', requestId: lineId(90) }]);
    made.command(bob, payment(5950, paymentId));
    const before = made.log.state;
    expect(made.revertRow(ana, 3).ok).toBe(true);
    expect(made.log.state.writtenOffAt).toBeNull();
    expect(made.revertRow(ana, 3).ok).toBe(true);
    expect(made.log.state).toEqual(before);
  });
});

describe('a second person', () => {
  const approve: InvoiceCommand = { type: 'approve_request', approvalId: refundId };

  it('an approval is undone with what it led to: the request waits again, and the refund is cancelled', () => {
    const made = record([...paid, refund(3000, paymentId, refundId)], 2000);
    const asked = made.log.state;
    expect(made.command(mia, approve)).toBe(true);
    const approved = made.log.state;
    expect(made.press(mia, 'undo').ok).toBe(true);
    expect(made.events.slice(-2).map(({ type }) => type)).toEqual(['refund_cancelled', 'approval_reopened']);
    expect(made.log.state).toEqual(asked);
    expect(made.press(mia, 'redo').ok).toBe(true);
    expect(made.log.state).toEqual(approved);
  });

  it('a request that was granted can’t be undone until what it led to is', () => {
    const made = record([...paid, refund(3000, paymentId, refundId)], 2000);
    made.command(mia, approve);
    expect(whyNot(made, made.revertRow(ana, 4))).toContain('Mia Torres issued a refund of €30.00');
    made.revertRow(mia, 5);
    expect(made.revertRow(ana, 4).ok).toBe(true);
    expect(made.log.state.approvals).toEqual({});
  });

  const decline: InvoiceCommand = { type: 'decline_request', approvalId: refundId };
  const withdraw: InvoiceCommand = { type: 'withdraw_request', approvalId: refundId };
  const own = 'You made this request yourself: it needs a second person. Ask another manager.';
  const asked = () => record([...paid, refund(3000, paymentId, refundId)], 2000);

  it('nobody puts the approval of their own request back, or takes it back', () => {
    const made = asked();
    made.command(mia, approve);
    expect(whyNot(made, made.revertRow(ana, 5))).toContain(own);
    made.revertRow(bob, 5);
    const before = made.log.state;
    expect(whyNot(made, made.revertRow(ana, 5))).toBe(
      `Bob Ekdahl undid Mia Torres’s change: approved Ana Novak’s request for a refund of €30.00 (event 8, 2026-11-10T00:06). ${own}`,
    );
    expect(made.log.state).toEqual(before);
    expect(made.revertRow(bob, 5).ok).toBe(true);
    expect(made.log.state.refunds[refundId]).toBeDefined();
  });

  it('nobody takes a decline of their own request back, so that it would wait again', () => {
    const made = asked();
    made.command(mia, decline);
    expect(whyNot(made, made.revertRow(ana, 5))).toContain(own);
    expect(made.revertRow(bob, 5).ok).toBe(true);
    expect(made.log.state.approvals[refundId]?.outcome).toBeNull();
  });

  it('who is no manager any more decides nothing by Undo and Redo either', () => {
    const made = asked();
    made.command(mia, approve);
    const result = made.press(mia, 'undo', { mayChangeOthersWork: false });
    expect(whyNot(made, result)).toContain('Only a manager can decide on a request. Ask one of them.');
  });

  it('a request goes and comes back by the hand of whoever made it: nobody revives one and approves it alone', () => {
    const made = asked();
    expect(whyNot(made, made.revertRow(mia, 4))).toContain(
      'Ana Novak made this request and alone can withdraw it. Decline it instead.',
    );
    made.command(ana, withdraw);
    expect(whyNot(made, made.revertRow(mia, 5))).toContain(
      'Ana Novak made this request and alone can put it back. Ask them.',
    );
    expect(made.press(ana, 'undo').ok).toBe(true);
    expect(made.log.state.approvals[refundId]?.outcome).toBeNull();
  });
});
