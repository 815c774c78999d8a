/** Discounts, tax by rate, credit notes and the balance, to the minor unit, in currencies of no, two and three decimals. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rounding } from '../money';
import type { Discount } from './events';
import type { Invoice } from './invoice';
import { lineId } from './testing';
import { invoiceOf } from './testing/invoice-of';
import { creditByRate, discountAmount, totalsOf } from './totals';

const share = (rate: number, n = 0): Discount => {
  return { id: lineId(20 + n), description: 'Share', rate, amount: null };
};
const fixed = (amount: number, n = 0): Discount => {
  return { id: lineId(30 + n), description: 'Amount', rate: null, amount };
};
const discounted = (...discounts: readonly Discount[]): Pick<Invoice, 'discounts'> => {
  return { discounts: Object.fromEntries(discounts.map((discount) => [discount.id, discount])) };
};
const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0);

describe('an invoice in each kind of currency', () => {
  /** Net by rate, after 10 % off; tax; total. Worked out by hand. */
  it.each([
    // 120.00 at 19 %, 33.33 at 7 %: 12.00 and 3.33 off (3.333), 108.00 and 30.00; 20.52 and 2.10.
    ['EUR', [6000, '2', 1900], [3333, '1', 700], [3000, 10_800], [210, 2052], 16_062],
    ['USD', [6000, '2', 1900], [3333, '1', 700], [3000, 10_800], [210, 2052], 16_062],
    // ¥1,500 × 3 at 10 %, ¥128 at 8 %: ¥450 and ¥12.8 off, 13; 4,050 and 115; 405 and 9.2.
    ['JPY', [1500, '3', 1000], [128, '1', 800], [115, 4050], [9, 405], 4579],
    // 1.250 × 0.5 = 0.625 at 5 %, 10.005 at 0 %: 0.0625 and 1.0005 off, to the even 0.062 and 1.000; 0.02815 of tax.
    ['KWD', [1250, '0.5', 500], [10_005, '1', 0], [9005, 563], [0, 28], 9596],
  ] as const)('%s', (currency, first, second, nets, taxes, total) => {
    const totals = totalsOf(invoiceOf([first, second], [], { currency, ...discounted(share(1000)) }));
    expect(totals.taxes.map(({ net }) => net)).toEqual(nets);
    expect(totals.taxes.map(({ tax }) => tax)).toEqual(taxes);
    expect(totals.total).toBe(total);
    expect(totals.lines - totals.discount).toBe(totals.net);
  });
});

describe('rounding', () => {
  // 0.5 × 0.25 = 0.125; 10 % of 0.25 is 0.025; 1 % of 2.50 is 0.025.
  it.each<[string, Rounding, Invoice, object]>([
    ['a line', 'half_even', invoiceOf([[25, '0.5', 0]]), { lines: 12 }],
    ['a line', 'half_up', invoiceOf([[25, '0.5', 0]]), { lines: 13 }],
    [
      'a discount',
      'half_even',
      invoiceOf([[25, '1', 0]], [], discounted(share(1000))),
      { discount: 2, net: 23 },
    ],
    [
      'a discount',
      'half_up',
      invoiceOf([[25, '1', 0]], [], discounted(share(1000))),
      { discount: 3, net: 22 },
    ],
    ['tax', 'half_even', invoiceOf([[250, '1', 100]]), { tax: 2, total: 252 }],
    ['tax', 'half_up', invoiceOf([[250, '1', 100]]), { tax: 3, total: 253 }],
  ])('of %s by %s', (_what, rounding, invoice, totals) => {
    expect(totalsOf({ ...invoice, rounding })).toMatchObject(totals);
  });

  it('follows the rule of its own invoice, though two share their lines', () => {
    const even = invoiceOf([[250, '1', 100]]);
    const up: Invoice = { ...even, rounding: 'half_up' };
    expect([totalsOf(even).tax, totalsOf(up).tax, totalsOf(even).tax]).toEqual([2, 3, 2]);
  });
});

