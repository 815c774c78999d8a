import { expect, it } from 'vitest';
import { shareDone } from './batch-run';

it('runs from nothing to all, over both halves of the work', () => {
  const shares = [
    shareDone({ phase: 'looking', done: 0, of: 10 }),
    shareDone({ phase: 'looking', done: 10, of: 10 }),
    shareDone({ phase: 'writing', done: 0, of: 10 }),
    shareDone({ phase: 'writing', done: 10, of: 10 }),
  ];
  expect(shares).toEqual([0, 1 / 3, 1 / 3, 1]);
  expect(shareDone({ phase: 'writing', done: 0, of: 0 })).toBe(1);
});
