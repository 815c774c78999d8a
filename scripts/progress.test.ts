import { expect, it } from 'vitest';
import { timeWords } from './progress';

it('the time that is left is told in the units that matter, and not before it is known', () => {
  expect([0, 0.2, 59, 60, 200, 3599.5, 7500].map(timeWords)).toEqual([
    '0s',
    '1s',
    '59s',
    '1m 0s',
    '3m 20s',
    '1h 0m',
    '2h 5m',
  ]);
  expect(timeWords(Number.POSITIVE_INFINITY)).toBe('?');
  expect(timeWords(Number.NaN)).toBe('?');
});
