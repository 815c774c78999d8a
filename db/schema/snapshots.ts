import { integer, jsonb, pgTable, primaryKey, smallint, uuid } from 'drizzle-orm/pg-core';

/** The state at every hundredth version, so that any version is one snapshot and at most 99 events away. */
export const snapshots = pgTable(
  'snapshots',
  {
    streamId: uuid().notNull(),
    version: integer().notNull(),
    stateVersion: smallint().notNull(),
    state: jsonb().notNull(),
  },
  (table) => [primaryKey({ columns: [table.streamId, table.version] })],
);
