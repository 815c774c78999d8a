import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { analyticsOutcomes as outcomes } from '../../lib/analytics/outcomes';
import { xid8 } from './column-types';
import { pathClass } from './path-class';

/** An act that is in force. */
const stands = sql`reverts_version is null and undone_at is null`;

const instant = () => timestamp({ withTimezone: true, mode: 'string' });

/**
 * What the analytics pages count: one narrow row an event, kept by the consumer of the feed. Disposable. The migration makes
 * it a table of two partitions, one a generation, so that a rebuild fills one while the other answers; what is read is the
 * view `analytics_facts`, which shows the generation in force.
 */
export const analyticsFactRows = pgTable(
  'analytics_fact_rows',
  {
    // What every question reads comes first, and of that first what has one width: a scan of all rows spends most of its time
    // on finding its columns.
    streamId: uuid().notNull(),
    occurredAt: instant().notNull(),
    /** A hash of all acts of the record up to this one, of those in force, one after another of a kind as one. */
    trail: bigint({ mode: 'bigint' }).notNull(),
    version: integer().notNull(),
    /** The how-manieth act it is, counted in the same way. */
    step: integer().notNull(),
    generation: smallint().notNull(),
    /** Is it an act, and in force? */
    stands: boolean().notNull().generatedAlwaysAs(stands),
    /** From which act to which, and of which class the time between is: one number, see `path-class.ts`. */
    pathClass: bigint({ mode: 'bigint' }).notNull().generatedAlwaysAs(pathClass),
    workflow: text().notNull(),
    /** What happened: the event's type; for an imported log, the name that its event has there. */
    activity: text().notNull(),
    actorId: text().notNull(),
    /** The act before this one on the same record, of those in force. */
    prevActivity: text(),
    prevAt: instant(),
    /** Whose the record was after this event. */
    customerId: uuid(),
    /** The business path that the record began on: the first `process` that its events name. */
    process: text(),
    /** Of an undo or redo: the event it takes back, and when that happened. */
    revertsVersion: integer(),
    revertedAt: instant(),
    /** Of an act that was ever taken back: when it was taken back, put back, and so on, in turns. */
    toggles: instant().array(),
    /** Since when it is taken back, and by whom; null while it is in force. */
    undoneAt: instant(),
    undoneBy: text(),
    /** 1 for an undo, 2 for its redo, 3 for the undo of that, ... */
    depth: smallint(),
    /** The act at the bottom of it: what it was and whose. */
    baseActivity: text(),
    baseActorId: text(),
    baseActorName: text(),
    cause: text().notNull(),
    actorKind: text().notNull(),
    actorName: text().notNull(),
  },
  (table) => [
    // A record's acts in order, and the last one of it, which the next goes on from.
    primaryKey({ columns: [table.streamId, table.version, table.generation] }),
    // The outcomes: which records were paid, refunded or left, and when.
    index('analytics_facts_activity').on(table.workflow, table.activity, table.occurredAt),
    // Undo analytics, and in which records something was taken back after a moment.
    index('analytics_facts_reverts')
      .on(table.occurredAt, table.streamId)
      .where(sql`reverts_version is not null`),
  ],
);

/** How far each generation has read the feed; a row is locked by whoever writes on. */
export const analyticsGenerations = pgTable(
  'analytics_generations',
  {
    generation: smallint().primaryKey(),
    /** `current` answers the pages, `building` is being filled, `idle` is empty or of no use any more. */
    status: text({ enum: ['current', 'building', 'idle'] }).notNull(),
    /** The place in the feed up to which, and with which, everything is counted. */
    tx: xid8().notNull(),
    position: bigint({ mode: 'number' }).notNull(),
    /** How many events that were. */
    events: bigint({ mode: 'number' }).notNull(),
    /** How many there were to read when the rebuild began. */
    goal: bigint({ mode: 'number' }).notNull().default(0),
    startedAt: instant(),
    /** When it last looked, and when it last found something. */
    lookedAt: instant(),
    movedAt: instant(),
    finishedAt: instant(),
    /** Why the last run failed; null once one went through. */
    failure: text(),
  },
  (table) => [check('analytics_generations_status', sql`${table.status} in ('current', 'building', 'idle')`)],
);

/** Which acts count as what in a workflow, where somebody chose other ones than the defaults. */
export const analyticsOutcomes = pgTable(
  'analytics_outcomes',
  {
    workflow: text().notNull(),
    outcome: text({ enum: outcomes }).notNull(),
    activities: text().array().notNull(),
    changedBy: text().notNull(),
    changedAt: instant().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workflow, table.outcome] })],
);
