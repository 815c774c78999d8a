import { bigint, pgTable, primaryKey, smallint, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';

/** One atomic counter a series: the next invoice number. */
export const numberSeries = pgTable('number_series', {
  name: text().primaryKey(),
  prefix: text().notNull(),
  digits: smallint().notNull(),
  next: bigint({ mode: 'number' }).notNull(),
});

/**
 * Every number ever handed out, and to whom: `holder` is the record itself, or the credit note on it. Who holds a
 * number keeps it even if the append that asked for it failed or was undone, so a retry or a second finalisation opens
 * no gap; what is left unused stays listed here. A number has one holder, whichever series it is of: prefixes change, and
 * two series may at different times have come to the same.
 */
export const numberAllocations = pgTable(
  'number_allocations',
  {
    series: text().notNull(),
    number: text().notNull(),
    streamId: uuid().notNull(),
    holder: uuid().notNull(),
    allocatedAt: timestamp({ withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.series, table.holder] }),
    unique('number_allocations_one_holder').on(table.number),
  ],
);
