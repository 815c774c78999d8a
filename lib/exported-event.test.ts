import { expect, test } from 'vitest';
import { exportHeader, exportObject, exportRow } from './activity/export-table';
import { draft, people } from './invoice/testing';
import { jsonLine } from './json-lines';
import { tellEvent } from './told-event';

const record = draft();
record.command(people.bob, { type: 'change_details', memo: 'Two\nlines' });
const { log } = record;
const [, event] = log.events;
if (!event) throw new Error('There is no second event.');
const told = tellEvent(event, log, log.state);

test('a line has a cell for each column', () => {
  expect(exportRow(told, 'UTC')).toHaveLength(exportHeader('UTC').length);
});

test('an event is one line of JSON, its instant in UTC and on the clock of the zone it names', () => {
  const line = jsonLine(exportObject(told, 'Asia/Kolkata'));
  expect(line.indexOf('\n')).toBe(line.length - 1);
  const read = JSON.parse(line);
  expect(read).toMatchObject({
    occurredAt: event.occurredAt,
    timeZone: 'Asia/Kolkata',
    actor: { name: event.actor.name },
    sentence: 'added the memo',
    record: { workflow: 'invoice', id: event.streamId, version: 2 },
    type: 'memo_changed',
    changes: [{ from: null }],
  });
  expect(read.occurredAtLocal).toMatch(/\+05:30$/);
  expect(Date.parse(read.occurredAtLocal)).toBe(Date.parse(event.occurredAt));
});
