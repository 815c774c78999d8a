import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Who has which record open, by browser tab. Nothing that matters tomorrow: the migration leaves it out of the log. */
export const presence = pgTable(
  'presence',
  {
    tab: uuid().primaryKey(),
    streamId: uuid().notNull(),
    personId: text().notNull(),
    personName: text().notNull(),
    seenAt: timestamp({ withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  },
  (table) => [
    // Who else is on a record.
    index('presence_record').on(table.streamId),
  ],
);
