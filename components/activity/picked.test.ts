import { expect, test } from 'vitest';
import { idsBetween, pickedByRecord, pickId } from './picked';

test('picked events are sent by record, in order', () => {
  const ids = [
    { streamId: 'a', version: 3 },
    { streamId: 'b', version: 1 },
    { streamId: 'a', version: 2 },
  ].map(pickId);
  expect(pickedByRecord(ids)).toEqual([
    { streamId: 'a', versions: [2, 3] },
    { streamId: 'b', versions: [1] },
  ]);
});

test('a range takes in whole actions at either end, in either direction', () => {
  const order = ['a', 'b', 'c', 'd', 'e'];
  expect(idsBetween(order, ['b'], ['d', 'e'])).toEqual(['b', 'c', 'd', 'e']);
  expect(idsBetween(order, ['d', 'e'], ['b'])).toEqual(['b', 'c', 'd', 'e']);
  expect(idsBetween(order, [], ['b', 'c'])).toEqual(['b', 'c']);
  expect(idsBetween(order, ['on another page'], ['b'])).toEqual(['b']);
});
