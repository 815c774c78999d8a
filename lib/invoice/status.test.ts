import { describe, expect, it } from 'vitest';
import type { Invoice } from './invoice';
import { hasLivePayment, isDisputed, isOverdue, type Status, statusOf } from './status';
import { lineId } from './testing';
import { children } from './testing/examples';
import { invoiceOf } from './testing/invoice-of';

const at = '2026-11-10T13:13:07.000000Z';
const { credit, refund, dispute } = children;
const of = lineId(60);
const credited = (amount: number): Partial<Invoice> => ({ credits: { [credit.id]: { ...credit, amount } } });
const refunded = (amount: number, owedAgain: boolean): Partial<Invoice> => {
  const forGood = owedAgain ? 0 : amount;
  const kept = { ...refund, paymentId: of, amount, forGood, status: 'settled' as const, closedOn: null };
  return { refunds: { [refund.id]: kept } };
};
const disputed = (amount: number, outcome: 'lost' | 'won' | null): Partial<Invoice> => {
  return { disputes: { [dispute.id]: { ...dispute, paymentId: of, amount, outcome, closedOn: null } } };
};

describe('status', () => {
  const lines = [[100, '1', 0]] as const;
  it.each<[string, Status, Invoice]>([
    ['not finalized', 'draft', invoiceOf(lines, [], { finalizedAt: null })],
    ['finalized, nothing paid', 'open', invoiceOf(lines)],
    ['a part paid', 'partially_paid', invoiceOf(lines, [99])],
    ['all paid, in parts', 'paid', invoiceOf(lines, [60, 40])],
    ['more than all paid', 'paid', invoiceOf(lines, [101])],
    ['nothing to pay', 'paid', invoiceOf([[0, '1', 0]])],
    ['voided', 'void', invoiceOf(lines, [], { voidedAt: at })],
    ['voided, though paid', 'void', invoiceOf(lines, [100], { voidedAt: at })],
    ['written off', 'uncollectible', invoiceOf(lines, [], { writtenOffAt: at })],
    ['written off, a part paid', 'uncollectible', invoiceOf(lines, [40], { writtenOffAt: at })],
    ['written off, and paid after all', 'paid', invoiceOf(lines, [100], { writtenOffAt: at })],
    ['written off and voided', 'void', invoiceOf(lines, [], { writtenOffAt: at, voidedAt: at })],
    ['credited in part, nothing paid', 'open', invoiceOf(lines, [], credited(40))],
    ['credited and paid, together all', 'paid', invoiceOf(lines, [60], credited(40))],
    ['credited whole', 'paid', invoiceOf(lines, [], credited(100))],
    ['paid in part and given back', 'open', invoiceOf(lines, [60], refunded(60, true))],
    ['paid in part, some of it given back', 'partially_paid', invoiceOf(lines, [60], refunded(20, true))],
    ['paid, and given back for good', 'paid', invoiceOf(lines, [100], refunded(100, false))],
    ['paid, and disputed', 'paid', invoiceOf(lines, [100], disputed(100, null))],
    ['paid, and charged back', 'open', invoiceOf(lines, [100], disputed(100, 'lost'))],
    ['paid, and charged back in part', 'partially_paid', invoiceOf(lines, [100], disputed(40, 'lost'))],
    ['discarded', 'discarded', invoiceOf(lines, [], { discarded: true, finalizedAt: null })],
  ])('%s is %s', (_what, status, state) => expect(statusOf(state)).toBe(status));
});

describe('overdue', () => {
  const lines = [[100, '1', 0]] as const;
  const due = { dueDate: '2026-11-10' };
  it.each<[string, boolean, Invoice, string]>([
    ['open, the day after', true, invoiceOf(lines, [], due), '2026-11-11'],
    ['open, on the day itself', false, invoiceOf(lines, [], due), '2026-11-10'],
    ['partially paid, a year after', true, invoiceOf(lines, [50], due), '2027-11-10'],
    ['paid', false, invoiceOf(lines, [100], due), '2027-11-10'],
    ['without a due date', false, invoiceOf(lines), '2027-11-10'],
    ['a draft', false, invoiceOf(lines, [], { ...due, finalizedAt: null }), '2027-11-10'],
    ['uncollectible', false, invoiceOf(lines, [], { ...due, writtenOffAt: at }), '2027-11-10'],
    ['void', false, invoiceOf(lines, [], { ...due, voidedAt: '2026-11-10T13:13:07.000000Z' }), '2027-11-10'],
  ])('%s: %s', (_what, overdue, state, today) => expect(isOverdue(state, today)).toBe(overdue));
});

describe('flags beside the status', () => {
  const lines = [[100, '1', 0]] as const;
  it('disputed, until there is an outcome', () => {
    expect(isDisputed(invoiceOf(lines, [100]))).toBe(false);
    expect(isDisputed(invoiceOf(lines, [100], disputed(40, null)))).toBe(true);
    for (const outcome of ['won', 'lost'] as const)
      expect(isDisputed(invoiceOf(lines, [100], disputed(40, outcome)))).toBe(false);
  });

  it.each<[string, boolean, Partial<Invoice>]>([
    ['a payment', true, {}],
    ['one given back', false, refunded(100, false)],
    ['one given back in part', true, refunded(99, false)],
    ['one charged back', false, disputed(100, 'lost')],
    ['one that is disputed whole, which may be lost', false, disputed(100, null)],
    ['one whose dispute was won', true, disputed(100, 'won')],
  ])('money of the customer’s is there: %s, %s', (_what, live, more) => {
    expect(hasLivePayment(invoiceOf(lines, [100], more))).toBe(live);
    expect(hasLivePayment(invoiceOf(lines))).toBe(false);
  });
});
