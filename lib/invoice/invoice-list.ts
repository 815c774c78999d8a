import type { Currency } from '../money';
import type { Status } from './status';

/** What a list of invoices can be asked for and what it answers: shared by the page, its address and the database. */

export const invoiceSorts = ['updated', 'number', 'customer', 'due', 'total'] as const;
export type InvoiceSort = (typeof invoiceSorts)[number];

export const pageSizes = [25, 50, 100] as const;
export type PageSize = (typeof pageSizes)[number];

export interface InvoiceListQuery {
  /** Words that must all be found in the number or the customer's name; empty for everything. */
  search: string;
  /** Any of these; none means all. */
  statuses: readonly Status[];
  /** Only what is owed past its due date. */
  overdue: boolean;
  sort: InvoiceSort;
  descending: boolean;
  size: PageSize;
  /** Cursors as an earlier page gave them; of the two `after` counts. One that makes no sense is the first page. */
  after: string | null;
  before: string | null;
}

/** One row of the list. Amounts are minor units of its currency, days `YYYY-MM-DD`, instants ISO 8601. */
export interface InvoiceListRow {
  id: string;
  number: string | null;
  customerName: string;
  currency: Currency;
  status: Status;
  /** Owed past its due date, on the company's calendar. */
  overdue: boolean;
  totalAmount: number;
  balanceAmount: number;
  issueDate: string | null;
  dueDate: string | null;
  lastActorName: string;
  updatedAt: string;
}

export interface InvoiceListPage {
  rows: readonly InvoiceListRow[];
  /** How many there are on all pages. */
  total: number;
  /** The place of the first row among all of them, from 1; 0 where there is none. */
  first: number;
  /** Cursors of the pages around this one, for `before` and `after`. */
  previous: string | null;
  next: string | null;
}
