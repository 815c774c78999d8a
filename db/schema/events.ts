import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytea, xid8 } from './column-types';

/**
 * The append-only log: the only source of truth. Every other business table can be rebuilt from it.
 *
 * The app's role may SELECT and INSERT (and not even name `tx` or `position`); nobody updates or deletes.
 * Each index below names the query it serves, since each one costs every append.
 */
export const events = pgTable(
  'events',
  {
    /** Number of the row. Not the order of the feed: a lower position may become visible later. */
    position: bigint({ mode: 'number' }).generatedAlwaysAsIdentity().notNull(),
    /** The writing transaction; `(tx, position)` below the oldest running transaction is the feed's order. */
    tx: xid8().notNull().default(sql`pg_current_xact_id()`),
    workflow: text().notNull(),
    streamId: uuid().notNull(),
    version: integer().notNull(),
    type: text().notNull(),
    schemaVersion: smallint().notNull(),
    payload: jsonb().notNull(),
    changes: jsonb().notNull(),
    operationId: uuid().notNull(),
    step: smallint().notNull(),
    cause: text().notNull(),
    revertsVersion: integer(),
    originVersion: integer(),
    actorId: text().notNull(),
    actorKind: text().notNull(),
    actorName: text().notNull(),
    reason: text(),
    metadata: jsonb().notNull(),
    occurredAt: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    recordedAt: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    hash: bytea().notNull(),
  },
  (table) => [
    // Reads a stream in order, and lets two writers of one version never both win.
    primaryKey({ columns: [table.streamId, table.version] }),
    // An event is taken back at most once, whatever races.
    uniqueIndex('events_reverted_once')
      .on(table.streamId, table.revertsVersion)
      .where(sql`reverts_version is not null`),
    // A repeated operation is found by the head read and appends nothing.
    uniqueIndex('events_operation').on(table.streamId, table.operationId, table.step),
    // One action on many records as a whole. Only those: everything else is found by its record.
    index('events_batch').on(table.operationId).where(sql`metadata ? 'batch'`),
    // The feed: rows after a cursor in the order that skips nothing.
    index('events_feed').on(table.tx, table.position),
    // Activity, newest first, page by page, and its counts over time. It ends in every column that Activity filters
    // by, so that a filter that matches little reads this index and not the events.
    index('events_activity').on(
      table.occurredAt,
      table.streamId,
      table.version,
      table.actorId,
      table.workflow,
      table.type,
      table.cause,
      table.revertsVersion,
    ),
    // Activity of one person, the list of everybody who did something, and the invoices that somebody changed since a
    // moment: it holds all that the list of invoices asks of it.
    index('events_actor').on(table.actorId, table.occurredAt, table.streamId, table.version),
  ],
);
