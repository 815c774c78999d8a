import { expect, test } from 'vitest';
import { axisWords, spanWords } from './span-words';

const settings = { timeZone: 'Europe/Berlin', hourCycle: 'h23' } as const;

test.each([
  ['whole days', '2026-10-31T23:00:00Z', '2026-11-23T23:00:00Z', '1 Nov 2026 – 23 Nov 2026'],
  ['one day', '2026-11-09T23:00:00Z', '2026-11-10T23:00:00Z', '10 Nov 2026'],
  ['part of a day', '2026-11-10T13:05:00Z', '2026-11-10T14:50:00Z', '10 Nov 2026, 14:05 – 15:50'],
  [
    'across midnight',
    '2026-11-10T13:05:00Z',
    '2026-11-11T14:00:00Z',
    '10 Nov 2026, 14:05 – 11 Nov 2026, 15:00',
  ],
  ['to the second', '2026-11-10T13:05:07Z', '2026-11-10T13:05:30Z', '10 Nov 2026, 14:05:07 – 14:05:30'],
])('%s', (_, from, to, words) => expect(spanWords(from, to, settings)).toBe(words));

test('below a chart stand times within a day, else days; the last is one that belongs to it', () => {
  const [from, noon, to] = ['2026-11-09T23:00:00Z', '2026-11-10T11:00:00Z', '2026-11-10T23:00:00Z'];
  expect(axisWords(noon, { from, to }, settings)).toBe('12:00');
  const month = { from, to: '2026-12-09T23:00:00Z' };
  expect([from, month.to].map((at) => axisWords(at, month, settings))).toEqual(['10 Nov 2026', '9 Dec 2026']);
});
