import { expect, test } from 'vitest';
import { sizeWords, timeLeft } from './size-words';

test('a size is told in the unit that fits', () => {
  expect([0, 999, 1000, 1_440_000, 3_200_000_000].map(sizeWords)).toEqual([
    '0 bytes',
    '999 bytes',
    '1.0 kB',
    '1.4 MB',
    '3.2 GB',
  ]);
});

test('the time that is left follows from what went by, and is told once that says something', () => {
  expect(timeLeft({ done: 1, of: 100, elapsed: 500 })).toBeNull();
  expect(timeLeft({ done: 50, of: 100, elapsed: 10_000 })).toBe('about 10 seconds left');
  expect(timeLeft({ done: 10, of: 100, elapsed: 60_000 })).toBe('about 9 minutes left');
  expect(timeLeft({ done: 99, of: 100, elapsed: 60_000 })).toBe('a moment left');
  expect(timeLeft({ done: 1, of: 1000, elapsed: 60_000 })).toBe('about 17 hours left');
  expect(timeLeft({ done: 100, of: 100, elapsed: 60_000 })).toBeNull();
});
