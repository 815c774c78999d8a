import { describe, expect, test } from 'vitest';
import { quickRange } from './time-range';

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
