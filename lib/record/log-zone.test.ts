import { expect, test } from 'vitest';
import { formatTime } from '../format-time';
import { logZone } from './log-zone';

test.each([
  ['+02:00', '10 Nov 2026, 14:13'],
  ['-05:00', '10 Nov 2026, 07:13'],
  ['+00:00', '10 Nov 2026, 12:13'],
  ['+05:30', '10 Nov 2026, 17:43'],
  ['-09:30', '10 Nov 2026, 02:43'],
  ['Europe/Berlin', '10 Nov 2026, 13:13'],
])('a log of %s shows its own time', (zone, shown) => {
  const timeZone = logZone(zone) ?? 'none';
  expect(formatTime('2026-11-10T12:13:00.000000Z', 'minute', { timeZone, hourCycle: 'h23' })).toBe(shown);
});

test('a log without a zone, or with one that has no name, is shown in the viewer’s', () => {
  expect(['+10:30', '+15:00', 'Mars/Base', null].map(logZone)).toEqual([null, null, null, null]);
});
