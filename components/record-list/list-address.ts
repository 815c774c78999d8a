import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  type SearchParams,
} from 'nuqs/server';
import { type RecordSort, recordSorts } from '@/lib/record-list';
import { momentParsers, noPlace, placeParsers, searchParser } from '../invoice-list/shared-parsers';
import { unreadParts } from '../unread-parts';

/**
 * The state of a list of records as it stands in the address, so that reload, Back and a copied link restore it:
 * `?q=bakery&status=paused&sort=-amount&asOf=2026-11-01&after=...`. What makes no sense there counts as not given.
 */

export interface Sorting {
  by: RecordSort;
  descending: boolean;
}

/** `amount` and, the other way around, `-amount`. */
const parseAsSorting = createParser<Sorting>({
  parse: (text) => {
    const descending = text.startsWith('-');
    const by = recordSorts.find((sort) => sort === (descending ? text.slice(1) : text));
    return by ? { by, descending } : null;
  },
  serialize: ({ by, descending }) => `${descending ? '-' : ''}${by}`,
  eq: (a, b) => a.by === b.by && a.descending === b.descending,
});

const filterParsers = {
  ...searchParser,
  status: parseAsArrayOf(parseAsString).withDefault([]),
};

export const recordListParsers = {
  ...filterParsers,
  sort: parseAsSorting.withDefault({ by: 'updated', descending: true }),
  ...momentParsers,
  ...placeParsers,
};

export type RecordListAddress = inferParserType<typeof recordListParsers>;

/** Reads the state out of a request's search parameters. */
export const loadRecordListAddress = createLoader(recordListParsers);

/** The address of a list in a state, leaving out what is the default. */
export const recordListHref = createSerializer(recordListParsers);

/** The state as a saved view keeps it: without the page that is read, and without which view it came from. */
export const recordListView = (address: RecordListAddress): string =>
  recordListHref('', { ...address, ...noPlace });

/** The filters alone. */
export const recordFilterHref = createSerializer(filterParsers);

const longestSearch = 200;
const mostStatuses = 50;

/** What the database is asked for in this state. NUL is in no text there, and in no question to it either. */
export function recordQueryOf(
  workflow: string,
  { q, status, sort, after, before }: Omit<RecordListAddress, 'asOf' | 'sense' | 'view'>,
) {
  return {
    workflow,
    search: q.replaceAll('\0', '').slice(0, longestSearch).trim(),
    statuses: status.filter((each) => each !== '' && !each.includes('\0')).slice(0, mostStatuses),
    sort: sort.by,
    descending: sort.descending,
    after,
    before,
  };
}

/** What an address asks for that could not be understood, and so was left out. */
export const unreadRecordList = (params: SearchParams): string[] =>
  unreadParts(params, recordListParsers, {
    sort: 'order',
    asOf: 'moment',
    sense: 'sense of the moment',
  });
