import { describe, expect, it } from 'vitest';
import { given } from '../event-sourcing/testing';
import { type RecordCommand, recordCommand } from './commands';
import type { RecordEvent } from './events';
import { activity, created, start } from './testing';
import { recordWorkflow } from './workflow';

const when = (command: RecordCommand, ...before: RecordEvent[]) =>
  given(recordWorkflow, [created, ...before]).when(command);
const discarded: RecordEvent = { type: 'record_discarded', payload: {} };

describe('a record', () => {
  it('is started once', () => {
    expect(given(recordWorkflow, []).when(start).events).toMatchObject([
      { type: 'activity_recorded', payload: { activity: 'Create fine', place: 1, record: { caseId: 'A1' } } },
    ]);
    expect(when(start).refusal?.code).toBe('exists_already');
  });

  it.each<RecordCommand>([
    { type: 'record_activity', activity: 'Pay' },
    { type: 'set_field', name: 'amount', value: '1' },
    { type: 'clear_field', name: 'amount' },
    { type: 'change_fields', fields: [{ name: 'amount', value: null }] },
    { type: 'discard_record' },
  ])('is there before $type', (command) => {
    expect(given(recordWorkflow, []).when(command).refusal?.code).toBe('not_found');
  });

  it('goes on with the next activity', () => {
    expect(when({ type: 'record_activity', activity: 'Pay' }, activity('Send', 7)).events).toEqual([
      { type: 'activity_recorded', payload: { activity: 'Pay', place: 8, fields: {} } },
    ]);
  });

  it('is left alone while it is discarded, and says how it comes back', () => {
    const { refusal } = when({ type: 'set_field', name: 'amount', value: '1' }, discarded);
    expect(refusal).toMatchObject({ code: 'discarded', alternatives: [{ action: 'bring_back_record' }] });
    expect(when({ type: 'bring_back_record' }, discarded).events).toHaveLength(1);
    expect(when({ type: 'discard_record' }, discarded).events).toEqual([]);
    expect(when({ type: 'bring_back_record' }).events).toEqual([]);
  });
});

describe('fields by hand', () => {
  it('are set and cleared, and what is so already leads to nothing', () => {
    expect(when({ type: 'set_field', name: 'amount', value: '36.00' }).events).toEqual([
      { type: 'fields_changed', payload: { fields: { amount: '36.00' } } },
    ]);
    expect(when({ type: 'set_field', name: 'amount', value: '35.00' }).events).toEqual([]);
    expect(when({ type: 'clear_field', name: 'org.unit' }).events).toEqual([
      { type: 'fields_changed', payload: { fields: { 'org.unit': null } } },
    ]);
  });

  it('are not cleared twice', () => {
    expect(when({ type: 'clear_field', name: 'nobody' }).refusal).toMatchObject({
      code: 'no_such_field',
      field: 'name',
    });
  });

  it('keep their type while the value is of it, are text where it is not, and get it back with a value put back', () => {
    const typed = activity('Pay', 2, { paid: '1.50' }, { paid: 'float' });
    const set = (value: string) => when({ type: 'set_field', name: 'paid', value }, typed);
    expect(set('2e3').events).toEqual([{ type: 'fields_changed', payload: { fields: { paid: '2e3' } } }]);
    expect(set('two').events).toEqual([
      { type: 'fields_changed', payload: { fields: { paid: 'two' }, types: { paid: null } } },
    ]);
    const cleared: RecordEvent = {
      type: 'fields_changed',
      payload: { fields: { paid: null }, types: { paid: null } },
    };
    expect(when({ type: 'clear_field', name: 'paid' }, typed).events).toEqual([cleared]);
    const fields = [{ name: 'paid', value: '1.50', type: 'float' } as const];
    expect(when({ type: 'change_fields', fields }, typed, cleared).events).toEqual([
      { type: 'fields_changed', payload: { fields: { paid: '1.50' }, types: { paid: 'float' } } },
    ]);
  });

  it('are changed several at once, only those that differ', () => {
    const fields = [
      { name: 'amount', value: '35.00' },
      { name: 'org.unit', value: null },
      { name: 'x', value: null },
    ];
    expect(when({ type: 'change_fields', fields }).events).toEqual([
      { type: 'fields_changed', payload: { fields: { 'org.unit': null } } },
    ]);
  });
});

it.each([
  { ...start, caseId: ' ' },
  { ...start, recordId: 'r1' },
  { type: 'record_activity', activity: 'x'.repeat(201) },
  { type: 'set_field', name: '', value: 'x' },
  { type: 'set_field', name: 'x', value: 'a\0b' },
  { type: 'change_fields', fields: [] },
  { type: 'delete_record' },
])('a page may not send %j', (command) => {
  expect(recordCommand.safeParse(command).success).toBe(false);
});

it('a field may be called as something that every object has', () => {
  const fields = [{ name: 'constructor', value: 'x' }];
  expect(when({ type: 'change_fields', fields }).events).toEqual([
    { type: 'fields_changed', payload: { fields: { constructor: 'x' } } },
  ]);
});
