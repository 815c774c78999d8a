import { describe, expect, it } from 'vitest';
import { largestAmount } from '../money';
import { type Invoice, noInvoice } from './invoice';
import { invoiceOf } from './testing/invoice-of';
import { totalsOf } from './totals';
import { violations } from './violations';

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
