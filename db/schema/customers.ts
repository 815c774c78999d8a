import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** The customers as they are now, one row each: what the list and the form for a new invoice search. */
export const customers = pgTable(
  'customers',
  {
    streamId: uuid().primaryKey(),
    version: integer().notNull(),
    name: text().notNull(),
    email: text(),
    address: text(),
    taxId: text(),
    archived: boolean().notNull(),
    lastEventType: text().notNull(),
    lastActorName: text().notNull(),
    updatedAt: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
  },
  () => [
    // Search by any part of a name or an address for mail.
    index('customers_search').using('gin', sql`(lower(name || ' ' || coalesce(email, ''))) gin_trgm_ops`),
  ],
);
