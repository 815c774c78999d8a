/**
 * Where a log begins that leaves out the record's first events: very long ones are not carried around whole.
 *
 * What can be undone is a matter of what happened since: whatever stands in the way of toggling an operation was toggled
 * after it was. So a log of the newest events answers about each of them as the whole one does, once it has the few
 * earlier events that those reach back to (docs/decisions/0034).
 */
import type { Recorded } from './event';
import type { Description } from './workflow';

export interface LogStart {
  /** The version that the log begins after; 0 where it is whole. */
  version: number;
  /** The record's state at that version; what is before the creation needs none. */
  state: object | null;
  /**
   * In order, the events up to there that later ones take back or put back, the chains they stand in, and all of their
   * actions; and the last action of whoever looks, which tells that there is more of theirs.
   */
  earlier: readonly Recorded[];
  /** Those of them that are no reverts, in words: the states to tell them by are not at hand. */
  described: Readonly<Record<number, Description>>;
}

/** The start of a log that is whole. */
export const fromCreation: LogStart = { version: 0, state: null, earlier: [], described: {} };
