import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import {
  type InvoiceListQuery,
  type InvoiceSort,
  invoiceSorts,
  type PageSize,
  pageSizes,
} from '@/lib/invoice/invoice-list';
import { statuses } from '@/lib/invoice/status';

/**
 * The state of the invoice list as it stands in the address, so that reload, Back and a copied link restore it:
 * `?q=bakery&status=open,paid&sort=-due&size=25&after=...`. What makes no sense there counts as not given.
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

const defaultSorting: Sorting = { by: 'updated', descending: true };
const defaultPageSize: PageSize = 50;

export const listParsers = {
  q: parseAsString.withDefault(''),
  status: parseAsArrayOf(parseAsStringLiteral(statuses)).withDefault([]),
  overdue: parseAsBoolean.withDefault(false),
  sort: parseAsSorting.withDefault(defaultSorting),
  size: parseAsNumberLiteral(pageSizes).withDefault(defaultPageSize),
  after: parseAsString,
  before: parseAsString,
};

export type ListAddress = inferParserType<typeof listParsers>;

/** Reads the state out of a request's search parameters. */
export const loadListAddress = createLoader(listParsers);

/** The address of the list in a state, leaving out what is the default. */
export const listHref = createSerializer(listParsers);

const longestSearch = 200;

/** What the database is asked for in this state. */
export function queryOf(address: ListAddress): InvoiceListQuery {
  return {
    // NUL is in no text of the database, and in no question to it either.
    search: address.q.replaceAll('\0', '').slice(0, longestSearch).trim(),
    statuses: statuses.filter((status) => address.status.includes(status)),
    overdue: address.overdue,
    sort: address.sort.by,
    descending: address.sort.descending,
    size: address.size,
    after: address.after,
    before: address.before,
  };
}

/** Does the state leave anything out of the list? */
export function isFiltered(address: Pick<ListAddress, 'q' | 'status' | 'overdue'>): boolean {
  return address.q.trim() !== '' || address.status.length > 0 || address.overdue;
}
