import { describe, expect, it } from 'vitest';
import { given } from '../event-sourcing/testing';
import type { InvoiceCommand } from './commands';
import type { InvoiceEvent } from './events';
import { isDisputed, statusOf } from './status';
import { creation, lineId } from './testing';
import { creditNote, dispute, failure, following, payment, refund } from './testing/lives';
import { totalsOf } from './totals';
import { invoiceWorkflow } from './workflow';

const [today, tomorrow, yesterday] = ['2026-11-10', '2026-11-11', '2026-11-09'];
const [paymentId, attemptId, refundId, creditId, disputeId] = [60, 61, 62, 63, 64].map(lineId) as [
  string,
  string,
  string,
  string,
  string,
];
const total = 5950;

const open = following([], creation(2), { type: 'finalize_invoice' });
const paid = following(open, payment(total, paymentId));
const partlyPaid = following(open, payment(1000, paymentId));
const refunding = following(paid, refund(2000, paymentId, refundId));
const disputing = following(paid, dispute(3000, paymentId, disputeId));

const when = (events: readonly InvoiceEvent[], command: InvoiceCommand) =>
  given(invoiceWorkflow, events).when(command, { reason: 'because' });
const refusalOf = (events: readonly InvoiceEvent[], command: InvoiceCommand) => {
  const outcome = when(events, command);
  expect(outcome.events).toEqual([]);
  return outcome.refusal;
};
const stateOf = (events: readonly InvoiceEvent[]) => given(invoiceWorkflow, events).state;
const totals = (events: readonly InvoiceEvent[]) => totalsOf(stateOf(events));

const settle = (settledOn = today): InvoiceCommand => ({ type: 'settle_refund', refundId, settledOn });
const fail = (failedOn = today): InvoiceCommand => ({ type: 'fail_refund', refundId, failedOn });
const cancel: InvoiceCommand = { type: 'cancel_refund', refundId };
const win = (closedOn = today): InvoiceCommand => ({ type: 'win_dispute', disputeId, closedOn });
const lose = (closedOn = today): InvoiceCommand => ({ type: 'lose_dispute', disputeId, closedOn });
const withdraw: InvoiceCommand = { type: 'withdraw_dispute', disputeId };

describe('failed payments', () => {
  it('are recorded and tried again, once each', () => {
    const failed = following(open, failure(attemptId));
    const retried = following(failed, { type: 'retry_payment', attemptId });
    expect(stateOf(retried).attempts[attemptId]?.retriedAt).toBe('2026-11-10T13:13:07.000000Z');
    expect(refusalOf(retried, { type: 'retry_payment', attemptId })).toMatchObject({
      code: 'retried_already',
      field: 'attemptId',
    });
    expect(totals(retried)).toMatchObject({ paid: 0, balance: total });
  });

  it('refuses one that is there, one of the future, and to retry one that is not there', () => {
    expect(refusalOf(following(open, failure(attemptId)), failure(attemptId))?.field).toBe('attemptId');
    expect(refusalOf(open, { ...failure(attemptId), failedOn: tomorrow })).toMatchObject({
      code: 'in_the_future',
      field: 'failedOn',
    });
    expect(refusalOf(open, { type: 'retry_payment', attemptId })?.code).toBe('no_such_failed_payment');
  });
});

describe('the way of payment', () => {
  const update = (method: 'card' | null, detail: string | null): InvoiceCommand => {
    return { type: 'update_payment_method', method, detail };
  };

  it('is an event of what changes, and none where nothing does', () => {
    expect(when(open, update('card', 'Visa')).events).toEqual([
      { type: 'payment_method_updated', payload: { method: 'card', detail: 'Visa' } },
    ]);
    const known = following(open, update('card', 'Visa'));
    expect(when(known, update('card', null)).events[0]?.payload).toEqual({ detail: null });
    expect(when(known, update('card', 'Visa'))).toEqual({ events: [], refusal: undefined });
    expect(when(open, update(null, null)).events).toEqual([]);
  });
});

