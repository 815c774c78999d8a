import * as z from 'zod/mini';
import type { PayloadDefinition } from '../event-sourcing/upcast';
import { fieldTypes } from '../field-type';
import { personal } from '../personal';
import { isStorable, unstorableMessage } from '../storable-text';

/**
 * What the events of an imported log say. All activities are one type of event, which names the activity: the log's own
 * words are data, not ours (docs/decisions/0041).
 */

/** Beyond this a value, or a name, is taken for a mistake of the file. */
export const longestValue = 20_000;
export const longestName = 200;

const storable = (max: number) =>
  z
    .string()
    .check(
      z.maxLength(max, `Keep this to ${max.toLocaleString('en-US')} characters.`),
      z.refine(isStorable, unstorableMessage),
    );

const name = storable(longestName).check(z.minLength(1, 'Name it.'));
/** Numbers stay the text that they were: nothing is rounded, and 1.50 does not become 1.5. A log may name anybody. */
const value = storable(longestValue).register(personal, { subject: 'customer' });

const type = z.enum(fieldTypes);
/** By field, where it is more than text; null where it is so no more. What is not named keeps its type. */
const changedTypes = z.optional(z.record(name, z.nullable(type)));

/** Where a record comes from. Its first event says so. */
const origin = z.object({
  id: z.uuid(),
  /** The log, as it was named when it was brought in. */
  log: name,
  caseId: name,
  /** In which its times were written: an IANA name or an offset such as `+02:00`; null where each says its own. */
  timeZone: z.nullable(name),
});

const payloads = {
  activity_recorded: z.object({
    record: z.optional(origin),
    activity: name,
    /** Its place among the activities of its case, from 1. */
    place: z.int(),
    /** The time as the log wrote it, with its offset, where it came from a log. */
    at: z.optional(storable(100)),
    /** Only what the activity says: other fields stay as they are. */
    fields: z.record(name, value),
    /** Which of these are more than text, as far as the log says so. */
    types: z.optional(z.record(name, type)),
  }),
  /** What takes an activity back: the fields as they were, null for those that were not there. */
  activity_withdrawn: z.object({
    /** Which one. Not `activity`: whoever counts activities by that name counts what happened. */
    of: name,
    /** The place of the same activity before it, if there was one. */
    before: z.nullable(z.int()),
    fields: z.record(name, z.nullable(value)),
    types: changedTypes,
  }),
  /** By hand; null takes a field away. */
  fields_changed: z.object({ fields: z.record(name, z.nullable(value)), types: changedTypes }),
  record_discarded: z.object({}),
  record_brought_back: z.object({}),
};

type Payloads = typeof payloads;
export type RecordEventType = keyof Payloads;

/** One event of a record: a type and its payload. */
export type RecordEvent = {
  [T in RecordEventType]: { type: T; payload: z.output<Payloads[T]> };
}[RecordEventType];

/** Every payload is in its first shape yet. */
export const recordPayloads = Object.fromEntries(
  Object.entries(payloads).map(([type, schema]) => [type, { schemaVersion: 1, schema }]),
) as unknown as Record<RecordEventType, PayloadDefinition>;
