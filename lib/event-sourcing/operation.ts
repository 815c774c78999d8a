import type { Actor, Recorded } from './event';

/** One action's own events on a record: what is undone and re-applied as a whole. */
export interface Operation {
  id: string;
  actor: Actor;
  /** Its place among the record's operations, which stand in the order of their first events. */
  index: number;
  /** Versions of its own events, in order. They stand together in the stream. */
  events: number[];
  /** The leaves it writes, and those that it only rests on: their numbers in the stacks. */
  writes: number[];
  restsOn: number[];
  live: boolean;
  /** Version of its last own event, or of the last event of its last toggle. */
  tip: number;
  /** The tip of every toggle; it was live after an odd number of them. */
  toggles: number[];
  /** How many of its events stand otherwise than `live` says: only while a toggle is being appended. */
  pending: number;
  /** While not live: for each leaf it writes, then for each it rests on, the operation that was left on top there. */
  under: readonly (number | undefined)[];
}

const nothing: readonly undefined[] = [];

export function newOperation({ operationId: id, actor, version }: Recorded, index: number): Operation {
  return {
    id,
    actor,
    index,
    events: [version],
    writes: [],
    restsOn: [],
    live: true,
    tip: version,
    toggles: [version],
    pending: 0,
    under: nothing,
  };
}

/** Was the operation live after the event of this version? */
export function wasLive({ live, toggles }: Operation, version: number): boolean {
  let was = live;
  for (let n = toggles.length - 1; n >= 0 && (toggles[n] as number) > version; n--) was = !was;
  return was;
}

/** A copy that can be toggled without the original. */
export function copyOf(operation: Operation): Operation {
  const { events, writes, restsOn, toggles } = operation;
  return {
    ...operation,
    events: [...events],
    writes: [...writes],
    restsOn: [...restsOn],
    toggles: [...toggles],
  };
}
