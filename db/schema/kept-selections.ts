import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/**
 * What somebody chose by hand, so that what they look at next has an address of its own. Nothing but a note of what was
 * ticked: it is never changed, and gone after some weeks.
 */
export const keptSelections = pgTable(
  'kept_selections',
  {
    id: uuid().primaryKey().defaultRandom(),
    chosen: jsonb().notNull(),
    madeBy: text().notNull(),
    madeAt: timestamp({ withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  },
  (table) => [
    // What is old enough to go.
    index('kept_selections_age').on(table.madeAt),
  ],
);
