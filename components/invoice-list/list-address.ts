import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsNumberLiteral,
  parseAsStringLiteral,
} from 'nuqs/server';
import { duePresets, invoiceFlags, type Range, sincePresets } from '@/lib/invoice/invoice-filters';
import { type InvoiceSort, invoiceSorts, type PageSize, pageSizes } from '@/lib/invoice/invoice-list';
import { statuses } from '@/lib/invoice/status';
import { isAmountText, isDayText, isIdText, isInstantText } from './address-texts';
import { momentParsers, noPlace, parseAsText, placeParsers, searchParser } from './shared-parsers';

/**
 * The state of the invoice list as it stands in the address, so that reload, Back and a copied link restore it:
 * `?q=bakery&status=open,paid&due=2026-11-01..2026-11-30&sort=-due&after=...`. What makes no sense there counts as not
 * given, and `unread` names it.
 */

export interface Sorting {
  by: InvoiceSort;
  descending: boolean;
}

/** `due` and, the other way around, `-due`. */
const parseAsSorting = createParser<Sorting>({
  parse: (text) => {
    const descending = text.startsWith('-');
    const by = invoiceSorts.find((sort) => sort === (descending ? text.slice(1) : text));
    return by ? { by, descending } : null;
  },
  serialize: ({ by, descending }) => `${descending ? '-' : ''}${by}`,
  eq: (a, b) => a.by === b.by && a.descending === b.descending,
});

/** `10..20`, `10..` and `..20`. Ends that stand the wrong way around are turned. */
const parseAsRange = (isEnd: (text: string) => boolean, compare: (a: string, b: string) => number) =>
  createParser<Range>({
    parse: (text) => {
      const [from, to, ...more] = text.split('..').map((end) => end || null);
      if (from === undefined || to === undefined || more.length > 0 || (!from && !to)) return null;
      if ((from && !isEnd(from)) || (to && !isEnd(to))) return null;
      return from && to && compare(from, to) > 0 ? { from: to, to: from } : { from, to };
    },
    serialize: ({ from, to }) => `${from ?? ''}..${to ?? ''}`,
    eq: (a, b) => a.from === b.from && a.to === b.to,
  });

const parseAsAmounts = parseAsRange(isAmountText, (a, b) => Number(a) - Number(b));
const parseAsDays = parseAsRange(isDayText, (a, b) => (a < b ? -1 : 1));
const parseAsDuePreset = parseAsStringLiteral(duePresets);

const parseAsDue = createParser<(typeof duePresets)[number] | Range>({
  parse: (text) => parseAsDuePreset.parse(text) ?? parseAsDays.parse(text),
  serialize: (due) => (typeof due === 'string' ? due : parseAsDays.serialize(due)),
  eq: (a, b) =>
    typeof a === 'string' || typeof b === 'string' ? a === b : a.from === b.from && a.to === b.to,
});

const defaultSorting: Sorting = { by: 'updated', descending: true };
const defaultPageSize: PageSize = 50;

/** What narrows the list. Several statuses or flags mean any of them; everything else has to hold together. */
export const filterParsers = {
  ...searchParser,
  status: parseAsArrayOf(parseAsStringLiteral(statuses)).withDefault([]),
  flags: parseAsArrayOf(parseAsStringLiteral(invoiceFlags)).withDefault([]),
  customer: parseAsText(isIdText),
  total: parseAsAmounts,
  balance: parseAsAmounts,
  currency: parseAsText((text) => /^[A-Z]{3}$/.test(text)),
  due: parseAsDue,
  /** The id of whoever changed it. */
  by: parseAsText((text) => text !== '' && text.length <= 100 && !text.includes('\0')),
  /** A preset or an instant. */
  since: parseAsText((text) => sincePresets.some((preset) => preset === text) || isInstantText(text)),
};

export const listParsers = {
  ...filterParsers,
  ...momentParsers,
  sort: parseAsSorting.withDefault(defaultSorting),
  size: parseAsNumberLiteral(pageSizes).withDefault(defaultPageSize),
  ...placeParsers,
};

export type FilterAddress = inferParserType<typeof filterParsers>;
export type ListAddress = inferParserType<typeof listParsers>;

/** Reads the state out of a request's search parameters. */
export const loadListAddress = createLoader(listParsers);

/** The address of the list in a state, leaving out what is the default. */
export const listHref = createSerializer(listParsers);

/** The state as a saved view keeps it: without the page that is read, and without which view it came from. */
export const listView = (address: ListAddress): string => listHref('', { ...address, ...noPlace });

/** The filters alone: one text for each set of them. */
export const filterHref = createSerializer(filterParsers);

/** Filters that leave nothing out, for taking them all away. */
export const noFilterAddress: FilterAddress = {
  q: '',
  status: [],
  flags: [],
  customer: null,
  total: null,
  balance: null,
  currency: null,
  due: null,
  by: null,
  since: null,
};

/** Does the state leave anything out of the list? */
export function isFiltered(address: FilterAddress): boolean {
  return filterHref('', { ...address, q: address.q.trim() }) !== '';
}
