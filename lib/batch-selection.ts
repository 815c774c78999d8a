import * as z from 'zod/mini';
import { largestVersion } from './event-sourcing/event';
import { text } from './text';

/**
 * Which events are to be taken back: everything that Activity's filters match, as its address says; one action on many
 * records; or what somebody chose by hand, kept under an id, and narrowed by an address.
 */
export const batchSelection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('matching'), address: text(4000) }),
  z.object({ kind: z.literal('operation'), id: z.uuid().check(z.toLowerCase()) }),
  z.object({ kind: z.literal('chosen'), id: z.uuid().check(z.toLowerCase()), address: text(4000) }),
]);

export type BatchSelection = z.output<typeof batchSelection>;

/** Events of one record. */
export interface SelectedEvents {
  streamId: string;
  versions: readonly number[];
}

/** What somebody chose by hand: single events, or invoices of whose events they want some taken back. */
export type Chosen =
  | { kind: 'events'; events: readonly SelectedEvents[] }
  /** `list` is the address of the list's filters, where everything that matched them was chosen. */
  | { kind: 'invoices'; ids: readonly string[]; list: string | null };

const streamId = z.uuid('This needs the ids of records.').check(z.toLowerCase());
const version = z.int().check(z.minimum(1), z.maximum(largestVersion));
const most = 10_000;
const tooMany = 'At most 10,000 events can be picked at once.';

/** Picked events as a browser sends them. */
export const chosenEvents = z.object({
  kind: z.literal('events'),
  events: z
    .array(
      z.object({ streamId, versions: z.array(version).check(z.minLength(1), z.maxLength(most, tooMany)) }),
    )
    .check(
      z.minLength(1, 'Pick at least one event.'),
      z.refine((events) => events.reduce((sum, { versions }) => sum + versions.length, 0) <= most, tooMany),
    ),
});
