import type { Currency } from '../money';
import type { Status } from './status';

/** A customer's invoices as their page lists them. Amounts in minor units of the row's currency. */
export interface CustomerInvoices {
  /** The newest ones. */
  rows: readonly CustomerInvoice[];
  /** How many there are in all. */
  count: number;
  /** By currency, without discarded drafts. */
  totals: readonly CustomerTotals[];
}

export interface CustomerInvoice {
  id: string;
  number: string | null;
  currency: Currency;
  status: Status;
  overdue: boolean;
  disputed: boolean;
  awaitsApproval: boolean;
  total: number;
  balance: number;
  issueDate: string | null;
  dueDate: string | null;
}

export interface CustomerTotals {
  currency: Currency;
  count: number;
  /** What was asked for, void invoices left out. */
  invoiced: number;
  open: number;
  overdue: number;
}
