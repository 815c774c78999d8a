import { expect, test } from 'vitest';
import { draft, people } from '@/lib/invoice/testing';
import { compareStates } from './compare-states';

const { ana, bob, mia } = people;

/** 1 created, 2 due date by Bob, 3 memo by Ana, 4 Mia's undo of 3, 5 due date by Bob. */
function someLog() {
  const record = draft();
  record.command(bob, { type: 'change_details', dueDate: '2026-12-01' });
  record.command(ana, { type: 'change_details', memo: 'A' });
  record.revertRow(mia, 3);
  record.command(bob, { type: 'change_details', dueDate: '2026-12-24' });
  return record.log;
}

test('several events come to one difference, by the people between', () => {
  const { rows, identical, between, people: by } = compareStates(someLog(), 1, 5);
  expect(identical).toBe(false);
  expect(rows.map(({ label, to }) => [label, to])).toEqual([['Due date', '24 Dec 2026']]);
  expect(between).toEqual([2, 3, 4, 5]);
  expect(by.map(({ name, count }) => [name, count])).toEqual([
    [bob.name, 2],
    [ana.name, 1],
    [mia.name, 1],
  ]);
});

test('from the later to the earlier position it is the other way round, with the same events between', () => {
  const log = someLog();
  const [on, back] = [compareStates(log, 2, 3), compareStates(log, 3, 2)];
  expect(on.rows).toMatchObject([{ label: 'Memo', to: 'A' }]);
  expect(back.rows).toMatchObject([{ label: 'Memo', from: 'A' }]);
  expect(back.between).toEqual(on.between);
});

test('what was undone in between leaves nothing, and one position is like itself', () => {
  expect(compareStates(someLog(), 2, 4)).toMatchObject({ identical: true, rows: [], between: [3, 4] });
  expect(compareStates(someLog(), 3, 3)).toMatchObject({
    identical: true,
    rows: [],
    between: [],
    people: [],
  });
});
