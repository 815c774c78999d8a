import type { DomainEvent } from './event';
import type { AnyWorkflow, EventWithChanges } from './workflow';

/** The leaf that says a record exists; every event but the creation rests on it. */
export const recordKey = 'id';

export interface EventKeys {
  /** The leaves the event changed. */
  writes: readonly string[];
  /** What it needs as it is: the record, the children it touches, and what its workflow declares. */
  restsOn: readonly string[];
}

/** The keys by which events get in each other's way. Two of them conflict if they share one that either writes. */
export function keysOf(workflow: AnyWorkflow, event: EventWithChanges<DomainEvent>): EventKeys {
  const writes = Object.keys(event.changes);
  const written = new Set(writes);
  const rests = new Set<string>([recordKey, ...workflow.restsOn(event)]);
  for (const path of writes) {
    const existence = existenceOf(path);
    if (existence !== undefined) rests.add(existence);
  }
  return { writes, restsOn: [...rests].filter((key) => !written.has(key)) };
}

/** The leaf that says that the child exists which this one belongs to, if it belongs to one. */
export function existenceOf(path: string): string | undefined {
  const [collection, child, leaf] = path.split('.', 3);
  return leaf === undefined ? undefined : `${collection}.${child}.id`;
}
