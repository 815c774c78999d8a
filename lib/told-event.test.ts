import { describe, expect, test } from 'vitest';
import { draft, people } from './invoice/testing';
import { tellEvent, tellOperation } from './told-event';

const record = draft();
record.command(people.bob, { type: 'change_details', memo: 'A' });
record.command(people.bob, { type: 'change_details', memo: 'B' });
record.press(people.bob, 'undo');
const { log } = record;
const told = log.events.map((event) => tellEvent(event, log, log.state));
const on = (streamId: string, version: number) => {
  const at = told[version - 1] as (typeof told)[number];
  return { ...at, event: { ...at.event, streamId } };
};

test('an event is told with its record’s name as it is now, and leads to its moment', () => {
  expect(told[1]).toMatchObject({
    narration: { sentence: 'added the memo' },
    record: { title: expect.stringMatching(/^Draft /), detail: 'Lindqvist Bakery AB' },
  });
  expect(told[1]?.record.href).toMatch(/^\/invoices\/[-0-9a-f]{36}\?version=2$/);
});

describe('an operation over several records', () => {
  test.each([
    ['one sentence for all', [on('r1', 2), on('r2', 2)], 'added the memo, on 2 invoices'],
    ['one type of event', [on('r1', 2), on('r2', 3)], 'changed 2 invoices at once (memo changed)'],
    ['several types', [on('r1', 1), on('r2', 2), on('r3', 3)], 'changed 3 invoices at once'],
  ])('%s', (_, parts, expected) => expect(tellOperation(parts)).toBe(expected));

  test('an undo says so, whatever it took back', () => {
    const other = on('r2', 4);
    const parts = [
      on('r1', 4),
      { ...other, narration: { ...other.narration, sentence: 'undid their own change: added the memo' } },
    ];
    expect(tellOperation(parts)).toBe('undid changes on 2 invoices');
  });
});
