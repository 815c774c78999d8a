import type { SQL } from 'drizzle-orm';
import type { Recorded } from '@/lib/event-sourcing/event';
import type { CommandRefusal } from '@/lib/event-sourcing/workflow';
import type { Columns } from '../row-source';

/** One event with the state it led to, as projections see it. */
export interface ProjectedEvent {
  event: Recorded;
  state: object;
  /** Is it the first of its stream in this append? */
  first: boolean;
  /** The next event of this append on the same stream, if there is one. */
  next: Recorded | null;
}

/**
 * How the read tables of one workflow follow its events. It takes part in the append's own statement: what a row holds
 * travels beside the event, and `ctes` write it from the CTE `taken`, which has the rows of the heads that moved, with
 * the event's own columns. So nothing is written where the append itself was turned down.
 */
export interface Projection {
  /** What a row holds, with types. A column that the event has too holds the same. */
  columns: Columns;
  rowOf(projected: ProjectedEvent): object;
  ctes: SQL;
  /** What the tables themselves hold to, across records, by constraint: what is told to a writer whom one refuses. */
  refusals?: Readonly<Record<string, CommandRefusal>>;
  /** The table of what is, and that of what was, where it writes them. */
  tables?: { newest: string; versions?: string };
  /** Other rows that follow what a record is now, for whoever checks that they do. */
  follows?: {
    /** What they are called: "what signs the person in". */
    what: string;
    /** Selects them, with the record's id for its parameter. */
    rows: string;
    /** What is selected where all is well. */
    of(state: object): readonly object[];
  };
  /** The same for records that are all new, as plain rows: which of `columns` stand in which column of each table. */
  fills?: readonly Fill[];
}

/** How new records fill one table: with a row for every event, or for the last one of each record. */
export interface Fill {
  table: string;
  of: 'every' | 'last';
  /** By the table's column, the one of `Projection.columns`. */
  columns: Readonly<Record<string, string>>;
}
