import type { SearchParams } from 'nuqs/server';
import { type InvoiceFilters, invoiceFlags, sincePresets } from '@/lib/invoice/invoice-filters';
import type { InvoiceListQuery } from '@/lib/invoice/invoice-list';
import type { InvoiceSelection, SelectionInput } from '@/lib/invoice/invoice-selection';
import { statuses } from '@/lib/invoice/status';
import { unreadParts } from '../unread-parts';
import { type FilterAddress, type ListAddress, listParsers, loadListAddress } from './list-address';

/** What the server makes of the list's address. */

const longestSearch = 200;

/** The filters that an address stands for. */
export function filtersOf(address: FilterAddress): InvoiceFilters {
  const since = sincePresets.find((preset) => preset === address.since);
  return {
    // NUL is in no text of the database, and in no question to it either.
    search: address.q.replaceAll('\0', '').slice(0, longestSearch).trim(),
    statuses: statuses.filter((status) => address.status.includes(status)),
    flags: invoiceFlags.filter((flag) => address.flags.includes(flag)),
    customer: address.customer?.toLowerCase() ?? null,
    total: address.total,
    balance: address.balance,
    currency: address.currency,
    due: address.due,
    changedBy: address.by,
    changedSince: since ?? (address.since ? { at: address.since } : null),
  };
}

/** What the database is asked for in this state. */
export function queryOf(address: ListAddress): InvoiceListQuery {
  return {
    ...filtersOf(address),
    sort: address.sort.by,
    descending: address.sort.descending,
    size: address.size,
    after: address.after,
    before: address.before,
  };
}

/** What a browser means by a selection. */
export function selectionOf(input: SelectionInput): InvoiceSelection {
  if (input.kind === 'these') return input;
  const filters = filtersOf(loadListAddress(new URLSearchParams(input.address)));
  return { kind: 'matching', filters, except: input.except };
}

/** What each parameter is called on the page; cursors and ids of views are nothing that anybody writes. */
const names: Record<Exclude<keyof ListAddress, 'view' | 'after' | 'before' | 'q'>, string> = {
  status: 'status',
  flags: 'flags',
  customer: 'customer',
  total: 'total',
  balance: 'balance',
  currency: 'currency',
  due: 'due date',
  by: 'changed by',
  since: 'changed since',
  sort: 'order',
  size: 'rows per page',
  asOf: 'moment',
  sense: 'sense of the moment',
};

/** What an address asks for that could not be understood, and so was left out. */
export function unread(params: SearchParams): string[] {
  return unreadParts(params, listParsers, names);
}
