import type { Changes } from '../event-sourcing/event';
import type { Compensation, EventWithChanges } from '../event-sourcing/workflow';
import type { FieldType } from '../field-type';
import type { RecordCommand } from './commands';
import { refusalOf } from './decide';
import type { RecordEvent } from './events';
import { keyOf, nameOf } from './field-key';
import type { LogRecord } from './record';

/** What takes each event back. What was before is read from the difference that the event made. */
export function compensate(event: EventWithChanges<RecordEvent>): Compensation<RecordEvent> {
  const { changes } = event;
  switch (event.type) {
    case 'activity_recorded': {
      if (event.payload.record) {
        return {
          kind: 'event',
          event: { type: 'record_discarded', payload: {} },
          consequence: 'The record stays, discarded: its file is not imported once more.',
          inexact: true,
        };
      }
      const { activity } = event.payload;
      const before = (changes[`activities.${keyOf(activity)}`]?.from ?? null) as number | null;
      const payload = { of: activity, before, ...fieldsBefore(changes) };
      return { kind: 'event', event: { type: 'activity_withdrawn', payload } };
    }
    case 'activity_withdrawn':
      return {
        kind: 'irreversible',
        because: 'Only an undo withdraws an activity; redo puts it back.',
        alternatives: [],
      };
    case 'fields_changed':
      return {
        kind: 'event',
        event: { type: 'fields_changed', payload: fieldsBefore(changes) },
      };
    case 'record_discarded':
      return { kind: 'event', event: { type: 'record_brought_back', payload: {} } };
    case 'record_brought_back':
      return { kind: 'event', event: { type: 'record_discarded', payload: {} } };
  }
}

interface FieldsBefore {
  fields: Record<string, string | null>;
  types?: Record<string, FieldType | null>;
}

/** The changed fields as they were, and their types; null for those that were not there. */
function fieldsBefore(changes: Changes): FieldsBefore {
  const types = before<FieldType>(changes, 'types.');
  return {
    fields: before<string>(changes, 'fields.'),
    ...(Object.keys(types).length > 0 && { types }),
  };
}

function before<V extends string>(changes: Changes, prefix: string): Record<string, V | null> {
  return Object.fromEntries(
    Object.entries(changes)
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, { from }]) => [nameOf(path.slice(prefix.length)), (from ?? null) as V | null]),
  );
}

/** A record that is put back is brought back; everything else is the same event again. */
export function reapply(event: RecordEvent): RecordEvent {
  const begins = event.type === 'activity_recorded' && event.payload.record;
  return begins ? { type: 'record_brought_back', payload: {} } : event;
}

/** What each event needs to stay as it is, beside the record: nothing is taken back in one that somebody discarded. */
export function restsOn(event: EventWithChanges<RecordEvent>): readonly string[] {
  switch (event.type) {
    case 'activity_recorded':
    case 'activity_withdrawn':
    case 'fields_changed':
      return standing;
    case 'record_discarded':
    case 'record_brought_back':
      return [];
  }
}

const standing = ['discarded'] as const;

/** Gives these fields the values again that they had before an event: any event's, one by one. */
export function restate(
  { changes }: EventWithChanges<RecordEvent>,
  paths: readonly string[],
  record: LogRecord,
): RecordCommand | null {
  if (refusalOf('change_fields', record)) return null;
  const asked = Object.fromEntries(
    paths.flatMap((path) => {
      const change = changes[path];
      return change ? [[path, change]] : [];
    }),
  );
  const was = before<FieldType>(changes, 'types.');
  const fields = Object.entries(before<string>(asked, 'fields.')).map(([name, value]) => ({
    name,
    value,
    ...(Object.hasOwn(was, name) && { type: was[name] ?? null }),
  }));
  return fields.length > 0 ? { type: 'change_fields', fields } : null;
}
