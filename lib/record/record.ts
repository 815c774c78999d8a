import { copying, type Edits } from '../event-sourcing/edits';
import type { FieldType } from '../field-type';
import type { RecordEvent } from './events';
import { keyOf, nameOf } from './field-key';

/**
 * A record of an imported log, one for each case: its fields are those of its events, merged, the later over the
 * earlier. Names of fields and activities are kept as `keyOf` writes them.
 */
export interface LogRecord {
  id: string;
  log: string;
  caseId: string;
  timeZone: string | null;
  discarded: boolean;
  /**
   * By activity, the place of the last time that it happened. One leaf an activity and not one for "the last": so no
   * event stands in the way of undoing another one merely because it came later.
   */
  activities: Readonly<Record<string, number>>;
  fields: Readonly<Record<string, string>>;
  /** Of the fields that are more than text. */
  types: Readonly<Record<string, FieldType>>;
}

/** Before its first event a record has no leaf at all. */
export const noRecord = { activities: {}, fields: {}, types: {} } as unknown as LogRecord;

export function evolve(state: LogRecord, event: RecordEvent, edits: Edits = copying): LogRecord {
  switch (event.type) {
    case 'activity_recorded': {
      const { record, activity, place, fields, types } = event.payload;
      return edits.set(state, {
        ...(record && { ...record, discarded: false }),
        activities: { ...state.activities, [keyOf(activity)]: place },
        fields: merged(state.fields, fields),
        types: merged(state.types, typesSaid(state, fields, types)),
      });
    }
    case 'activity_withdrawn': {
      const { of: activity, before, fields, types } = event.payload;
      const { [keyOf(activity)]: _, ...others } = state.activities;
      return edits.set(state, {
        activities: before === null ? others : { ...state.activities, [keyOf(activity)]: before },
        fields: merged(state.fields, fields),
        types: merged(state.types, types ?? {}),
      });
    }
    case 'fields_changed': {
      const { fields, types = {} } = event.payload;
      return edits.set(state, { fields: merged(state.fields, fields), types: merged(state.types, types) });
    }
    case 'record_discarded':
      return edits.set(state, { discarded: true });
    case 'record_brought_back':
      return edits.set(state, { discarded: false });
    default:
      return unknownEvent(event);
  }
}

/** The same object where nothing differs, so that nobody looks for differences in it. */
function merged<V extends string>(
  fields: Readonly<Record<string, V>>,
  said: Readonly<Record<string, V | null>>,
): Readonly<Record<string, V>> {
  let copy: Record<string, V> | undefined;
  for (const name of Object.keys(said)) {
    const key = keyOf(name);
    const value = said[name] as V | null;
    if (value === null ? !Object.hasOwn(fields, key) : fields[key] === value) continue;
    copy ??= { ...fields };
    if (value === null) delete copy[key];
    else copy[key] = value;
  }
  return copy ?? fields;
}

/** What an activity says without naming a type is text, whatever the field was before. */
function typesSaid(
  { types }: LogRecord,
  fields: Readonly<Record<string, string>>,
  said: Readonly<Record<string, FieldType>> = {},
): Readonly<Record<string, FieldType | null>> {
  const text = Object.keys(fields).filter((name) => Object.hasOwn(types, keyOf(name)));
  return text.length === 0 ? said : { ...Object.fromEntries(text.map((name) => [name, null])), ...said };
}

/** A type that `evolve` forgot does not compile; one from a newer release must not pass in silence. */
function unknownEvent(event: never): never {
  throw new Error(
    `"${(event as { type: string }).type}" is no event of a record. Update Retrace to read this record.`,
  );
}

/** The activity that happened last of those in force; null where none is. */
export function lastActivity({ activities }: LogRecord): string | null {
  let last: string | null = null;
  let at = 0;
  for (const [key, place] of Object.entries(activities)) {
    if (place < at) continue;
    at = place;
    last = key;
  }
  return last === null ? null : nameOf(last);
}

/** The place of the next activity of a record. */
export const nextPlace = ({ activities }: LogRecord): number =>
  Object.values(activities).reduce((most, place) => Math.max(most, place), 0) + 1;
