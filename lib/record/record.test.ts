import { describe, expect, it } from 'vitest';
import { diff } from '../event-sourcing/changes';
import { given } from '../event-sourcing/testing';
import { isStorable } from '../storable-text';
import { keyOf, nameOf } from './field-key';
import { lastActivity } from './record';
import { summarize } from './summarize';
import { activity, created } from './testing';
import { recordWorkflow } from './workflow';

const stateAfter = (...events: Parameters<typeof given>[1]) =>
  given(recordWorkflow, [created, ...events] as never).state;

describe('the state of a record', () => {
  it('is the merged fields of its events, the later over the earlier', () => {
    const state = stateAfter(
      activity('Send fine', 2, { expense: '11.00', amount: '46.00' }),
      activity('Payment', 3),
    );
    expect(state.fields).toEqual({ amount: '46.00', 'org%2Eunit': 'Police', expense: '11.00' });
    expect(state).toMatchObject({ log: 'Road fines', caseId: 'A1', timeZone: '+02:00', discarded: false });
  });

  it('keeps a number as the text that it was', () => {
    const state = stateAfter(activity('Payment', 2, { amount: '12345678901234567890.10' }));
    expect(state.fields.amount).toBe('12345678901234567890.10');
  });

  it('knows of a field what its log last said that it is', () => {
    const typed = activity('Payment', 2, { paid: '46', note: 'x' }, { paid: 'int' });
    expect(stateAfter(typed).types).toEqual({ paid: 'int' });
    expect(stateAfter(typed, activity('Refund', 3)).types).toEqual({ paid: 'int' });
    expect(stateAfter(typed, activity('Refund', 3, { paid: 'none' })).types).toEqual({});
    expect(stateAfter(typed, activity('Refund', 3, { paid: '4.6' }, { paid: 'float' })).types).toEqual({
      paid: 'float',
    });
  });

  it('knows which activity happened last', () => {
    expect(lastActivity(stateAfter(activity('Send', 2), activity('Pay', 3), activity('Send', 4)))).toBe(
      'Send',
    );
  });

  it('differs by field, and not where an activity says what is so already', () => {
    const state = stateAfter();
    const changed = diff(
      state,
      recordWorkflow.evolve(state, activity('Pay', 2, { amount: '35.00', paid: '1' })),
    );
    expect(changed).toEqual({ 'activities.Pay': { to: 2 }, 'fields.paid': { to: '1' } });
  });

  it.each(['amount', 'a.b', 'a%2Eb', '%', '100 %.', '__proto__', '%5F_proto__', 'constructor', '.', ''])(
    'keeps a field called %j apart from all others, without a dot in its path',
    (name) => {
      expect(nameOf(keyOf(name))).toBe(name);
      expect(keyOf(name)).not.toContain('.');
      const fields = JSON.parse(JSON.stringify({ [keyOf(name)]: 'x' }));
      expect(Object.keys(fields)).toEqual([keyOf(name)]);
    },
  );
});

describe('the row of a record', () => {
  it('is the case, its last activity and its fields, searched by value', () => {
    expect(summarize(stateAfter(activity('Send fine', 2, { expense: '11.00' })))).toMatchObject({
      title: 'A1',
      status: 'Send fine',
      fields: { Log: 'Road fines', amount: '35.00', 'org.unit': 'Police', expense: '11.00' },
    });
  });

  it('stays small and well formed, however much a file says', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`f${n}`, '😀'.repeat(5000)]));
    const row = summarize(stateAfter(activity('Send', 2, { a: `${'a'.repeat(199)}😀`, ...many })));
    expect(JSON.stringify(row).length).toBeLessThan(60_000);
    expect(Object.values(row.fields).every(isStorable)).toBe(true);
    expect(row.fields.a).toBe('a'.repeat(199));
  });
});
