import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyCodes } from './currencies';
import {
  type Currency,
  exponentOf,
  formatMoney,
  formatRate,
  isCurrency,
  largestAmount,
  parseMoney,
  taxOn,
  timesQuantity,
  toDecimalText,
} from './money';

/** Rounds a fraction half to even, by another road than the code does: whole numbers only. */
function halfToEven(numerator: bigint, denominator: bigint): number {
  const sign = numerator < 0n ? -1n : 1n;
  const size = numerator * sign;
  const [whole, twice] = [size / denominator, (size % denominator) * 2n];
  const up = twice > denominator || (twice === denominator && whole % 2n === 1n);
  return Number(sign * (whole + (up ? 1n : 0n)));
}

const currency = fc.constantFrom(...currencyCodes);
const amount = fc.integer({ min: -largestAmount, max: largestAmount });

describe('currencies', () => {
  it.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['CLF', 4],
  ] as const)('%s has %i decimals', (code, decimals) => expect(exponentOf(code)).toBe(decimals));

  it('knows a code from nonsense', () => {
    expect(isCurrency('EUR')).toBe(true);
    for (const code of ['', 'eur', 'EURO', 'XXY', 'toString', '__proto__'])
      expect(isCurrency(code)).toBe(false);
  });

  it.each(['MGA', 'MRU'])('takes no %s: its minor unit is a fifth, and amounts here are decimals', (code) =>
    expect(isCurrency(code)).toBe(false),
  );

  it('offers every currency that it takes, each with an exponent that Intl can write', () => {
    for (const code of currencyCodes) {
      expect(isCurrency(code)).toBe(true);
      expect(formatMoney(0, code)).toContain('0');
    }
  });
});

describe('timesQuantity', () => {
  it.each([
    [1, '0.5', 0],
    [3, '0.5', 2],
    [5, '0.5', 2],
    [1, '1.5', 2],
    [1, '2.5', 2],
    [-1, '0.5', 0],
    [-3, '0.5', -2],
    [-5, '0.5', -2],
    [1, '0.501', 1],
    [1, '0.499', 0],
    [1999, '0.333', 666],
    [1250, '2', 2500],
    [0, '999999.999', 0],
  ])('%i cents × %s are %i: half a cent goes to the even one', (price, quantity, cents) => {
    expect(timesQuantity(price, quantity, 'EUR')).toBe(cents);
  });

  it('is exact where the product is beyond 2^53 and floating point is a cent off', () => {
    expect(Math.round(999999057 * 999999.991)).toBe(999999048000009);
    expect(timesQuantity(999999057, '999999.991', 'EUR')).toBe(999999048000008);
    expect(timesQuantity(1_000_000_000, '999999.999', 'EUR')).toBe(999_999_999_000_000);
  });

  it('rounds to the minor unit whatever the currency’s decimals', () => {
    for (const code of ['JPY', 'EUR', 'KWD'] as const) expect(timesQuantity(3, '0.5', code)).toBe(2);
  });

  it('agrees with whole-number arithmetic', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.integer({ min: 1, max: 999_999_999 }),
        currency,
        (price, thousandths, code) => {
          const quantity = `${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, '0')}`;
          expect(timesQuantity(price, quantity, code)).toBe(
            halfToEven(BigInt(price) * BigInt(thousandths), 1000n),
          );
        },
      ),
    ));
});

describe('taxOn', () => {
  it.each([
    [50, 100, 0],
    [150, 100, 2],
    [250, 100, 2],
    [-50, 100, 0],
    [-150, 100, -2],
    [-250, 100, -2],
    [10_000, 1900, 1900],
    [999, 1900, 190],
    [100, 725, 7],
    [12345, 0, 0],
    [12345, 10_000, 12345],
  ])('on %i at %i basis points is %i', (net, rate, tax) => expect(taxOn(net, rate, 'EUR')).toBe(tax));

  it('goes to the even unit on amounts where floating point has lost the half', () => {
    expect(taxOn(999_999_999_950, 1900, 'EUR')).toBe(189_999_999_990);
    expect(taxOn(largestAmount, 9999, 'EUR')).toBe(999_900_000_000);
  });

  it('agrees with whole-number arithmetic', () =>
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 10_000 }), currency, (net, rate, code) => {
        expect(taxOn(net, rate, code)).toBe(halfToEven(BigInt(net) * BigInt(rate), 10_000n));
      }),
    ));
});

