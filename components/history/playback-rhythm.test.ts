import { expect, test } from 'vitest';
import { pauseBetween, speeds } from './playback-rhythm';

const at = '2026-11-10T08:00:00.000000Z';
const after = (seconds: number) => new Date(Date.parse(at) + seconds * 1000).toISOString();

test('fixed speeds do not ask when the events happened', () => {
  for (const speed of speeds) {
    if (speed === 'original') continue;
    expect(pauseBetween(at, at, speed)).toBe(1000 / speed);
    expect(pauseBetween(at, after(1e7), speed)).toBe(1000 / speed);
  }
});

test('the original rhythm keeps the order of the gaps, never stands still and never waits longer than 2 s', () => {
  const pauses = [0, 1, 60, 3600, 86_400, 1e6].map((gap) => pauseBetween(at, after(gap), 'original'));
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  expect(new Set(pauses).size).toBe(pauses.length);
  expect(pauses[0]).toBe(100);
  expect(pauseBetween(at, after(1e9), 'original')).toBe(2000);
  // Business time may run backwards.
  expect(pauseBetween(after(60), at, 'original')).toBe(100);
});
