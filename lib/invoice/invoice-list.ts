import type { Currency } from '../money';
import type { InvoiceFilters } from './invoice-filters';
import type { Status } from './status';

/** What a list of invoices can be asked for and what it answers: shared by the page, its address and the database. */

export const invoiceSorts = [
  'updated',
  'number',
  'customer',
  'issued',
  'due',
  'net',
  'tax',
  'total',
  'paid',
  'credited',
  'refunded',
  'balance',
] as const;
export type InvoiceSort = (typeof invoiceSorts)[number];

export const pageSizes = [25, 50, 100] as const;
export type PageSize = (typeof pageSizes)[number];

export interface InvoiceOrdering {
  sort: InvoiceSort;
  descending: boolean;
}

export interface InvoiceListQuery extends InvoiceFilters, InvoiceOrdering {
  size: PageSize;
  /** Cursors as an earlier page gave them; of the two `after` counts. One that makes no sense is the first page. */
  after: string | null;
  before: string | null;
}

/** One row of the list. Amounts are minor units of its currency, days `YYYY-MM-DD`, instants ISO 8601. */
export interface InvoiceListRow {
  id: string;
  /** The version that the row shows: the newest, or the one of the moment in view. */
  version: number;
  number: string | null;
  customerName: string;
  customerEmail: string | null;
  currency: Currency;
  status: Status;
  /** Owed past its due date, on the company's calendar. */
  overdue: boolean;
  disputed: boolean;
  awaitsApproval: boolean;
  netAmount: number;
  taxAmount: number;
  totalAmount: number;
  paidAmount: number;
  creditedAmount: number;
  refundedAmount: number;
  balanceAmount: number;
  lineCount: number;
  issueDate: string | null;
  dueDate: string | null;
  lastActorName: string;
  updatedAt: string;
}

/** What the invoices in one currency come to, in its minor units, exact however many there are. */
export interface CurrencyTotals {
  currency: Currency;
  count: number;
  total: bigint;
  /** Owed on invoices that are open or partially paid. */
  openBalance: bigint;
  /** The part of it that is past its due date. */
  overdue: bigint;
}

export interface InvoiceListPage {
  rows: readonly InvoiceListRow[];
  /** How many there are on all pages. */
  total: number;
  /** What all of them come to, the currency with the most of them first. */
  totals: readonly CurrencyTotals[];
  /** The place of the first row among all of them, from 1; 0 where there is none. */
  first: number;
  /** Cursors of the pages around this one, for `before` and `after`. */
  previous: string | null;
  next: string | null;
}

/** Whether anybody owes anything on an invoice of a status: nobody owes a draft, or what was voided. */
const owes: Record<Status, boolean> = {
  draft: false,
  open: true,
  partially_paid: true,
  paid: true,
  uncollectible: true,
  void: false,
  discarded: false,
};

/** What is owed, below zero what was paid too much; null where nobody owes anything whatever the amounts say. */
export function balanceOf({
  status,
  balanceAmount,
}: Pick<InvoiceListRow, 'status' | 'balanceAmount'>): number | null {
  return owes[status] ? balanceAmount : null;
}
