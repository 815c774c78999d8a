/** What becomes of the customer's money, in the demo's own words: acts like those in acts.ts. */
import type { Dispute, Payment, PaymentAttempt } from '@/lib/invoice/events';
import type { Invoice } from '@/lib/invoice/invoice';
import { refundable, totalsOf } from '@/lib/invoice/totals';
import { demoId } from './demo-id';
import type { Act } from './step';

export type Method = Payment['method'];

const payment =
  (method: Method, amountOf: (total: number, balance: number) => number, reference: string | null): Act =>
  ({ name, invoice, today, step }) => {
    const { total, balance } = totalsOf(invoice);
    return {
      type: 'record_payment',
      paymentId: demoId(`${name} payment ${step}`),
      amount: amountOf(total, balance),
      method,
      receivedOn: today,
      reference,
    };
  };

/** Everything that is still owed. */
export const payRest = (method: Method, reference: string | null = null): Act =>
  payment(method, (_, balance) => balance, reference);

/** Part of the total, to the minor unit. */
export const payShare = (share: number, method: Method, reference: string | null = null): Act =>
  payment(method, (total) => Math.round(total * share), reference);

/** The bank or the card company says no to all that is owed. */
export const fail =
  (method: Method, code: PaymentAttempt['code'], detail: string | null = null): Act =>
  ({ name, invoice, today, step }) => ({
    type: 'record_payment_failure',
    attemptId: demoId(`${name} attempt ${step}`),
    amount: totalsOf(invoice).balance,
    method,
    failedOn: today,
    code,
    detail,
  });

/** Tries the failed payment again that was not tried again yet. */
export const retry: Act = ({ name, invoice }) => {
  const failed = Object.values(invoice.attempts).find(({ retriedAt }) => retriedAt === null);
  if (!failed) throw new Error(`No payment of ${name} has failed that could be tried again.`);
  return { type: 'retry_payment', attemptId: failed.id };
};

export const payBy =
  (method: Method, detail: string | null): Act =>
  () => ({ type: 'update_payment_method', method, detail });

/** The payment that was received last. */
function lastPayment(name: string, invoice: Invoice): Payment {
  const last = Object.values(invoice.payments).at(-1);
  if (!last) throw new Error(`Nothing was paid on ${name}.`);
  return last;
}

/** Gives back so much of the last payment; above the company's limit this asks a manager. */
export const refund =
  (share: number): Act =>
  ({ name, invoice, step }) => {
    const { id, amount } = lastPayment(name, invoice);
    return {
      type: 'issue_refund',
      refundId: demoId(`${name} refund ${step}`),
      paymentId: id,
      amount: Math.min(Math.round(amount * share), refundable(invoice, id)),
    };
  };

const pendingRefund = (invoice: Invoice) =>
  Object.values(invoice.refunds).findLast(({ status }) => status === 'pending');

export const settle: Act = ({ invoice, today }) => {
  const pending = pendingRefund(invoice);
  return pending ? { type: 'settle_refund', refundId: pending.id, settledOn: today } : null;
};

export const failRefund: Act = ({ invoice, today }) => {
  const pending = pendingRefund(invoice);
  return pending ? { type: 'fail_refund', refundId: pending.id, failedOn: today } : null;
};

/** A credit note over so much of the total. */
export const credit =
  (share: number): Act =>
  ({ name, invoice, step }) => ({
    type: 'issue_credit_note',
    creditId: demoId(`${name} credit ${step}`),
    amount: Math.round(totalsOf(invoice).total * share),
  });

/** The customer has their bank take the last payment back. */
export const dispute =
  (category: Dispute['category'], reference: string | null): Act =>
  ({ name, invoice, today, step }) => {
    const { id } = lastPayment(name, invoice);
    return {
      type: 'open_dispute',
      disputeId: demoId(`${name} dispute ${step}`),
      paymentId: id,
      amount: refundable(invoice, id),
      category,
      openedOn: today,
      reference,
    };
  };

const close =
  (type: 'win_dispute' | 'lose_dispute'): Act =>
  ({ name, invoice, today }) => {
    const open = Object.values(invoice.disputes).find(({ outcome }) => outcome === null);
    if (!open) throw new Error(`Nothing is disputed on ${name}.`);
    return { type, disputeId: open.id, closedOn: today };
  };

export const winDispute = close('win_dispute');
export const loseDispute = close('lose_dispute');

/** Gives up what is owed; above the company's limit this asks a manager. */
export const writeOff: Act = ({ name, step }) => ({
  type: 'write_off_invoice',
  requestId: demoId(`${name} request ${step}`),
});

/** Lets go ahead what waits for a second person, if anything does. */
export const approve: Act = ({ invoice }) => {
  const waiting = Object.values(invoice.approvals).find(({ outcome }) => outcome === null);
  return waiting ? { type: 'approve_request', approvalId: waiting.id } : null;
};
