import {
  allocate as allocateExactly,
  type Dinero,
  dinero,
  halfAwayFromZero,
  halfEven,
  multiply,
  toDecimal,
  toSnapshot,
  transformScale,
} from 'dinero.js/bigint';
import * as currencies from 'dinero.js/bigint/currencies';

/**
 * Every ISO 4217 currency with its exponent, by code. Without the ariary and the ouguiya, whose minor unit is a fifth:
 * amounts here are decimals.
 */
const { MGA: _ariary, MRU: _ouguiya, ...definitions } = currencies;

/**
 * Money is an integer number of minor units with an ISO 4217 currency, whose exponent says how many decimals that is
 * (EUR 2, JPY 0, KWD 3). Arithmetic is exact and rounds once, by one rule, where a fraction of a unit appears.
 */
export type Currency = keyof typeof definitions;

/** The largest amount handled, in minor units: far beyond any invoice, and safe in JavaScript and `bigint` alike. */
export const largestAmount = 1_000_000_000_000;

/** Where half a minor unit goes: to the even neighbour, or away from zero. */
export const roundings = ['half_even', 'half_up'] as const;
export type Rounding = (typeof roundings)[number];

const roundBy = { half_even: halfEven, half_up: halfAwayFromZero };

export function isCurrency(code: string): code is Currency {
  return Object.hasOwn(definitions, code);
}

/** How many decimals a currency has. */
export function exponentOf(currency: Currency): number {
  return Number(definitions[currency].exponent);
}

function money(amount: number | bigint, currency: Currency): Dinero<bigint> {
  return dinero({ amount: BigInt(amount), currency: definitions[currency] });
}

function toMinorUnits(value: Dinero<bigint>, currency: Currency, rounding: Rounding): number {
  const rounded = transformScale(value, BigInt(exponentOf(currency)), roundBy[rounding]);
  return Number(toSnapshot(rounded).amount);
}

/**
 * A safe integer divided by a power of ten, rounded. Exact, and what the bigints below would answer in fifty times
 * the time: every command and every step of a slider works totals out.
 */
function quotient(numerator: number, denominator: number, rounding: Rounding): number {
  const rest = numerator % denominator;
  const whole = (numerator - rest) / denominator;
  const twice = Math.abs(rest) * 2;
  const away = twice > denominator || (twice === denominator && (rounding === 'half_up' || whole % 2 !== 0));
  return away ? whole + Math.sign(numerator) : whole;
}

/** `unitPrice` (minor units) times a decimal quantity such as "1.5", to the minor unit. */
export function timesQuantity(
  unitPrice: number,
  quantity: string,
  currency: Currency,
  rounding: Rounding = 'half_even',
): number {
  const point = quantity.indexOf('.');
  const decimals = point < 0 ? 0 : quantity.length - point - 1;
  const digits = point < 0 ? quantity : quantity.replace('.', '');
  const product = unitPrice * Number(digits);
  if (Number.isSafeInteger(product)) return quotient(product, 10 ** decimals, rounding);
  const factor = { amount: BigInt(digits), scale: BigInt(decimals) };
  return toMinorUnits(multiply(money(unitPrice, currency), factor), currency, rounding);
}

/** The tax on an amount at a rate in basis points (1900 is 19 %), to the minor unit. */
export function taxOn(
  amount: number,
  rate: number,
  currency: Currency,
  rounding: Rounding = 'half_even',
): number {
  if (Number.isSafeInteger(amount * rate)) return quotient(amount * rate, 10_000, rounding);
  const product = multiply(money(amount, currency), { amount: BigInt(rate), scale: 4n });
  return toMinorUnits(product, currency, rounding);
}

/**
 * An amount split by weights, to the minor unit, nothing lost: what is left over goes a unit each to where it is missed most. Where all
 * weights are zero nothing can be split, and all parts are zero but the first, which has the amount.
 */
export function allocate(amount: number, weights: readonly number[], currency: Currency): number[] {
  if (amount === 0) return weights.map(() => 0);
  if (weights.every((weight) => weight === 0)) return weights.map((_, index) => (index === 0 ? amount : 0));
  const parts = allocateExactly(money(amount, currency), weights.map(BigInt));
  return parts.map((part) => Number(toSnapshot(part).amount));
}

/** "1234.50": the amount as a plain decimal, for a form field or a file. */
export function toDecimalText(amount: number | bigint, currency: Currency): string {
  return toDecimal(money(amount, currency));
}

/** An amount that no program has to guess about: minor units, and the same as a decimal. */
export interface ExactAmount {
  minorUnits: number;
  decimal: string;
}

export function exactAmount(amount: number, currency: Currency): ExactAmount {
  return { minorUnits: amount, decimal: toDecimalText(amount, currency) };
}

const formatters = new Map<Currency, Intl.NumberFormat>();

/** "€1,234.50": the amount with its symbol and exactly its currency's decimals. */
export function formatMoney(amount: number | bigint, currency: Currency): string {
  let formatter = formatters.get(currency);
  if (!formatter) {
    const digits = exponentOf(currency);
    formatter = new Intl.NumberFormat('en-US', {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    formatters.set(currency, formatter);
  }
  return formatter.format(toDecimalText(amount, currency) as `${number}`);
}

/** "19 %" for 1900 basis points. */
export function formatRate(rate: number): string {
  return `${rate / 100} %`;
}

const amountPattern = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;

/**
 * Minor units from what a person typed or a file holds: "1234.5", "1,234.50". Never rounds.
 *
 * @returns the amount, or a sentence that says what is wrong with the text
 */
export function parseMoney(text: string, currency: Currency): { amount: number } | { problem: string } {
  const match = amountPattern.exec(text.trim());
  if (!match) return { problem: 'Write an amount like 1234.50.' };
  const decimals = match[1]?.length ?? 0;
  const exponent = exponentOf(currency);
  if (decimals > exponent) {
    const allowed = exponent === 0 ? 'no decimals' : `at most ${exponent} decimals`;
    return { problem: `${currency} has ${allowed}; this amount has ${decimals}.` };
  }
  const digits = text.trim().replaceAll(',', '').replace('.', '') + '0'.repeat(exponent - decimals);
  const amount = Number(digits);
  if (Math.abs(amount) > largestAmount) {
    return { problem: `Amounts go up to ${formatMoney(largestAmount, currency)}.` };
  }
  return { amount: amount === 0 ? 0 : amount };
}
