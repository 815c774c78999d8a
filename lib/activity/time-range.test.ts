import { describe, expect, test } from 'vitest';
import { fromTyped, quickRange, toTyped } from './time-range';

const zone = 'Europe/Berlin';

describe('quick ranges are whole days of the viewer', () => {
  // 23:30 UTC is half past midnight in Berlin.
  const now = '2026-11-10T23:30:00.000Z';
  test.each([
    ['today', { from: '2026-11-10T23:00:00.000Z', to: null }],
    ['yesterday', { from: '2026-11-09T23:00:00.000Z', to: '2026-11-10T23:00:00.000Z' }],
    ['week', { from: '2026-11-04T23:00:00.000Z', to: null }],
    // Before the clocks went back.
    ['month', { from: '2026-10-12T22:00:00.000Z', to: null }],
  ] as const)('%s', (name, expected) => expect(quickRange(name, now, zone)).toEqual(expected));
});

describe('a typed time', () => {
  test('is meant on the viewer’s clock', () => {
    expect(fromTyped('2026-11-10T14:13', zone)).toBe('2026-11-10T13:13:00.000Z');
    expect(fromTyped('2026-07-10T14:13:07', zone)).toBe('2026-07-10T12:13:07.000Z');
  });

  test('reads back as it was typed', () => {
    for (const text of ['2026-11-10T14:13', '2026-07-10T14:13:07', '2026-03-29T01:59'])
      expect(toTyped(fromTyped(text, zone) ?? '', zone)).toBe(text);
  });

  test.each(['', '2026-11-10', 'yesterday', '0026-11-10T10:00', '9999-01-01T00:00'])('%j is none', (text) => {
    expect(fromTyped(text, zone)).toBeNull();
  });
});