describe('discounts', () => {
  const lines = [
    [10_000, '1', 1900],
    [5000, '1', 700],
  ] as const;

  it('by share are taken off each rate by itself', () => {
    expect(totalsOf(invoiceOf(lines, [], discounted(share(1000))))).toMatchObject({
      lines: 15_000,
      discount: 1500,
      net: 13_500,
      taxes: [
        { rate: 700, net: 4500, tax: 315 },
        { rate: 1900, net: 9000, tax: 1710 },
      ],
      total: 15_525,
    });
  });

  it('of an amount are spread over the rates by their size, nothing lost', () => {
    expect(totalsOf(invoiceOf(lines, [], discounted(fixed(1000)))).taxes).toEqual([
      { rate: 700, net: 4667, tax: 327 },
      { rate: 1900, net: 9333, tax: 1773 },
    ]);
  });

  it('add up: both kinds, whatever their order', () => {
    const [one, two] = [share(1000), fixed(1500)];
    const totals = totalsOf(invoiceOf(lines, [], discounted(one, two)));
    expect(totals).toMatchObject({ discount: 3000, net: 12_000 });
    expect(totalsOf(invoiceOf(lines, [], discounted(two, one)))).toEqual(totals);
  });

  it('of everything leave nothing to tax', () => {
    for (const discount of [share(10_000), fixed(15_000)])
      expect(totalsOf(invoiceOf(lines, [], discounted(discount)))).toMatchObject({
        net: 0,
        tax: 0,
        total: 0,
      });
  });

  it('of single cents never turn a small rate below zero', () => {
    const small = invoiceOf(
      [
        [1, '1', 700],
        [1000, '1', 1900],
      ],
      [],
      discounted(...[1, 2, 3].map((n) => fixed(1, n))),
    );
    const { taxes, net } = totalsOf(small);
    expect(net).toBe(998);
    for (const row of taxes) expect(row.net).toBeGreaterThanOrEqual(0);
  });

  it('of two cents are one of each rate that has only one', () => {
    const cents = invoiceOf(
      [
        [1, '1', 700],
        [1, '1', 1900],
      ],
      [],
      discounted(fixed(1, 1), fixed(1, 2)),
    );
    expect(totalsOf(cents).taxes.map(({ net }) => net)).toEqual([0, 0]);
  });

  it('say each what it takes off; by a share and an amount, these add up to the whole', () => {
    const [one, two] = [share(1000), fixed(1500)];
    const made = invoiceOf(lines, [], discounted(one, two));
    expect(discountAmount(made, one)).toBe(1500);
    expect(discountAmount(made, two)).toBe(1500);
    expect(totalsOf(made).discount).toBe(3000);
  });

  it('of an invoice without lines take nothing off', () => {
    const empty = invoiceOf([], [], discounted(share(1000), fixed(500)));
    expect(totalsOf(empty)).toMatchObject({ lines: 0, discount: 0, total: 0 });
  });
});

const line = fc.tuple(
  fc.integer({ min: 1000, max: 100_000 }),
  fc.constantFrom('1', '0.5', '0.333', '12.25', '1000'),
  fc.constantFrom(0, 700, 725, 1900),
);
const invoice = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 8 }),
    shares: fc.array(fc.integer({ min: 1, max: 2000 }), { maxLength: 4 }),
    amounts: fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 6 }),
    currency: fc.constantFrom('EUR' as const, 'USD' as const, 'JPY' as const, 'KWD' as const),
    rounding: fc.constantFrom('half_even' as const, 'half_up' as const),
  })
  .map(({ lines, shares, amounts, currency, rounding }) => {
    const discounts = [...shares.map(share), ...amounts.map(fixed)];
    return invoiceOf(lines, [], { currency, rounding, ...discounted(...discounts) });
  })
  .filter((made) => totalsOf(made).net >= 0);

describe('the parts', () => {
  it(
    'are the whole: discounts, nets and taxes, in whatever order the discounts come',
    () =>
      fc.assert(
        fc.property(invoice, (made) => {
          const { lines, discount, net, taxes, tax, total } = totalsOf(made);
          const each = Object.values(made.discounts).map((one) => discountAmount(made, one));
          expect(sum(each)).toBe(discount);
          expect(lines - discount).toBe(net);
          expect(sum(taxes.map((row) => row.net))).toBe(net);
          expect(sum(taxes.map((row) => row.tax))).toBe(tax);
          expect(net + tax).toBe(total);
          const reversed = Object.fromEntries(Object.entries(made.discounts).toReversed());
          expect(totalsOf({ ...made, discounts: reversed })).toEqual(totalsOf(made));
        }),
      ),
    60_000,
  );

  it(
    'are never below zero, as long as the whole is not',
    () =>
      fc.assert(
        fc.property(invoice, (made) => {
          for (const { net, tax } of totalsOf(made).taxes) {
            expect(net).toBeGreaterThanOrEqual(0);
            expect(tax).toBeGreaterThanOrEqual(0);
          }
        }),
      ),
    60_000,
  );

  it(
    'of a credit note are its amount, and of one over everything those of the invoice',
    () =>
      fc.assert(
        fc.property(invoice, fc.nat(), (made, drawn) => {
          const { total, taxes } = totalsOf(made);
          fc.pre(total > 0);
          const amount = 1 + (drawn % total);
          const rows = creditByRate(made, { amount });
          expect(sum(rows.flatMap(({ net, tax }) => [net, tax]))).toBe(amount);
          expect(rows.map(({ rate }) => rate)).toEqual(taxes.map(({ rate }) => rate));
          for (const [index, row] of rows.entries()) {
            expect(row.net).toBeLessThanOrEqual(taxes[index]?.net ?? 0);
            expect(row.tax).toBeLessThanOrEqual(taxes[index]?.tax ?? 0);
          }
          expect(creditByRate(made, { amount: total })).toEqual(taxes);
        }),
      ),
    60_000,
  );
});
