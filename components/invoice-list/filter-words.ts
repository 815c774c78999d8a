import { formatDay } from '@/lib/calendar';
import { isolated, quoted } from '@/lib/event-sourcing/isolated';
import { formatTime, type TimeSettings } from '@/lib/format-time';
import {
  dueLabels,
  flagLabels,
  type InvoiceFilters,
  type Range,
  sinceLabels,
} from '@/lib/invoice/invoice-filters';
import { statusLabels } from '@/lib/invoice/status';
import type { FilterAddress } from './list-address';

/** One filter in words, and the parameter that holds it. */
export interface FilterChip {
  param: keyof FilterAddress;
  /** "Due: 1 Nov 2026 to 30 Nov 2026". */
  words: string;
}

/** The names behind the ids of filters; null where nobody is known by one. */
interface Names {
  customer: string | null;
  changedBy: string | null;
}

/** The filters that leave something out, in words. Instants are written for the viewer. */
export function filterChips(filters: InvoiceFilters, names: Names, time: TimeSettings): FilterChip[] {
  const { search, statuses, flags, due, changedSince, currency } = filters;
  const chips: [keyof FilterAddress, string | false | null][] = [
    ['q', search && `Search: ${quoted(search)}`],
    ['status', statuses.length > 0 && `Status: ${listed(statuses.map((status) => statusLabels[status]))}`],
    ['flags', flags.length > 0 && listed(flags.map((flag) => flagLabels[flag]))],
    ['customer', filters.customer && `Customer: ${nameOf(names.customer)}`],
    ['total', filters.total && `Total: ${rangeWords(filters.total, (amount) => amount)}`],
    ['balance', filters.balance && `Balance: ${rangeWords(filters.balance, (amount) => amount)}`],
    ['currency', currency && `Currency: ${currency}`],
    ['due', due && dueWords(due)],
    ['by', filters.changedBy && `Changed by: ${nameOf(names.changedBy)}`],
    ['since', changedSince && `Changed since: ${sinceWords(changedSince, time)}`],
  ];
  return chips.flatMap(([param, words]) => (words ? { param, words } : []));
}

const nameOf = (name: string | null): string =>
  name === null ? 'somebody who is not known' : isolated(name);

/** "Open", "Open or Paid", "Open, Paid or Void". */
function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function rangeWords({ from, to }: Range, write: (end: string) => string): string {
  if (from && to) return from === to ? write(from) : `${write(from)} to ${write(to)}`;
  return from ? `from ${write(from)}` : `up to ${write(to ?? '')}`;
}

function dueWords(due: NonNullable<InvoiceFilters['due']>): string {
  if (due === 'none') return dueLabels.none;
  return `Due: ${typeof due === 'string' ? dueLabels[due].toLowerCase() : rangeWords(due, formatDay)}`;
}

function sinceWords(since: NonNullable<InvoiceFilters['changedSince']>, time: TimeSettings): string {
  return typeof since === 'string' ? sinceLabels[since].toLowerCase() : formatTime(since.at, 'minute', time);
}
