import { expect, test } from 'vitest';
import { columnOf, placeOf, versionAtPlace } from './slider-places';

test('the place of every version leads back to it', () => {
  for (const newest of [1, 2, 45, 10_000])
    for (let version = 1; version <= newest; version++)
      expect(versionAtPlace(placeOf(version, newest), newest)).toBe(version);
});

test('between two events it is the nearer one, beyond the ends the last one there', () => {
  expect(versionAtPlace(0.24, 3)).toBe(1);
  expect(versionAtPlace(0.26, 3)).toBe(2);
  expect(versionAtPlace(-0.1, 3)).toBe(1);
  expect(versionAtPlace(1.1, 3)).toBe(3);
});

test('up to 60 events have a mark each; of more a column says which it holds, the last one what is left', () => {
  expect(columnOf(60, 60)).toBeNull();
  expect(columnOf(1, 61)).toEqual({ first: 1, last: 2, count: 2 });
  expect(columnOf(61, 61)).toEqual({ first: 61, last: 61, count: 1 });
  expect(columnOf(130, 130)).toEqual({ first: 130, last: 130, count: 1 });
  expect(columnOf(5, 130)).toEqual({ first: 4, last: 6, count: 3 });
});
