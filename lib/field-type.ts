import { monthNames } from './month-names';

/** What a field holds, where its log says more than that it is text. Its value is the text that it was, all the same. */
export const fieldTypes = ['int', 'float', 'boolean', 'date', 'id'] as const;
export type FieldType = (typeof fieldTypes)[number];

const forms: Readonly<Record<FieldType, RegExp>> = {
  int: /^[+-]?\d+$/,
  float: /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf|infinity|nan)$/i,
  boolean: /^(?:true|false)$/,
  date: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
  id: /^\S+$/,
};

/** Is this text a value of that type? */
export const isOfType = (text: string, type: FieldType): boolean => forms[type].test(text);

/**
 * A value as people read it: a date by the clock of whoever wrote it, "1 Mar 2026, 09:00:00 +01:00". It shows in its form
 * that it is one: the difference that an event made has no type beside it.
 */
export function valueInWords(text: string): string {
  if (!forms.date.test(text)) return text;
  const [, year, month, day, time, zone] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d(?:\.\d+)?)(.*)$/.exec(text) ?? [];
  const name = monthNames[Number(month) - 1];
  if (!year || !name) return text;
  return `${Number(day)} ${name.slice(0, 3)} ${year}, ${time} ${zone === 'Z' ? 'UTC' : zone}`;
}
