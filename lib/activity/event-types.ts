import type { EventKind } from '../event-sourcing/workflow';
import { typeLabel } from '../type-label';
import { workflows } from '../workflows';

/** One type of event there can be. */
export interface EventType {
  workflow: string;
  type: string;
  kind: EventKind;
  /** "Payment received". */
  label: string;
}

/** Every type of event of every workflow, in the order the workflows list them. */
export function eventTypes(): EventType[] {
  return Object.values(workflows).flatMap(({ name, kinds }) =>
    Object.entries(kinds as Record<string, EventKind>).map(([type, kind]) => ({
      workflow: name,
      type,
      kind,
      label: typeLabel(type),
    })),
  );
}
