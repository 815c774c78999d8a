import { tzOffset } from '@date-fns/tz';
import { type Currency, exponentOf, parseMoney } from '@/lib/money';

/** A value read from the source's text, or a sentence that says why it cannot be. */
export type Read<T> = { value: T } | { problem: string };

/** A point in time, or a whole day, as the source has it. */
export interface Moment {
  /** UTC with microseconds; of a whole day its beginning. */
  instant: string;
  /** The calendar day in the mapping's time zone. */
  day: string;
  wholeDay: boolean;
}

/** Stands in for a moment that could not be read. */
export const noMoment: Moment = { instant: '1900-01-01T00:00:00.000000Z', day: '1900-01-01', wholeDay: true };

const momentPattern =
  /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?)? ?(Z|[+-]\d\d(?::?\d\d){0,2})?$/;

/**
 * A date or a time in ISO form, as PostgreSQL writes its own types. Without an offset it is meant in `timeZone`.
 * Years before 1900 are refused: they are typing errors.
 */
export function readMoment(text: string, timeZone: string): Read<Moment> {
  const match = momentPattern.exec(text);
  const [, year, month, day, hour, minute = '00', second = '00', fraction = '', offset] = match ?? [];
  if (!year || !month || !day || (offset && !hour))
    return { problem: 'is no date or time like 2026-11-25 14:30:00' };
  const local = Date.parse(`${year}-${month}-${day}T${hour ?? '00'}:${minute}:${second}Z`);
  // Date.parse would turn 30 February into 2 March.
  if (Number.isNaN(local) || new Date(local).getUTCDate() !== Number(day))
    return { problem: 'is no day of the calendar' };
  if (year < '1900') return { problem: 'lies before 1900' };
  const utc = offset ? local - millisecondsOf(offset) : toUtc(local, timeZone);
  const instant = `${new Date(utc).toISOString().slice(0, 19)}.${fraction.padEnd(6, '0')}Z`;
  const shifted = utc + offsetAt(timeZone, utc);
  const writtenDay = offset ? new Date(shifted).toISOString().slice(0, 10) : `${year}-${month}-${day}`;
  return { value: { instant, day: writtenDay, wholeDay: !hour } };
}

function millisecondsOf(offset: string): number {
  if (offset === 'Z') return 0;
  const [hours = 0, minutes = 0, seconds = 0] = (
    offset.slice(1).replaceAll(':', '').match(/\d\d/g) ?? []
  ).map(Number);
  return (offset.startsWith('-') ? -1000 : 1000) * (hours * 3600 + minutes * 60 + seconds);
}

const day = 86_400_000;
const askOffset = (timeZone: string, utc: number): number =>
  Math.round(tzOffset(timeZone, new Date(utc)) * 60_000);
/** By zone and day: the offset of the whole day, null where the clocks change in it. */
const offsets = new Map<string, Map<number, number | null>>();

/** Offset from UTC in milliseconds. Asking for it costs more than all else about a moment, so days are remembered. */
function offsetAt(timeZone: string, utc: number): number {
  if (timeZone === 'UTC') return 0;
  const days = offsets.get(timeZone) ?? new Map<number, number | null>();
  offsets.set(timeZone, days);
  const index = Math.floor(utc / day);
  let known = days.get(index);
  if (known === undefined) {
    const start = askOffset(timeZone, index * day);
    known = start === askOffset(timeZone, (index + 1) * day) ? start : null;
    days.set(index, known);
  }
  return known ?? askOffset(timeZone, utc);
}

/** The clock on the wall as an instant. The second look is for the hours around a change of the clocks. */
function toUtc(local: number, timeZone: string): number {
  const guess = local - offsetAt(timeZone, local);
  return local - offsetAt(timeZone, guess);
}

export interface MoneyRules {
  amounts: 'decimal' | 'minor_units';
  rounding: 'refuse' | 'half_even';
}

const decimalPattern = /^(-?)0*(\d+?)(?:\.(\d*?)0*)?$/;

/** An amount in minor units, and whether it had to be rounded to them. */
export function readMoney(
  text: string,
  currency: Currency,
  rules: MoneyRules,
): Read<{ amount: number; rounded: boolean }> {
  const match = decimalPattern.exec(text);
  if (!match) return { problem: 'is no amount like 1234.50' };
  const [, sign = '', whole = '0', fraction = ''] = match;
  const places = rules.amounts === 'minor_units' ? 0 : exponentOf(currency);
  const rounded = fraction.length > places;
  if (rounded && rules.rounding === 'refuse') {
    const has = places === 0 ? 'no decimals' : `${places} decimals`;
    const what = rules.amounts === 'minor_units' ? 'minor units have no decimals' : `${currency} has ${has}`;
    return {
      problem: `has ${fraction.length} decimals, but ${what}; "rounding": "half_even" in the mapping rounds it`,
    };
  }
  const minor = minorUnits(whole, fraction, places);
  // Text is what the shared reader checks the size of.
  const padded = minor.padStart(exponentOf(currency) + 1, '0');
  const point = padded.length - exponentOf(currency);
  const decimal = exponentOf(currency) ? `${padded.slice(0, point)}.${padded.slice(point)}` : padded;
  const read = parseMoney(sign + decimal, currency);
  if ('problem' in read) return { problem: `is too large. ${read.problem}` };
  return { value: { amount: read.amount, rounded } };
}

/** Half to even where there are more decimals than places. */
function minorUnits(whole: string, fraction: string, places: number): string {
  const kept = BigInt(whole + fraction.slice(0, places).padEnd(places, '0'));
  const rest = fraction.slice(places);
  const half = `5${'0'.repeat(Math.max(0, rest.length - 1))}`;
  const up = rest > half || (rest === half && kept % 2n === 1n);
  return String(up ? kept + 1n : kept);
}

/** A quantity as events write it: "1.500" is "1.5". */
export function readQuantity(text: string): Read<string> {
  const match = decimalPattern.exec(text);
  if (!match) return { problem: 'is no number like 1 or 2.5' };
  const [, sign, whole = '0', fraction = ''] = match;
  if (fraction.length > 3)
    return { problem: `has ${fraction.length} decimals; a quantity has at most three` };
  const value = fraction ? `${whole}.${fraction}` : whole;
  if (sign || value === '0') return { problem: 'is not more than zero' };
  return { value };
}

const basisPoints = { percent: 2, fraction: 4, basis_points: 0 };

/** A tax rate in basis points. */
export function readTaxRate(text: string, unit: keyof typeof basisPoints): Read<number> {
  const match = decimalPattern.exec(text);
  if (!match) return { problem: 'is no tax rate' };
  const [, sign, whole = '0', fraction = ''] = match;
  const places = basisPoints[unit];
  if (fraction.length > places) return { problem: 'is finer than a hundredth of a percent' };
  const value = Number(whole + fraction.padEnd(places, '0'));
  if (sign || value > 10_000) return { problem: 'is not between 0 and 100 percent' };
  return { value };
}
