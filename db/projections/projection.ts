import type { SQL } from 'drizzle-orm';
import type { Recorded } from '@/lib/event-sourcing/event';
import type { Columns } from '../row-source';

/** One event with the state it led to, as projections see it. */
export interface ProjectedEvent {
  event: Recorded;
  state: object;
  /** Is it the first, the last of its stream in this append? */
  first: boolean;
  last: boolean;
  /** When the next event of this append on the same stream occurred, if there is one. */
  next: string | null;
}

/**
 * How the read tables of one workflow follow its events. It takes part in the append's own statement: its rows become
 * parameters, and `ctes` write them, joined to the CTE `head (stream_id)` so that nothing is written where the append
 * itself was turned down.
 */
export interface Projection {
  /** What a row holds, with types. */
  columns: Columns;
  rowOf(projected: ProjectedEvent): object;
  /** @param rows what stands after FROM: the rows, as `r` */
  ctes(rows: SQL): SQL;
}
