import type { Currency } from '../money';

/** What a customer owes in one currency, in minor units. */
export interface CustomerBalance {
  currency: Currency;
  open: number;
  /** Of that, what is past its due date. */
  overdue: number;
}

/** One customer in the list. */
export interface CustomerListRow {
  id: string;
  name: string;
  email: string | null;
  archived: boolean;
  /** Without discarded drafts. */
  invoiceCount: number;
  /** Of each currency in which they owe something. */
  balances: readonly CustomerBalance[];
  /** When they, as a customer, were last changed. */
  updatedAt: string;
}

export interface CustomerListPage {
  rows: readonly CustomerListRow[];
  total: number;
  /** Cursors of the pages before and after; null where there is none. */
  previous: string | null;
  next: string | null;
}
