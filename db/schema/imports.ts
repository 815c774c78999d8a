import { bigint, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = () => timestamp({ withTimezone: true, mode: 'string' });
const count = () => bigint({ mode: 'number' });

/** Files that were brought in, or are on their way: one row a run. */
export const imports = pgTable('imports', {
  id: uuid().primaryKey(),
  /** `staging`, `staged`, `writing`, `done`; `refused` where the file could not be used, `discarded` where nobody wanted it. */
  state: text().notNull(),
  fileName: text().notNull(),
  format: text().notNull(),
  log: text().notNull(),
  /** What is in which column, as it was used. */
  mapping: jsonb().notNull(),
  /** SHA-256 of the file as it was sent, and its size: the same file goes on where it stopped. */
  fileHash: text(),
  fileSize: count(),
  /** What the first pass found: counts, kinds, span, bad rows. */
  report: jsonb(),
  rows: count().notNull().default(0),
  /** How many of them the second pass is through with, and how many of those were there already. */
  written: count().notNull().default(0),
  present: count().notNull().default(0),
  /** The last record whose rows were written, in the order of their ids. */
  writtenThrough: uuid(),
  madeBy: text().notNull(),
  madeByName: text().notNull(),
  startedAt: instant().notNull().defaultNow(),
  endedAt: instant(),
});

/**
 * The stage: the rows of files that were checked and are not written yet. Not logged by PostgreSQL, as the file itself is
 * the copy: after a crash of the database server the first pass is run again.
 */
export const importRows = pgTable('import_rows', {
  importId: uuid().notNull(),
  /** Place in the file. */
  row: count().notNull(),
  streamId: uuid().notNull(),
  occurredAt: instant().notNull(),
  /** Follows from what the row says; the id of its operation, unless the record has the very same row before it. */
  contentId: uuid().notNull(),
  line: count().notNull(),
  /** The row as JSON, in the short form of db/import/staged-row.ts. */
  data: text().notNull(),
});

/**
 * Rows of files that changed nothing when they were brought in: no event tells that they were here. Brought in again they
 * would be decided on what the record has become since.
 */
export const importIdleRows = pgTable(
  'import_idle_rows',
  {
    streamId: uuid().notNull(),
    /** Of the operation that the row would have been. */
    operationId: uuid().notNull(),
    /** The run that brought it. */
    importId: uuid().notNull(),
  },
  (table) => [primaryKey({ columns: [table.streamId, table.operationId] })],
);
