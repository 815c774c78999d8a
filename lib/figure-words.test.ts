import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationScale, durationWords, figureWords } from './figure-words';

describe('a figure reads as what it is', () => {
  test.each([
    [1204, 'count', '1,204'],
    [0.1234, 'share', '12.3 %'],
    [1, 'share', '100.0 %'],
    [2.4, 'ratio', '2.40 ×'],
    [187_200, 'seconds', '2 d 4 h'],
  ] as const)('%d as %s', (value, unit, words) => expect(figureWords(value, unit)).toBe(words));
});

describe('a length of time', () => {
  test.each([
    [0, '0 s'],
    [0.01, 'under 0.1 s'],
    [0.44, '0.4 s'],
    [59.6, '1 min'],
    [90, '1 min 30 s'],
    [3599, '59 min 59 s'],
    [86_399, '1 d'],
    [86_400 * 2 + 3600 * 4, '2 d 4 h'],
    [86_400 * 400, '1 y 35 d'],
    [-90, '−1 min 30 s'],
  ])('of %d s', (seconds, words) => expect(durationWords(seconds)).toBe(words));

  test('never has sixty of a unit that sixty make one of, whatever it is', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e10, noNaN: true }), (seconds) => {
        expect(durationWords(seconds)).not.toMatch(/\b(60 (s|min)|24 h|365 d)\b/);
      }),
    );
  });

  test.each([
    [10, 'seconds'],
    [600, 'minutes'],
    [86_400, 'hours'],
    [864_000, 'days'],
  ])('%d s has its axis in %s', (most, name) => expect(durationScale(most).name).toBe(name));
});
