import { describe, expect, it } from 'vitest';
import { formatRelative, formatTime, isTimeZone } from './format-time';

const stockholm = { timeZone: 'Europe/Stockholm', hourCycle: 'h23' } as const;

describe('formatTime', () => {
  const at = '2026-11-10T13:13:07.123Z';

  it.each([
    ['date', '10 Nov 2026'],
    ['day', 'Tuesday 10 November'],
    ['time', '14:13'],
    ['seconds', '14:13:07'],
    ['minute', '10 Nov 2026, 14:13'],
    ['full', '10 Nov 2026, 14:13:07 CET'],
  ] as const)('writes the %s in the given zone', (style, words) => {
    expect(formatTime(at, style, stockholm)).toBe(words);
  });

  it('writes twelve hours where asked, midnight and noon included', () => {
    const twelve = { timeZone: 'UTC', hourCycle: 'h12' } as const;
    expect(formatTime('2026-01-01T00:05:00Z', 'time', twelve)).toBe('12:05 AM');
    expect(formatTime('2026-01-01T12:05:00Z', 'time', twelve)).toBe('12:05 PM');
  });

  it('names the date of the zone, not of UTC', () => {
    expect(formatTime('2026-12-31T23:30:00Z', 'date', stockholm)).toBe('1 Jan 2027');
    expect(formatTime('2026-12-31T23:30:00Z', 'day', stockholm)).toBe('Friday 1 January');
  });

  it('tells the two hours of an autumn night apart by their zone', () => {
    expect(formatTime('2026-10-25T00:30:00Z', 'full', stockholm)).toBe('25 Oct 2026, 02:30:00 CEST');
    expect(formatTime('2026-10-25T01:30:00Z', 'full', stockholm)).toBe('25 Oct 2026, 02:30:00 CET');
  });
});

describe('formatRelative', () => {
  const now = '2026-11-23T12:00:00Z';

  it.each([
    ['2026-11-23T11:59:30Z', 'just now'],
    ['2026-11-23T11:55:00Z', '5 min ago'],
    ['2026-11-23T09:00:00Z', '3 h ago'],
    ['2026-11-22T11:00:00Z', '1 day ago'],
    ['2026-11-10T11:00:00Z', '13 days ago'],
    ['2026-08-20T12:00:00Z', '3 months ago'],
    ['2024-11-01T12:00:00Z', '2 years ago'],
    ['2026-11-23T14:10:00Z', 'in 2 h'],
  ])('writes %s as %s', (at, words) => expect(formatRelative(at, now)).toBe(words));
});

describe('isTimeZone', () => {
  it('knows a zone from nonsense', () => {
    expect(isTimeZone('Asia/Tokyo')).toBe(true);
    expect(isTimeZone('Mars/Olympus')).toBe(false);
  });
});
