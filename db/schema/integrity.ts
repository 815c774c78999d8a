import { sql } from 'drizzle-orm';
import { bigint, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Fault } from '../../lib/integrity/check';

const instant = () => timestamp({ withTimezone: true, mode: 'string' });
const count = () => bigint({ mode: 'number' }).notNull().default(0);

/** Checks of all records against their events: one row a check, which is also how far it has come. */
export const integrityChecks = pgTable(
  'integrity_checks',
  {
    id: uuid().primaryKey(),
    startedAt: instant().notNull().defaultNow(),
    startedBy: text().notNull(),
    startedByName: text().notNull(),
    /** How many records there were when it began. */
    goal: count(),
    records: count(),
    events: count(),
    faults: count(),
    /** The first of the faults. */
    found: jsonb().$type<readonly Fault[]>().notNull().default([]),
    /** The last record that was checked, in the order of their ids. */
    checkedThrough: uuid(),
    lookedAt: instant(),
    endedAt: instant(),
    failure: text(),
  },
  (table) => [
    // One at a time.
    uniqueIndex('integrity_checks_running')
      .on(sql`(${table.endedAt} is null)`)
      .where(sql`${table.endedAt} is null`),
  ],
);