describe('parseMoney', () => {
  it.each<[string, Currency, number]>([
    ['1234.50', 'EUR', 123450],
    ['1234.5', 'EUR', 123450],
    ['1,234.50', 'EUR', 123450],
    ['1,234,567', 'EUR', 123456700],
    ['0', 'EUR', 0],
    ['0.00', 'EUR', 0],
    ['-0.00', 'EUR', 0],
    ['-12.34', 'EUR', -1234],
    ['007', 'EUR', 700],
    [' \u00a012.00\t', 'EUR', 1200],
    ['1250', 'JPY', 1250],
    ['1.25', 'KWD', 1250],
    ['10,000,000,000', 'EUR', largestAmount],
    ['1000000000000', 'JPY', largestAmount],
  ])('takes %j in %s', (text, code, cents) => expect(parseMoney(text, code)).toEqual({ amount: cents }));

  it.each([
    ['12.345', 'EUR', 'EUR has at most 2 decimals; this amount has 3.'],
    ['12.000', 'EUR', 'EUR has at most 2 decimals; this amount has 3.'],
    ['12.0', 'JPY', 'JPY has no decimals; this amount has 1.'],
    ['1.2345', 'KWD', 'KWD has at most 3 decimals; this amount has 4.'],
  ] as const)('never rounds %s %s', (text, code, problem) =>
    expect(parseMoney(text, code)).toEqual({ problem }),
  );

  it.each(['10000000000.01', '-10000000000.01', '9'.repeat(20), '9'.repeat(400)])('%s is too much', (text) =>
    expect(parseMoney(text, 'EUR')).toEqual({ problem: 'Amounts go up to €10,000,000,000.00.' }),
  );

  it.each([
    '',
    ' ',
    '-',
    '.',
    '.5',
    '5.',
    '+5',
    '--5',
    '1e3',
    '0x10',
    'Infinity',
    'NaN',
    '12 EUR',
    '€12',
    '12,5',
    '1,23,456',
    '1234,567',
    ',123',
    '1,234,',
    '1.234,50',
    '1 234',
    '1.2.3',
    '12\0',
    '1\n2',
    '\uff11\uff12',
    '٣',
    '−5',
  ])('%j is no amount', (text) =>
    expect(parseMoney(text, 'EUR')).toEqual({ problem: 'Write an amount like 1234.50.' }),
  );

  it('gives back what toDecimalText wrote, in every currency', () =>
    fc.assert(
      fc.property(currency, amount, (code, value) => {
        expect(parseMoney(toDecimalText(value, code), code)).toEqual({ amount: value });
      }),
    ));
});

describe('amounts and rates in words', () => {
  it.each<[number, Currency, string]>([
    [123450, 'EUR', '€1,234.50'],
    [5, 'EUR', '€0.05'],
    [-5, 'EUR', '-€0.05'],
    [0, 'EUR', '€0.00'],
    [1235, 'JPY', '¥1,235'],
    [1250, 'KWD', 'KWD\u00a01.250'],
    [largestAmount, 'USD', '$10,000,000,000.00'],
    [9_007_199_254_740_991, 'EUR', '€90,071,992,547,409.91'],
  ])('%i of %s is %s', (value, code, words) => expect(formatMoney(value, code)).toBe(words));

  it.each<[number, Currency, string]>([
    [123450, 'EUR', '1234.50'],
    [-5, 'EUR', '-0.05'],
    [1235, 'JPY', '1235'],
    [5, 'KWD', '0.005'],
  ])('%i of %s is %s in a field', (value, code, words) => expect(toDecimalText(value, code)).toBe(words));

  it.each([
    [1900, '19 %'],
    [750, '7.5 %'],
    [725, '7.25 %'],
    [0, '0 %'],
  ])('%i basis points are %s', (rate, words) => expect(formatRate(rate)).toBe(words));
});
