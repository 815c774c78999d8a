import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

const instant = () => timestamp({ withTimezone: true, mode: 'string' });

/** What people search and sort records by. `amount` is integer minor units of `currency`. */
const summaryColumns = {
  workflow: text().notNull(),
  streamId: uuid().notNull(),
  version: integer().notNull(),
  title: text().notNull(),
  status: text().notNull(),
  customerId: uuid(),
  customerName: text(),
  amount: bigint({ mode: 'number' }),
  currency: text(),
  /** What else the workflow's list shows, as text by column. */
  fields: jsonb().notNull(),
  /** What a search looks through, in lower case. */
  search: text().notNull(),
  lastEventType: text().notNull(),
  lastActorId: text().notNull(),
  lastActorName: text().notNull(),
  /** When what made the row so happened. */
  validFrom: instant().notNull(),
  /** When that was recorded. */
  knownFrom: instant().notNull(),
};

/** The records as they are now, one row each, of every workflow that has no read table of its own. */
export const records = pgTable('records', summaryColumns, (table) => [
  primaryKey({ columns: [table.streamId] }),
  // A list's default order, page by page.
  index('records_changed').on(table.workflow, table.validFrom.desc(), table.streamId),
  // One status, newest first.
  index('records_status').on(table.workflow, table.status, table.validFrom.desc()),
  // A customer's records.
  index('records_customer').on(table.customerId, table.validFrom.desc()).where(sql`customer_id is not null`),
  // One by its very title, for the command palette: among many cases a short one is a part of most others. Texts of any
  // length have a hash.
  index('records_title').using('hash', sql`lower(title)`),
  // Search by any part of what the list shows.
  index('records_search').using('gin', sql`search gin_trgm_ops`),
]);

/** The same row for every version, with the spans in which it was current: see `invoice_versions`. */
export const recordVersions = pgTable(
  'record_versions',
  { ...summaryColumns, validTo: instant(), knownTo: instant() },
  (table) => [
    primaryKey({ columns: [table.streamId, table.version] }),
    // Which pages hold versions that were current at a moment and are over, in either sense of the past.
    index('record_versions_spans')
      .using('brin', table.validFrom, table.validTo, table.knownFrom, table.knownTo)
      .with({ pages_per_range: 16, autosummarize: true }),
  ],
);
