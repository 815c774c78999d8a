import * as z from 'zod/mini';
import type { RecordCommand } from '@/lib/record/commands';
import { longestName, longestValue } from '@/lib/record/events';
import { nameOf } from '@/lib/record/field-key';
import type { LogRecord } from '@/lib/record/record';
import { requiredText, text } from '@/lib/text';
import { type CommandForm, commandForm } from '../record/command-form';

const namesOf = ({ fields }: LogRecord) => Object.keys(fields).map(nameOf);
const fieldName = requiredText(longestName, 'Name the field.');

/** The forms of a record's commands. */
export const logRecordForms: Readonly<Record<string, CommandForm<LogRecord, RecordCommand>>> = {
  set_field: commandForm({
    title: 'Set a field',
    description: 'A field of the log, or a new one.',
    action: 'Set field',
    done: 'Field set',
    // Empty at first: the value of one field must not be saved under the name of another.
    fields: () => [
      { name: 'name', label: 'Field', kind: 'text', value: '' },
      {
        name: 'value',
        label: 'Value',
        kind: 'textarea',
        value: '',
        description: 'In place of the one that it has. Left empty, the field stays and is empty.',
      },
    ],
    schema: () => z.object({ name: fieldName, value: text(longestValue) }),
    toCommand: ({ name, value }) => ({ type: 'set_field', name, value }),
  }),
  clear_field: commandForm({
    title: 'Clear a field',
    description: 'Undo puts its value back.',
    action: 'Clear field',
    done: 'Field cleared',
    fields: (record) => {
      const options = namesOf(record).map((name) => ({ value: name, label: name }));
      return [{ name: 'name', label: 'Field', kind: 'choice', value: options[0]?.value ?? '', options }];
    },
    schema: () => z.object({ name: fieldName }),
    toCommand: ({ name }) => ({ type: 'clear_field', name }),
  }),
  record_activity: commandForm({
    title: 'Record an activity',
    description: 'It happens now; what the log says of earlier ones stays.',
    action: 'Record activity',
    done: 'Activity recorded',
    fields: () => [{ name: 'activity', label: 'Activity', kind: 'text', value: '' }],
    schema: () => z.object({ activity: requiredText(longestName, 'Name the activity.') }),
    toCommand: ({ activity }) => ({ type: 'record_activity', activity }),
  }),
};
