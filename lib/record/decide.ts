import { quoted } from '../event-sourcing/isolated';
import type { CommandRefusal, Decision } from '../event-sourcing/workflow';
import { type FieldType, isOfType } from '../field-type';
import type { RecordCommand } from './commands';
import type { RecordEvent } from './events';
import { keyOf } from './field-key';
import { type LogRecord, nextPlace } from './record';

/** Why this command cannot be given to this record as it stands, or null; the page asks it for its buttons too. */
export function refusalOf(type: RecordCommand['type'], record: LogRecord): CommandRefusal | null {
  if (type === 'start_record') {
    if (!record.id) return null;
    return { code: 'exists_already', message: 'This record exists already. Reload the page to see it.' };
  }
  if (!record.id) {
    return {
      code: 'not_found',
      message: 'There is no such record. Its file may not have been imported; look for it in the list.',
    };
  }
  if (record.discarded && type !== 'discard_record' && type !== 'bring_back_record') {
    return {
      code: 'discarded',
      message: 'This record is discarded. Bring it back first, then change it.',
      alternatives: [{ action: 'bring_back_record', label: 'Bring the record back' }],
    };
  }
  return null;
}

/** What a command leads to. A command that would change nothing leads to no event. */
export function decide(command: RecordCommand, record: LogRecord): Decision<RecordEvent> {
  const refusal = refusalOf(command.type, record);
  if (refusal) return { kind: 'refused', refusal };
  switch (command.type) {
    case 'start_record': {
      const { recordId: id, log, caseId, activity } = command;
      const origin = { id, log, caseId, timeZone: null };
      return events({
        type: 'activity_recorded',
        payload: { record: origin, activity, place: 1, fields: {} },
      });
    }
    case 'record_activity': {
      const { activity } = command;
      const place = nextPlace(record);
      return events({ type: 'activity_recorded', payload: { activity, place, fields: {} } });
    }
    case 'set_field':
      return change(record, [{ name: command.name, value: command.value }]);
    case 'clear_field':
      if (!Object.hasOwn(record.fields, keyOf(command.name))) {
        return refused({
          code: 'no_such_field',
          message: `This record has no field ${quoted(command.name)} any more. Look at the history to see who cleared it.`,
          field: 'name',
        });
      }
      return change(record, [{ name: command.name, value: null }]);
    case 'change_fields':
      return change(record, command.fields);
    case 'discard_record':
      return record.discarded ? events() : events({ type: 'record_discarded', payload: {} });
    case 'bring_back_record':
      return record.discarded ? events({ type: 'record_brought_back', payload: {} }) : events();
  }
}

/**
 * The change of the fields that are not so already. An empty value is one: what is taken away is null. A field keeps its
 * type as long as its value is one of that type; else it is text.
 */
function change({ fields, types }: LogRecord, asked: readonly AskedField[]): Decision<RecordEvent> {
  const differing = asked.filter(({ name, value }) => own(fields, name) !== value);
  if (differing.length === 0) return events();
  const said = Object.fromEntries(differing.map(({ name, value }) => [name, value]));
  const retyped = differing.flatMap(({ name, value, type: given }): [string, FieldType | null][] => {
    const type = own(types, name);
    const wanted = given === undefined ? type : given;
    const fits = value !== null && wanted !== null && isOfType(value, wanted) ? wanted : null;
    return fits === type ? [] : [[name, fits]];
  });
  const payload = { fields: said, ...(retyped.length > 0 && { types: Object.fromEntries(retyped) }) };
  return events({ type: 'fields_changed', payload });
}

/** What a record has under a name that may be anything, `constructor` too. */
function own<T>(values: Readonly<Record<string, T>>, name: string): T | null {
  const key = keyOf(name);
  return Object.hasOwn(values, key) ? (values[key] ?? null) : null;
}

interface AskedField {
  name: string;
  value: string | null;
  type?: FieldType | null | undefined;
}

const events = (...list: RecordEvent[]): Decision<RecordEvent> => ({ kind: 'events', events: list });
const refused = (refusal: CommandRefusal): Decision<RecordEvent> => ({ kind: 'refused', refusal });
