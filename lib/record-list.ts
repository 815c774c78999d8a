import type { Currency } from './money';
import type { PastSense } from './past-sense';

/** The list of one workflow's records out of the read tables that such workflows share. */

export const recordSorts = ['updated', 'title', 'customer', 'amount'] as const;
export type RecordSort = (typeof recordSorts)[number];

/** What narrows a list. */
export interface RecordFilters {
  workflow: string;
  search: string;
  /** Any of them; none leaves nothing out. */
  statuses: readonly string[];
}

export interface RecordListQuery extends RecordFilters {
  sort: RecordSort;
  descending: boolean;
  /** Cursors of the row that the page follows or precedes; at most one of them counts. */
  after: string | null;
  before: string | null;
}

/** Which moment a list is of. */
export interface ListMoment {
  /** ISO 8601 in UTC; null is now. */
  asOf?: string | null;
  sense?: PastSense;
}

/** One record in a list. */
export interface RecordListRow {
  id: string;
  version: number;
  title: string;
  status: string;
  customerId: string | null;
  customerName: string | null;
  /** In minor units of `currency`. */
  amount: number | null;
  currency: Currency | null;
  fields: Readonly<Record<string, string>>;
  lastActorName: string;
  /** When what made the row so happened, ISO 8601. */
  updatedAt: string;
}

/** What all records that match come to, by status and currency. */
export interface RecordTotals {
  status: string;
  currency: Currency | null;
  count: number;
  amount: bigint;
}

export interface RecordListPage {
  rows: readonly RecordListRow[];
  total: number;
  totals: readonly RecordTotals[];
  /** Cursors of the pages before and after; null where there is none. */
  previous: string | null;
  next: string | null;
}
