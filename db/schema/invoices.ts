import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

/** What people search and sort invoices by. Amounts are integer minor units of `currency`. */
const summaryColumns = {
  streamId: uuid().notNull(),
  version: integer().notNull(),
  number: text(),
  customerId: uuid().notNull(),
  customerName: text().notNull(),
  customerEmail: text(),
  currency: text().notNull(),
  status: text().notNull(),
  disputed: boolean().notNull().default(false),
  awaitsApproval: boolean().notNull().default(false),
  netAmount: bigint({ mode: 'number' }).notNull(),
  taxAmount: bigint({ mode: 'number' }).notNull(),
  totalAmount: bigint({ mode: 'number' }).notNull(),
  paidAmount: bigint({ mode: 'number' }).notNull(),
  creditedAmount: bigint({ mode: 'number' }).notNull().default(0),
  refundedAmount: bigint({ mode: 'number' }).notNull().default(0),
  balanceAmount: bigint({ mode: 'number' }).notNull(),
  lineCount: integer().notNull(),
  issueDate: date({ mode: 'string' }),
  dueDate: date({ mode: 'string' }),
  lastEventType: text().notNull(),
  lastActorId: text().notNull(),
  lastActorName: text().notNull(),
};

/** The invoice list as it is now: one row an invoice. */
export const invoices = pgTable(
  'invoices',
  {
    ...summaryColumns,
    /** When what made the row so happened. */
    updatedAt: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    /** When that was recorded. */
    knownFrom: timestamp({ withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.streamId] }),
    // The list's default order, page by page.
    index('invoices_updated').on(table.updatedAt.desc(), table.streamId),
    // The list by number ("INV-9" before "INV-10"), and one invoice by its number. When a row came to be stands in this
    // index and the next, so that the list of a past moment passes over what is younger without looking at the rows.
    index('invoices_number').on(sql`length(number)`, table.number, table.streamId, table.updatedAt),
    // The list by due date, and what is overdue.
    index('invoices_due').on(table.dueDate, table.streamId, table.updatedAt),
    // One status, newest first.
    index('invoices_status').on(table.status, table.updatedAt.desc()),
    // A customer's invoices, and what they add up to; who has no record of their own yet.
    index('invoices_customer').on(table.customerId, table.updatedAt.desc()),
    // Search by any part of a number or a customer's name.
    index('invoices_search').using(
      'gin',
      sql`(lower(coalesce(number, '') || ' ' || customer_name)) gin_trgm_ops`,
    ),
  ],
);

/**
 * The same row for every version, with two spans: in which it was current in business time (`valid`), and in which it was
 * the newest that had been recorded (`known`). Their ends are in no b-tree on purpose: closing a span then stays a cheap
 * update within the row's own page.
 */
export const invoiceVersions = pgTable(
  'invoice_versions',
  {
    ...summaryColumns,
    validFrom: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    validTo: timestamp({ withTimezone: true, mode: 'string' }),
    knownFrom: timestamp({ withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    knownTo: timestamp({ withTimezone: true, mode: 'string' }),
  },
  (table) => [
    primaryKey({ columns: [table.streamId, table.version] }),
    // Which pages hold versions that were current at a moment and are over: rows are written in the order in which they
    // come to be. It costs a write next to nothing, and knows both senses of the past.
    index('invoice_versions_spans')
      .using('brin', table.validFrom, table.validTo, table.knownFrom, table.knownTo)
      .with({ pages_per_range: 16, autosummarize: true }),
  ],
);
