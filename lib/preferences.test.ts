import { expect, test } from 'vitest';
import { isPreference } from './preferences';

test.each([
  ['theme', 'dark'],
  ['zone', 'company'],
  ['zone', 'America/Argentina/Buenos_Aires'],
  ['times', 'absolute'],
])('%s may be %s', (name, value) => expect(isPreference(name, value)).toBe(true));

test.each([
  ['theme', 'Europe/Berlin'],
  ['zone', 'Moon/Tycho'],
  ['zone', ''],
  ['times', 'h12'],
  ['toString', 'dark'],
  ['colour', 'red'],
])('%s may not be %s', (name, value) => expect(isPreference(name, value)).toBe(false));
