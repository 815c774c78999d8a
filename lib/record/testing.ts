import { RecordBuilder } from '../event-sourcing/record-builder';
import type { FieldType } from '../field-type';
import type { RecordCommand } from './commands';
import type { RecordEvent } from './events';
import type { LogRecord } from './record';
import { recordWorkflow } from './workflow';

/** People that tests let act. */
export const people = {
  ana: { id: 'ana', kind: 'user', name: 'Ana Novak' },
  mia: { id: 'mia', kind: 'user', name: 'Mia Torres' },
} as const;

const recordId = '00000000-0000-4000-8000-000000000001';

/** The command that a record begins with where nobody imports it. */
export const start: RecordCommand = {
  type: 'start_record',
  recordId,
  log: 'Road fines',
  caseId: 'A1',
  activity: 'Create fine',
};

/** The event that it begins with in a file. */
export const created: RecordEvent = {
  type: 'activity_recorded',
  payload: {
    record: { id: recordId, log: 'Road fines', caseId: 'A1', timeZone: '+02:00' },
    activity: 'Create fine',
    place: 1,
    at: '2006-07-24T00:00:00+02:00',
    fields: { amount: '35.00', 'org.unit': 'Police' },
  },
};

/** The same activity later in a case, with what it says. */
export const activity = (
  name: string,
  place: number,
  fields: Readonly<Record<string, string>> = {},
  types?: Readonly<Record<string, FieldType>>,
): RecordEvent => ({
  type: 'activity_recorded',
  payload: { activity: name, place, fields, ...(types && { types }) },
});

/** A record that Ana started, as event 1. */
export function record(): RecordBuilder<LogRecord, RecordCommand> {
  const builder = new RecordBuilder<LogRecord, RecordCommand>(recordWorkflow, recordId);
  builder.command(people.ana, start);
  return builder;
}

/** What may be asked of one. */
export const anyCommand: readonly RecordCommand[] = [
  { type: 'record_activity', activity: 'Send fine' },
  { type: 'record_activity', activity: 'Payment' },
  { type: 'set_field', name: 'amount', value: '35.00' },
  { type: 'set_field', name: 'amount', value: '46.50' },
  { type: 'set_field', name: 'org.unit', value: 'Police' },
  { type: 'clear_field', name: 'amount' },
  {
    type: 'change_fields',
    fields: [
      { name: 'amount', value: null },
      { name: 'org.unit', value: 'Court' },
    ],
  },
  { type: 'change_fields', fields: [{ name: 'amount', value: '46.50', type: 'float' }] },
  { type: 'change_fields', fields: [{ name: 'paid', value: 'true', type: 'boolean' }] },
  { type: 'set_field', name: 'paid', value: 'in part' },
  { type: 'discard_record' },
  { type: 'bring_back_record' },
];
