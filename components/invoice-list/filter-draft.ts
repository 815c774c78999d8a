import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { duePresets, type Range, sincePresets } from '@/lib/invoice/invoice-filters';
import { isAmountText, isDayText } from './address-texts';
import type { FilterAddress } from './list-address';

/** The filter panel's fields as they are typed, and the filters they mean. */
export interface FilterDraft {
  /** The id of the customer whose name is in the field. */
  customer: string | null;
  customerText: string;
  totalFrom: string;
  totalTo: string;
  balanceFrom: string;
  balanceTo: string;
  currency: string;
  /** A preset, `between`, or nothing. */
  due: string;
  dueFrom: string;
  dueTo: string;
  by: string;
  /** A preset, `at`, or nothing. */
  since: string;
  /** A date and time in the viewer's zone, as the browser's own field holds it. */
  sinceAt: string;
}

export type FilterProblems = Partial<Record<'customer' | 'total' | 'balance' | 'due' | 'since', string>>;

const fieldFormat = "yyyy-MM-dd'T'HH:mm";

/** The fields for filters that are in force. */
export function draftOf(address: FilterAddress, customerName: string | null, timeZone: string): FilterDraft {
  const { customer, total, balance, currency, due, by, since } = address;
  const sincePreset = sincePresets.some((preset) => preset === since);
  const range = typeof due === 'object' ? due : null;
  return {
    customer,
    customerText: customer ? (customerName ?? 'Somebody who is not known') : '',
    totalFrom: total?.from ?? '',
    totalTo: total?.to ?? '',
    balanceFrom: balance?.from ?? '',
    balanceTo: balance?.to ?? '',
    currency: currency ?? '',
    due: range ? 'between' : String(due ?? ''),
    dueFrom: range?.from ?? '',
    dueTo: range?.to ?? '',
    by: by ?? '',
    since: since && !sincePreset ? 'at' : (since ?? ''),
    sinceAt: since && !sincePreset ? format(new TZDate(since, timeZone), fieldFormat) : '',
  };
}

/** The filters that the fields mean, or what is wrong with them. */
export function readDraft(
  draft: FilterDraft,
  timeZone: string,
): { filters: Partial<FilterAddress> } | { problems: FilterProblems } {
  const problems: FilterProblems = {};
  if (draft.customerText.trim() !== '' && !draft.customer) {
    problems.customer = 'Choose a customer from the list, or leave this empty.';
  }
  const amounts = (name: 'total' | 'balance', from: string, to: string): Range | null => {
    const read = { from: amountOf(from), to: amountOf(to) };
    if (read.from === undefined || read.to === undefined) problems[name] = 'Write amounts like 1234.50.';
    return orderedRange(read.from ?? null, read.to ?? null, (a, b) => Number(a) > Number(b));
  };
  const filters: Partial<FilterAddress> = {
    customer: draft.customer,
    total: amounts('total', draft.totalFrom, draft.totalTo),
    balance: amounts('balance', draft.balanceFrom, draft.balanceTo),
    currency: draft.currency || null,
    due: duePresets.find((preset) => preset === draft.due) ?? null,
    by: draft.by || null,
    since: sincePresets.find((preset) => preset === draft.since) ?? null,
  };
  if (draft.due === 'between') {
    const days = [draft.dueFrom, draft.dueTo].filter(Boolean);
    if (days.length === 0 || !days.every(isDayText)) {
      problems.due = 'Choose at least one day, between 1900 and 2199.';
    }
    filters.due = orderedRange(draft.dueFrom || null, draft.dueTo || null, (a, b) => a > b);
  }
  if (draft.since === 'at') {
    const instant = instantOf(draft.sinceAt, timeZone);
    if (!instant) problems.since = 'Choose a date and a time.';
    filters.since = instant;
  }
  return Object.keys(problems).length > 0 ? { problems } : { filters };
}

/** "1,234.50" is 1234.50; null where nothing is typed, undefined where it is no amount. */
function amountOf(text: string): string | null | undefined {
  const plain = text.trim().replace(/,(?=\d{3}(?:\D|$))/g, '');
  if (plain === '') return null;
  return isAmountText(plain) ? plain : undefined;
}

function orderedRange(
  from: string | null,
  to: string | null,
  isMore: (a: string, b: string) => boolean,
): Range | null {
  if (!from && !to) return null;
  return from && to && isMore(from, to) ? { from: to, to: from } : { from, to };
}

function instantOf(text: string, timeZone: string): string | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(text);
  if (!match || !isDayText(text.slice(0, 10))) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  const at = new TZDate(year, month - 1, day, hour, minute, timeZone);
  return `${at.withTimeZone('UTC').toISOString().slice(0, 16)}:00Z`;
}
