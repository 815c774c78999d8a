import type { SearchParams } from 'nuqs/server';
import type { AnalyticsFilters } from '@/lib/analytics/question';
import { addDays, dayStart, momentOf } from '@/lib/calendar-spans';
import { fromTyped } from '@/lib/typed-moment';
import { isDayText, isIdText } from '../invoice-list/address-texts';

/**
 * The filters of analytics as they stand in an address and in the fields of a form: as text, empty where there is none.
 * Days and times are the company's, so that a copied address means the same to everybody.
 */
export interface FilterTexts {
  workflow: string;
  /** The first day of the period, and the last one. */
  from: string;
  to: string;
  /** Ids. */
  person: string;
  customer: string;
  /** `2026-11-10T14:13`, or a day, of which the end is meant. */
  asOf: string;
  /** `1`, where what was undone counts too. */
  undone: string;
}

export const noFilters: FilterTexts = {
  workflow: '',
  from: '',
  to: '',
  person: '',
  customer: '',
  asOf: '',
  undone: '',
};

const isMoment = (text: string): boolean =>
  isDayText(text.slice(0, 10)) && /^.{10}(?:T(?:[01]\d|2[0-3]):[0-5]\d)?$/.test(text);
const isName = (text: string): boolean => text.length <= 200 && !/[\0\p{Surrogate}]/u.test(text);

const shapes: Record<keyof FilterTexts, (text: string) => boolean> = {
  workflow: (text) => /^[a-z][a-z0-9_]{0,60}$/.test(text),
  from: isDayText,
  to: isDayText,
  person: isName,
  customer: isIdText,
  asOf: isMoment,
  undone: (text) => text === '1',
};

/** What each is called on the page. */
const names: Record<keyof FilterTexts, string> = {
  workflow: 'records',
  from: 'from',
  to: 'to',
  person: 'person',
  customer: 'customer',
  asOf: 'as of',
  undone: 'undone acts',
};

/** The texts that an address gives for some fields, those that have the shape; and which could not be understood. */
export function readTexts<Field extends string>(
  params: SearchParams,
  fields: Readonly<Record<Field, (text: string) => boolean>>,
  called: Readonly<Record<NoInfer<Field>, string>>,
): { texts: Record<Field, string>; unread: string[] } {
  const texts = {} as Record<Field, string>;
  const unread: string[] = [];
  for (const field of Object.keys(fields) as Field[]) {
    const given = params[field];
    const text = (Array.isArray(given) ? given[0] : given) ?? '';
    texts[field] = text !== '' && fields[field](text) ? text : '';
    if (text !== '' && texts[field] === '') unread.push(called[field]);
  }
  return { texts, unread };
}

/** The filters that an address gives. */
export const readFilterTexts = (params: SearchParams) => readTexts(params, shapes, names);

/** What is asked for. A moment that is yet to come is now. */
export function filtersOf(
  { workflow, from, to, person, customer, asOf, undone }: FilterTexts,
  { timeZone, now }: { timeZone: string; now: string },
): AnalyticsFilters {
  const moment = isDayText(asOf) ? momentOf(asOf, timeZone) : fromTyped(asOf, timeZone);
  return {
    workflow: workflow || null,
    customer: customer || null,
    person: person || null,
    from: from ? dayStart(from, timeZone) : null,
    to: to ? dayStart(addDays(to, 1), timeZone) : null,
    asOf: moment && Date.parse(moment) < Date.parse(now) ? moment : null,
    undone: undone === '1',
  };
}

/** An address with what is given of these texts. */
export function hrefWith(path: string, texts: Readonly<Record<string, string>>): string {
  const params = new URLSearchParams(Object.entries(texts).filter(([, text]) => text !== ''));
  return params.size > 0 ? `${path}?${params}` : path;
}
