import { expect, test } from 'vitest';
import { exportHeader, exportRow } from './activity/export-table';
import { csvLine } from './csv';
import { draft, people } from './invoice/testing';
import { tellEvent } from './told-event';

const record = draft();
record.command(people.bob, { type: 'change_details', memo: '=1+1' });
const { log } = record;
const [, event] = log.events;
if (!event) throw new Error('There is no second event.');
const told = tellEvent(event, log, log.state);

test('a line has a cell for each column, among them what a process is mined from', () => {
  const row = exportRow(told, 'UTC');
  const header = exportHeader('UTC');
  expect(row).toHaveLength(header.length);
  const cell = (name: string) => row[header.indexOf(name)];
  expect(cell('Record ID')).toBe(event.streamId);
  expect(cell('Activity')).toBe('memo_changed');
  expect(cell('Occurred (UTC)')).toBe(event.occurredAt);
  expect(cell('Who')).toBe(people.bob.name);
});

test('no cell of it begins a formula', () => {
  for (const cell of exportRow(told, 'UTC')) expect(csvLine([cell])).not.toMatch(/^"?[=+\-@]/);
});
