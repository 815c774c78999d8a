import * as z from 'zod/mini';
import { type Currency, formatRate, parseMoney, toDecimalText } from '../money';
import type { Line } from './events';
import { description, quantity, taxRate, unitPrice } from './fields';

/**
 * What people type into fields, turned into what commands hold: amounts and rates are text in a form and integers in
 * a command. Every schema here ends in the command's own, so a field says the same in the browser and on the server.
 */

/** The value, or a sentence that says what is wrong with the text. */
type Parsed = { value: number } | { problem: string };

function parsed<S extends z.ZodMiniType<number, number>>(parse: (text: string) => Parsed, into: S) {
  const read = z.transform((text: string, context) => {
    const result = parse(text);
    if ('value' in result) return result.value;
    context.issues.push({ code: 'custom', message: result.problem, input: text });
    return z.NEVER;
  });
  return z.pipe(z.pipe(z.string(), read), into);
}

/**
 * Text such as "1,234.50" to minor units of the currency.
 *
 * @param amount the command's own schema for the number, such as `paymentAmount`
 */
export function typedAmount(currency: Currency, amount: z.ZodMiniType<number, number> = unitPrice) {
  return parsed((text) => {
    const result = parseMoney(text, currency);
    return 'amount' in result ? { value: result.amount } : result;
  }, amount);
}

const percentPattern = /^(\d{1,3})(?:\.(\d{0,2}))?\s*%?$/;

/**
 * Text such as "7.5" or "19 %" to basis points.
 *
 * @param rate the command's own schema for the number
 */
export function typedPercent(rate: z.ZodMiniType<number, number>) {
  return parsed((text) => {
    const match = percentPattern.exec(text.trim());
    if (!match) return { problem: 'Write a percentage like 19 or 7.5, with at most two decimals.' };
    const [, whole, fraction = ''] = match;
    return { value: Number(whole) * 100 + Number(fraction.padEnd(2, '0')) };
  }, rate);
}

/** The tax rate of a line, as typed. */
export const typedRate = typedPercent(taxRate);

/** A decimal in the one way that a command writes it: "2.50", " 2.5" and "02.5" are all "2.5". */
export const typedQuantity = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text: string) => {
      const match = /^0*(\d+)(?:\.(\d*?)0*)?$/.exec(text.trim());
      if (!match) return text.trim();
      return match[2] ? `${match[1]}.${match[2]}` : (match[1] as string);
    }),
  ),
  quantity,
);

/** Text that may be left out, such as a due date: an empty field means that there is none. */
export function typedOptional<T>(schema: z.ZodMiniType<T | null, string | null>) {
  const read = z.transform((text: string) => (text.trim() === '' ? null : text.trim()));
  return z.pipe(z.pipe(z.string(), read), schema);
}

/** A line as its fields hold it: all text. */
export interface TypedLine {
  description: string;
  quantity: string;
  unitPrice: string;
  /** Percent, such as "19". */
  taxRate: string;
}

/** The fields of a line, by their names in the command. */
export function typedLineFields(currency: Currency) {
  return {
    description,
    quantity: typedQuantity,
    unitPrice: typedAmount(currency),
    taxRate: typedRate,
  };
}

/** A line that nobody has filled in yet. */
export const emptyLine: TypedLine = { description: '', quantity: '1', unitPrice: '', taxRate: '19' };

/** An existing line as it is offered for changing. */
export function lineAsTyped(line: Omit<Line, 'id' | 'place'>, currency: Currency): TypedLine {
  return {
    description: line.description,
    quantity: line.quantity,
    unitPrice: toDecimalText(line.unitPrice, currency),
    taxRate: formatRate(line.taxRate).replace(' %', ''),
  };
}
