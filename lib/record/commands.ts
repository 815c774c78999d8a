import * as z from 'zod/mini';
import { fieldTypes } from '../field-type';
import { requiredText, text } from '../text';
import { longestName, longestValue } from './events';

/** What people and programs may ask of a record. What a file brings in comes another way, as events. */
const id = z.uuid('This needs the id of a record.').check(z.toLowerCase());
const fieldName = requiredText(longestName, 'Name the field.');
const fieldValue = text(longestValue);
const activity = requiredText(longestName, 'Name the activity.');

export const recordCommand = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('start_record'),
    recordId: id,
    log: requiredText(longestName, 'Name the log.'),
    caseId: requiredText(longestName, 'Name the case.'),
    activity,
  }),
  z.object({ type: z.literal('record_activity'), activity }),
  z.object({ type: z.literal('set_field'), name: fieldName, value: fieldValue }),
  z.object({ type: z.literal('clear_field'), name: fieldName }),
  z.object({
    type: z.literal('change_fields'),
    fields: z
      .array(
        z.object({
          name: fieldName,
          value: z.nullable(fieldValue),
          /** Of a value that is put back: what it was. Else a field stays what it is, if the value fits. */
          type: z.optional(z.nullable(z.enum(fieldTypes, 'There is no such type of field.'))),
        }),
        'List the fields to change.',
      )
      .check(z.minLength(1, 'List the fields to change.'), z.maxLength(1000, 'Change at most 1,000 fields.')),
  }),
  z.object({ type: z.literal('discard_record') }),
  z.object({ type: z.literal('bring_back_record') }),
]);

export type RecordCommand = z.output<typeof recordCommand>;
