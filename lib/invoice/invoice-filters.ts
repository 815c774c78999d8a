import type { Status } from './status';

/**
 * What the list of invoices can be narrowed by. Days and "today" are the company's; whatever is relative stays so
 * until it is asked, so that a copied address means "due this week" in every week.
 */

/** What an invoice may be besides its status. */
export const invoiceFlags = ['overdue', 'disputed', 'awaiting_approval', 'overpaid'] as const;
export type InvoiceFlag = (typeof invoiceFlags)[number];

export const flagLabels: Record<InvoiceFlag, string> = {
  overdue: 'Overdue',
  disputed: 'Disputed',
  awaiting_approval: 'Awaiting approval',
  overpaid: 'Overpaid',
};

export const duePresets = ['overdue', 'today', 'this_week', 'none'] as const;
export type DuePreset = (typeof duePresets)[number];

export const dueLabels: Record<DuePreset, string> = {
  overdue: 'Overdue',
  today: 'Today',
  this_week: 'This week',
  none: 'No due date',
};

export const sincePresets = ['today', 'yesterday', 'week'] as const;
export type SincePreset = (typeof sincePresets)[number];

export const sinceLabels: Record<SincePreset, string> = {
  today: 'Today',
  yesterday: 'Yesterday',
  week: '7 days ago',
};

/** From and to, both included; null where it is open. */
export interface Range {
  from: string | null;
  to: string | null;
}

export interface InvoiceFilters {
  /** Words that must all be found in the number or the customer's name; empty for everything. */
  search: string;
  /** Any of these; none means all. */
  statuses: readonly Status[];
  flags: readonly InvoiceFlag[];
  /** A customer's id. */
  customer: string | null;
  /** Amounts as decimals of the currency's main unit: "12.50". */
  total: Range | null;
  balance: Range | null;
  currency: string | null;
  /** Days `YYYY-MM-DD`. */
  due: DuePreset | Range | null;
  /** Somebody who changed it, since `changedSince` or ever; not only whoever did last. The id of an actor. */
  changedBy: string | null;
  /** A day of the company's, or an instant in ISO 8601. */
  changedSince: SincePreset | { at: string } | null;
}

/** Leaves nothing out. */
export const noFilters: InvoiceFilters = {
  search: '',
  statuses: [],
  flags: [],
  customer: null,
  total: null,
  balance: null,
  currency: null,
  due: null,
  changedBy: null,
  changedSince: null,
};
