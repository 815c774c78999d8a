import * as z from 'zod/mini';
import type { BatchSelection, Chosen } from './batch-selection';
import type { Json } from './event-sourcing/event';

/**
 * By what the events or records of an action were selected: kept in the metadata of each of its events, as `batch`. What
 * was chosen by hand is kept as its number only, since the events themselves say which they were.
 */
const criteria = z.object({
  /** How many records were selected. */
  size: z.number(),
  of: z.optional(z.string()),
  /** An address of Activity or of the list, or the id of another action. */
  criteria: z.optional(z.nullable(z.string())),
  chosen: z.optional(z.object({ kind: z.string(), count: z.number(), list: z.nullable(z.string()) })),
});

export type BatchCriteria = z.output<typeof criteria>;

/** What is kept of a selection. */
export function criteriaOf(selection: BatchSelection, size: number, chosen: Chosen | null): BatchCriteria {
  const kept = {
    size,
    of: selection.kind,
    criteria: selection.kind === 'operation' ? selection.id : selection.address,
  };
  if (!chosen) return kept;
  const { kind } = chosen;
  const list = kind === 'invoices' ? chosen.list : null;
  const count =
    kind === 'invoices'
      ? chosen.ids.length
      : chosen.events.reduce((sum, { versions }) => sum + versions.length, 0);
  return { ...kept, chosen: { kind, count, list } };
}

/** What an event's metadata say of it; null where they say nothing that is understood. */
export function readCriteria(batch: Json | undefined): BatchCriteria | null {
  const parsed = z.safeParse(criteria, batch);
  return parsed.success ? parsed.data : null;
}
