import { describe, expect, it } from 'vitest';
import { recordEvents } from '../event-sourcing/append';
import { narrate } from '../event-sourcing/narrate';
import { tryUndoLaws } from '../event-sourcing/undo-laws';
import type { RecordCommand } from './commands';
import { type RecordEvent, recordPayloads } from './events';
import { activity, anyCommand, created, people, record } from './testing';
import { recordWorkflow } from './workflow';

const { ana, mia } = people;

tryUndoLaws({ begin: record, commands: anyCommand, actors: [ana, mia], payloads: recordPayloads });

const ways: Record<string, [string, RecordCommand]> = {
  activity_recorded: ['recorded “Send fine”', { type: 'record_activity', activity: 'Send fine' }],
  'fields_changed, set': ['set “amount”', { type: 'set_field', name: 'amount', value: '1.50' }],
  'fields_changed, cleared': ['cleared “org.unit”', { type: 'clear_field', name: 'org.unit' }],
  'fields_changed, several': [
    'changed 2 fields',
    {
      type: 'change_fields',
      fields: [
        { name: 'org.unit', value: null },
        { name: '__proto__', value: 'x' },
      ],
    },
  ],
  record_discarded: ['discarded the record', { type: 'discard_record' }],
};

/** A record as a file brings it in: every activity an operation of its own, in Mia's name. */
function imported(...events: RecordEvent[]) {
  const log = record();
  log.events.length = 0;
  let state = recordWorkflow.initialState;
  for (const [index, event] of [created, ...events].entries()) {
    const envelope = {
      streamId: log.streamId,
      operationId: `00000000-0000-4000-9000-00000000000${index}`,
      actor: mia,
      reason: null,
      metadata: {},
      occurredAt: '2006-07-24T00:00:00.000000Z',
      recordedAt: '2026-11-20T00:00:00.000000Z',
    };
    const [done] = recordEvents(
      recordWorkflow,
      { version: index, state },
      [{ event, cause: 'import' }],
      envelope,
    );
    if (!done) throw new Error('Nothing was recorded.');
    log.events.push(done.event);
    state = done.state;
  }
  return log;
}

describe('undo', () => {
  it.each(Object.entries(ways))(
    'takes %s back to the letter, and redo puts it back',
    (_, [sentence, command]) => {
      const log = imported();
      const before = log.log.state;
      expect(log.command(ana, command)).toBe(true);
      const after = log.log.state;
      expect(narrate(log.log, 2).sentence).toBe(sentence);
      expect(log.press(ana, 'undo').ok).toBe(true);
      expect(log.log.state).toEqual(before);
      expect(log.press(ana, 'redo').ok).toBe(true);
      expect(log.log.state).toEqual(after);
    },
  );

  it('takes back an activity amid others, and only its own fields', () => {
    const log = imported(
      activity('Send fine', 2, { expense: '11.00' }),
      activity('Payment', 3, { paid: '46.00' }),
    );
    expect(log.revertRow(ana, 2).ok).toBe(true);
    expect(log.log.state.fields).toEqual({ amount: '35.00', 'org%2Eunit': 'Police', paid: '46.00' });
    expect(log.log.state.activities).toEqual({ 'Create fine': 1, Payment: 3 });
    expect(log.revertRow(ana, 2).ok).toBe(true);
    expect(log.log.state.fields.expense).toBe('11.00');
  });

  it('gives a field its type back with its value', () => {
    const log = imported(
      activity('Send fine', 2, { due: '2006-08-01T00:00:00+02:00', paid: '1' }, { due: 'date', paid: 'int' }),
      activity('Payment', 3, { due: 'never', paid: '1.5' }, { paid: 'float' }),
    );
    const after = log.log.state;
    expect(log.revertRow(ana, 3).ok).toBe(true);
    expect(log.log.state).toMatchObject({
      fields: { due: '2006-08-01T00:00:00+02:00', paid: '1' },
      types: { due: 'date', paid: 'int' },
    });
    expect(narrate(log.log, 4).changes.find(({ label }) => label === 'due')).toEqual({
      path: 'fields.due',
      label: 'due',
      from: 'never',
      to: '1 Aug 2006, 00:00:00 +02:00',
    });
    expect(log.revertRow(ana, 3).ok).toBe(true);
    expect(log.log.state).toEqual(after);
  });

  it('of a repeated activity goes back to the time before', () => {
    const log = imported(activity('Check', 2), activity('Check', 3));
    expect(log.revertRow(ana, 3).ok).toBe(true);
    expect(log.log.state.activities).toEqual({ 'Create fine': 1, Check: 2 });
  });

  it('is refused under a later change of the same field, and offers the fields one by one', () => {
    const log = imported(
      activity('Send fine', 2, { amount: '46.00', expense: '11.00' }),
      activity('Add penalty', 3, { amount: '92.00' }),
    );
    expect(log.revertRow(ana, 2)).toMatchObject({ ok: false, refusal: { code: 'in_the_way' } });
    const event = log.log.events[1];
    if (!event) throw new Error('There is no second event.');
    const own = event as unknown as Parameters<NonNullable<typeof recordWorkflow.restate>>[0];
    expect(recordWorkflow.restate?.(own, ['fields.amount', 'fields.expense'], log.log.state)).toEqual({
      type: 'change_fields',
      fields: [
        { name: 'amount', value: '35.00' },
        { name: 'expense', value: null },
      ],
    });
  });

  it('is refused in a record that somebody discarded, until it is brought back', () => {
    const log = record();
    log.command(ana, { type: 'set_field', name: 'amount', value: '46.50' });
    log.command(mia, { type: 'discard_record' });
    expect(log.press(ana, 'undo')).toMatchObject({
      ok: false,
      refusal: { code: 'in_the_way', blockers: [3] },
    });
    expect(log.press(mia, 'undo').ok).toBe(true);
    expect(log.press(ana, 'undo').ok).toBe(true);
  });

  it('of the first event discards the record, and redo brings it back', () => {
    const log = imported();
    expect(log.revertRow(ana, 1).ok).toBe(true);
    expect(log.log.state).toMatchObject({ caseId: 'A1', discarded: true });
    expect(log.revertRow(ana, 1).ok).toBe(true);
    expect(log.log.state.discarded).toBe(false);
  });
});

it.each([
  ['start', 'started “Check”'],
  ['COMPLETE', 'completed “Check”'],
  ['suspend', 'recorded “Check” (suspend)'],
])('an activity that is told at its %s says so', (step, sentence) => {
  const log = imported(activity('Check', 2, { 'lifecycle:transition': step }));
  expect(narrate(log.log, 2).sentence).toBe(sentence);
});

it('a difference has a row for each field, by the name that it has in the file', () => {
  const { changes } = narrate(imported().log, 1);
  expect(Object.fromEntries(changes.map(({ label, to }) => [label, to]))).toEqual({
    Log: 'Road fines',
    Case: 'A1',
    amount: '35.00',
    'org.unit': 'Police',
  });
});
