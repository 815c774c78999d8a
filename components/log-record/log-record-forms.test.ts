import { expect, test } from 'vitest';
import { record } from '@/lib/record/testing';
import { logRecordForms } from './log-record-forms';

test('a field is set by its name: the form brings no value of another one', () => {
  const log = record();
  log.command(
    { id: 'ana', kind: 'user', name: 'Ana Novak' },
    { type: 'set_field', name: 'amount', value: '35.00' },
  );
  const context = { today: '2026-11-10', newId: '', choices: {} };
  const fields = logRecordForms.set_field?.fields(log.log.state, context);
  expect(fields?.map(({ name, value }) => [name, value])).toEqual([
    ['name', ''],
    ['value', ''],
  ]);
});
