import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesInOrder } from './invoice';
import { invoiceOf } from './testing/invoice-of';
import { lineAmount, totalsOf } from './totals';

describe('totals', () => {
  it('of mixed rates: net, tax by rate from the lowest, gross, paid and what is owed', () => {
    const totals = totalsOf(
      invoiceOf(
        [
          [1250, '2', 1900],
          [999, '1', 700],
          [400, '0.5', 0],
          [100, '3', 700],
        ],
        [1000, 500],
      ),
    );
    expect(totals).toEqual({
      lines: 3999,
      discount: 0,
      net: 3999,
      taxes: [
        { rate: 0, net: 200, tax: 0 },
        { rate: 700, net: 1299, tax: 91 },
        { rate: 1900, net: 2500, tax: 475 },
      ],
      tax: 566,
      total: 4565,
      credited: 0,
      paid: 1500,
      refunded: 0,
      balance: 3065,
    });
  });

  it('rounds tax once per rate, not once per line', () => {
    // A line of 3 at 19 % has 0.57 of tax, rounded 1; three such lines together have 1.71, rounded 2.
    const totals = totalsOf(
      invoiceOf([
        [3, '1', 1900],
        [3, '1', 1900],
        [3, '1', 1900],
      ]),
    );
    expect(totals.taxes).toEqual([{ rate: 1900, net: 9, tax: 2 }]);
  });

  it('rounds half to even, in each rate by itself', () => {
    // 50 at 1 % is 0.5 and goes to 0; 150 at 1 % is 1.5 and goes to 2; 250 at 5 % is 12.5 and goes to 12.
    expect(totalsOf(invoiceOf([[50, '1', 100]])).tax).toBe(0);
    expect(
      totalsOf(
        invoiceOf([
          [150, '1', 100],
          [250, '1', 500],
        ]),
      ).taxes.map(({ tax }) => tax),
    ).toEqual([2, 12]);
  });

  it('rounds each line to the minor unit before it is added', () => {
    const made = invoiceOf([
      [5, '0.5', 0],
      [5, '0.5', 0],
    ]);
    expect(linesInOrder(made).map((line) => lineAmount(made, line))).toEqual([2, 2]);
    expect(totalsOf(made).net).toBe(4);
  });

  it('counts in the minor units of the currency', () => {
    expect(totalsOf(invoiceOf([[1999, '0.5', 1000]], [], { currency: 'JPY' }))).toMatchObject({
      net: 1000,
      tax: 100,
      total: 1100,
    });
  });

  it('of nothing is nothing, and more paid than asked is below zero', () => {
    expect(totalsOf(invoiceOf([]))).toMatchObject({
      lines: 0,
      net: 0,
      taxes: [],
      tax: 0,
      total: 0,
      balance: 0,
    });
    expect(totalsOf(invoiceOf([[100, '1', 0]], [150])).balance).toBe(-50);
  });

  it('always add up, whatever the order of lines', () => {
    const line = fc.tuple(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.constantFrom('1', '0.5', '0.333', '12.25', '1000'),
      fc.constantFrom(0, 700, 725, 1900),
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 10_000 })),
        (lines, paid) => {
          const totals = totalsOf(invoiceOf(lines, paid));
          expect(totals.total).toBe(totals.net + totals.tax);
          expect(totals.balance).toBe(totals.total - totals.paid);
          const sum = (amounts: number[]) => amounts.reduce((a, b) => a + b, 0);
          expect(sum(totals.taxes.map((row) => row.net))).toBe(totals.net);
          expect(sum(totals.taxes.map((row) => row.tax))).toBe(totals.tax);
          expect(totalsOf(invoiceOf(lines.toReversed(), paid))).toEqual(totals);
        },
      ),
    );
  });
});
