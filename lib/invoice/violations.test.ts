import { describe, expect, it } from 'vitest';
import { largestAmount } from '../money';
import { type Invoice, type KeptRefund, noInvoice } from './invoice';
import { lineId } from './testing';
import { children } from './testing/examples';
import { invoiceOf } from './testing/invoice-of';
import { totalsOf } from './totals';
import { violations } from './violations';

const { credit, discount, refund } = children;
const lines = [[100, '1', 0]] as const;
const granted = (amount: number): Partial<Invoice> => {
  return { discounts: { [discount.id]: { ...discount, rate: null, amount } } };
};
const grantedOften = (times: number): Partial<Invoice> => {
  const each = Array.from({ length: times }, (_, n) => ({
    ...discount,
    id: lineId(200 + n),
    rate: null,
    amount: 1,
  }));
  return { discounts: Object.fromEntries(each.map((one) => [one.id, one])) };
};
const credited = (amount: number): Partial<Invoice> => ({ credits: { [credit.id]: { ...credit, amount } } });
const refunded = (
  first: number,
  second: number,
  status: KeptRefund['status'] = 'pending',
): Partial<Invoice> => {
  const kept: KeptRefund = {
    ...refund,
    paymentId: lineId(60),
    amount: first,
    status: 'settled',
    closedOn: null,
  };
  const other: KeptRefund = { ...kept, id: lineId(72), amount: second, status };
  return { refunds: { [kept.id]: kept, [other.id]: other } };
};

describe('violations', () => {
  it.each<[string, string[], Invoice]>([
    ['none of an invoice in order', [], invoiceOf([[100, '1', 0]])],
    ['none of what is not there', [], noInvoice],
    ['none of a draft without lines', [], invoiceOf([], [], { finalizedAt: null })],
    ['a finalized invoice without lines', ['no_lines'], invoiceOf([])],
    ['none of the largest total', [], invoiceOf([[1_000_000_000, '1000', 0]])],
    [
      'a total beyond it',
      ['total_too_large'],
      invoiceOf([
        [1_000_000_000, '1000', 0],
        [1, '1', 0],
      ]),
    ],
    ['none of as many discounts as there may be', [], invoiceOf(lines, [], grantedOften(20))],
    ['more discounts', ['too_many_discounts'], invoiceOf(lines, [], grantedOften(21))],
    ['none of discounts of everything', [], invoiceOf(lines, [], granted(100))],
    ['discounts of more', ['discount_too_large'], invoiceOf(lines, [], granted(101))],
    ['none of credit notes over everything', [], invoiceOf(lines, [], credited(100))],
    ['credit notes over more', ['credited_too_much'], invoiceOf(lines, [], credited(101))],
    ['none of refunds of a whole payment', [], invoiceOf(lines, [100], refunded(60, 40))],
    ['refunds of more', ['refunded_too_much'], invoiceOf(lines, [100], refunded(60, 41))],
    ['none of a refund that failed', [], invoiceOf(lines, [100], refunded(60, 41, 'failed'))],
  ])('%s', (_what, codes, state) => {
    const found = violations(state);
    expect(found.map(({ code }) => code)).toEqual(codes);
    for (const { message, paths } of found) {
      expect(message).toMatch(/\.$/);
      expect(paths).not.toEqual([]);
    }
  });

  it('has its bound where money has it', () =>
    expect(totalsOf(invoiceOf([[1_000_000_000, '1000', 0]])).total).toBe(largestAmount));
});
