import { copying, type Edits } from '../event-sourcing/edits';
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
}

/** Before its first event a record has no leaf at all. */
export const noRecord = { activities: {}, fields: {} } as unknown as LogRecord;

export function evolve(state: LogRecord, event: RecordEvent, edits: Edits = copying): LogRecord {
  switch (event.type) {
    case 'activity_recorded': {
      const { record, activity, place, fields } = event.payload;
      return edits.set(state, {
        ...(record && { ...record, discarded: false }),
        activities: { ...state.activities, [keyOf(activity)]: place },
        fields: merged(state.fields, fields),
      });
    }
    case 'activity_withdrawn': {
      const { of: activity, before, fields } = event.payload;
      const { [keyOf(activity)]: _, ...others } = state.activities;
      return edits.set(state, {
        activities: before === null ? others : { ...state.activities, [keyOf(activity)]: before },
        fields: merged(state.fields, fields),
      });
    }
    case 'fields_changed':
      return edits.set(state, { fields: merged(state.fields, event.payload.fields) });
    case 'record_discarded':
      return edits.set(state, { discarded: true });
    case 'record_brought_back':
      return edits.set(state, { discarded: false });
    default:
      return unknownEvent(event);
  }
}

/** The same object where nothing differs, so that nobody looks for differences in it. */
function merged(
  fields: LogRecord['fields'],
  said: Readonly<Record<string, string | null>>,
): LogRecord['fields'] {
  let copy: Record<string, string> | undefined;
  for (const name of Object.keys(said)) {
    const key = keyOf(name);
    const value = said[name] as string | null;
    if (value === null ? !Object.hasOwn(fields, key) : fields[key] === value) continue;
    copy ??= { ...fields };
    if (value === null) delete copy[key];
    else copy[key] = value;
  }
  return copy ?? fields;
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
