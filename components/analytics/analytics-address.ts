import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsInteger,
  parseAsStringLiteral,
  type SearchParams,
} from 'nuqs/server';
import { isSensible } from '@/lib/activity/time-range';
import { type Question, questions } from '@/lib/analytics/question';
import { refundPaths } from '@/lib/analytics/refund-paths';
import { unreadParts } from '../unread-parts';

/**
 * What a page of the analytics is asked, as it stands in the address:
 * `?from=2026-10-01&to=2026-10-31&person=ana&customer=Lindqvist&asOf=2026-11-10T14:00&undone=1`. The names are those of the
 * form's fields. Days are the company's.
 */

const parseAsShape = (shape: RegExp) =>
  createParser<string>({ parse: (text) => (shape.test(text) ? text : null), serialize: (text) => text });

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && isSensible(new Date(`${text}T00:00:00Z`));
const parseAsDay = createParser<string>({
  parse: (text) => (isDay(text) ? text : null),
  serialize: (day) => day,
});

/** A day, of which the end is meant, a time on the company's clock, or an instant with its offset. */
const parseAsMoment = createParser<string>({
  parse: (text) => {
    if (isDay(text)) return text;
    const shaped = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?$/.test(text);
    return shaped && isSensible(new Date(text)) ? text : null;
  },
  serialize: (moment) => moment,
});

// Whatever can be a name, but for what is in no text of the database.
const parseAsName = parseAsShape(/^[^\0\p{Surrogate}]{1,300}$/u);

/** As many days as may be waited for what follows. */
export const mostDays = 365;
export const usualDays = 14;

const filterParsers = {
  workflow: parseAsName,
  customer: parseAsName,
  person: parseAsName,
  from: parseAsDay,
  to: parseAsDay,
  asOf: parseAsMoment,
  undone: parseAsStringLiteral(['1'] as const),
  days: createParser<number>({
    parse: (text) => {
      const days = parseAsInteger.parse(text);
      return days !== null && days >= 1 && days <= mostDays ? days : null;
    },
    serialize: String,
  }),
};

/** Which number the list of records is behind. */
const cellParsers = {
  of: parseAsStringLiteral(questions),
  /** The row: its workflow, and the business path, act, path of acts or person that it is about. */
  in: parseAsName,
  row: parseAsName,
  by: parseAsStringLiteral(['process', ...refundPaths, 'activity', 'person'] as const),
  only: parseAsName,
};

export type AnalyticsAddress = inferParserType<typeof filterParsers>;
export type CellAddress = inferParserType<typeof cellParsers>;

export const loadAnalyticsAddress = createLoader(filterParsers);
export const loadCellAddress = createLoader(cellParsers);
const serialize = createSerializer({ ...filterParsers, ...cellParsers });

const names = {
  workflow: 'records',
  customer: 'customer',
  person: 'person',
  from: 'from',
  to: 'to',
  asOf: 'as of',
  undone: 'undone events',
  days: 'days',
} as const;

/** What an address asks for that could not be understood, and so was left out. */
export function unread(params: SearchParams): string[] {
  return unreadParts(params, filterParsers, names);
}

/** The address of a question's page, asked so. */
export const questionHref = (page: Question | '', address: Partial<AnalyticsAddress>): string =>
  serialize(page === '' ? '/analytics' : `/analytics/${page}`, address);

/** The address of the list of records behind a number. */
export const recordsHref = (address: AnalyticsAddress, cell: Partial<CellAddress>): string =>
  serialize('/analytics/records', { ...address, ...cell });
