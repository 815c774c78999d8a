import { integer, jsonb, pgTable, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { bytea } from './column-types';

/**
 * One row a record: its state at the head. A command reads this row instead of replaying the log, and the
 * append's `WHERE version = expected` on it is what lets exactly one of two racing writers through.
 */
export const streams = pgTable('streams', {
  streamId: uuid().primaryKey(),
  workflow: text().notNull(),
  version: integer().notNull(),
  /** Shape of `state`; a head written by older code is replayed from the log instead of trusted. */
  stateVersion: smallint().notNull(),
  state: jsonb().notNull(),
  hash: bytea().notNull(),
  /** Business time of the last event: the next one never lies before it. */
  occurredAt: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
});