describe('refunds', () => {
  it('of an invoice paid in full are given back for good: nothing is owed again', () => {
    expect(stateOf(refunding).refunds[refundId]).toMatchObject({
      status: 'pending',
      issuedOn: today,
      forGood: 2000,
    });
    expect(totals(refunding)).toMatchObject({ refunded: 2000, balance: 0 });
    expect(statusOf(stateOf(refunding))).toBe('paid');
  });

  it('of one paid in part are owed again', () => {
    const refunded = following(partlyPaid, refund(400, paymentId, refundId));
    expect(stateOf(refunded).refunds[refundId]?.forGood).toBe(0);
    expect(totals(refunded).balance).toBe(total - 600);
  });

  it('of what was paid too much settle just that', () => {
    const overpaid = following(open, payment(total + 500, paymentId));
    expect(totals(overpaid).balance).toBe(-500);
    const returned = following(overpaid, refund(500, paymentId, refundId));
    expect(totals(returned).balance).toBe(0);
    expect(stateOf(returned).refunds[refundId]?.forGood).toBe(0);
    const more = following(overpaid, refund(700, paymentId, refundId));
    expect(stateOf(more).refunds[refundId]?.forGood).toBe(200);
    expect(totals(more).balance).toBe(0);
  });

  it('of what was paid too much are no gift: what the bank takes back later is owed whole', () => {
    const returned = following(
      open,
      payment(total + 500, paymentId),
      refund(500, paymentId, refundId),
      dispute(total, paymentId, disputeId),
      { type: 'lose_dispute', disputeId, closedOn: today },
    );
    expect(totals(returned).balance).toBe(total);
  });

  it('of what a credit note left over are owed again once the credit note is void', () => {
    const credited = following(
      open,
      payment(total, paymentId),
      creditNote(300, creditId),
      refund(300, paymentId, refundId),
    );
    expect(totals(credited).balance).toBe(0);
    expect(totals(following(credited, { type: 'void_credit_note', creditId })).balance).toBe(300);
  });

  it('say, once they failed, that the money never left', () => {
    const failed = following(partlyPaid, refund(400, paymentId, refundId), fail());
    expect(totals(failed)).toMatchObject({ refunded: 0, balance: total - 1000 });
    expect(when(failed, refund(1000, paymentId, lineId(72))).refusal).toBeUndefined();
  });

  it('never come to more than their payment', () => {
    expect(refusalOf(refunding, refund(total - 1999, paymentId, lineId(72)))).toMatchObject({
      code: 'more_than_paid',
      field: 'amount',
      message: 'At most €39.50 of this payment can be refunded.',
    });
    expect(when(refunding, refund(total - 2000, paymentId, lineId(72))).events).toHaveLength(1);
    const all = following(paid, refund(total, paymentId, refundId));
    expect(refusalOf(all, refund(1, paymentId, lineId(72)))?.message).toMatch(
      /^Nothing of this payment is left/,
    );
  });

  it.each([
    ['settled', settle()],
    ['failed', fail()],
  ])('have one outcome: once %s, there is no other', (_what, outcome) => {
    const closed = following(refunding, outcome);
    for (const command of [settle(), fail(), cancel])
      expect(refusalOf(closed, command)).toMatchObject({ code: 'refund_closed', field: 'refundId' });
  });

  it.each([
    ['settledOn', settle],
    ['failedOn', fail],
  ] as const)('end on a day between their issue and today: %s', (field, outcome) => {
    expect(refusalOf(refunding, outcome(tomorrow))).toMatchObject({ code: 'in_the_future', field });
    expect(refusalOf(refunding, outcome(yesterday))).toMatchObject({ code: 'before_it_began', field });
  });

  it('can be cancelled while they are on their way, as if they had never been', () => {
    expect(stateOf(following(refunding, cancel))).toEqual(stateOf(paid));
    expect(refusalOf(paid, cancel)).toMatchObject({ code: 'no_such_refund', field: 'refundId' });
  });
});

describe('disputes', () => {
  it('count as paid until the bank decides', () => {
    expect(isDisputed(stateOf(disputing))).toBe(true);
    expect(totals(disputing)).toMatchObject({ paid: total, balance: 0 });
  });

  it('that are lost take the money back, and the invoice is owed again', () => {
    const lost = following(disputing, lose());
    expect(isDisputed(stateOf(lost))).toBe(false);
    expect(totals(lost)).toMatchObject({ paid: total - 3000, balance: 3000 });
    expect(statusOf(stateOf(lost))).toBe('partially_paid');
    const whole = following(paid, dispute(total, paymentId, disputeId), lose());
    expect(statusOf(stateOf(whole))).toBe('open');
  });

  it('that are won or withdrawn leave everything paid', () => {
    for (const outcome of [win(), withdraw]) {
      const closed = following(disputing, outcome);
      expect(isDisputed(stateOf(closed))).toBe(false);
      expect(totals(closed)).toMatchObject({ paid: total, balance: 0 });
    }
  });

  it.each([
    ['won', win()],
    ['lost', lose()],
  ])('have one outcome: once %s, there is no other', (outcome, command) => {
    const closed = following(disputing, command);
    for (const other of [win(), lose(), withdraw]) {
      expect(refusalOf(closed, other)).toMatchObject({
        code: 'dispute_closed',
        message: `This dispute was ${outcome} already, and that can’t be changed here.`,
      });
    }
  });

  it('begin and end on days that make sense', () => {
    const early = { ...dispute(1, paymentId, disputeId), openedOn: '2026-11-09' };
    expect(refusalOf(paid, early)).toMatchObject({
      code: 'before_the_payment',
      message: 'This payment came in on 10 Nov 2026, so it can’t have been disputed before that day.',
      field: 'openedOn',
    });
    const opened = { ...dispute(1, paymentId, disputeId), openedOn: tomorrow };
    expect(refusalOf(paid, opened)).toMatchObject({ code: 'in_the_future', field: 'openedOn' });
    expect(refusalOf(disputing, win(tomorrow))).toMatchObject({ code: 'in_the_future', field: 'closedOn' });
    expect(refusalOf(disputing, lose(yesterday))).toMatchObject({ code: 'before_it_began' });
  });

  it('and refunds share what a payment has', () => {
    expect(refusalOf(disputing, refund(total - 2999, paymentId, refundId))?.code).toBe('more_than_paid');
    expect(refusalOf(refunding, dispute(total - 1999, paymentId, disputeId))?.message).toBe(
      'At most €39.50 of this payment can be disputed.',
    );
    expect(refusalOf(disputing, dispute(1, paymentId, disputeId))?.code).toBe('exists_already');
    expect(refusalOf(paid, dispute(1, lineId(99), disputeId))?.code).toBe('no_such_payment');
  });
});
