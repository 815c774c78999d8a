import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { dayIn, formatDay } from './calendar';
import { calendarDay } from './calendar-day';

// What a day is must not depend on where the server or the browser stands.
const machines = ['UTC', 'Europe/Berlin', 'Pacific/Apia', 'America/Los_Angeles'];
afterEach(() => vi.unstubAllEnvs());

describe('calendarDay', () => {
  const read = (value: unknown) => {
    const result = z.safeParse(calendarDay, value);
    return result.success ? 'taken' : result.error.issues[0]?.message;
  };

  it.each(['2026-11-25', '2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('takes %s', (day) =>
    expect(read(day)).toBe('taken'),
  );

  it.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-5',
    '20261125',
    '25.11.2026',
    '2026-11-25T00:00:00Z',
    ' 2026-11-25',
    '2026-11-25\n',
    '',
    null,
    20261125,
  ])('there is no day %j', (day) => expect(read(day)).toBe('Write a date like 2026-11-25.'));

  it.each(['1899-12-31', '2200-01-01', '0026-11-25', '9999-12-31'])('%s is a typing error', (day) =>
    expect(read(day)).toBe('Choose a date between 1900 and 2199.'),
  );
});

describe('dayIn', () => {
  it.each([
    ['winter, before midnight', '2026-11-09T22:59:59.999999Z', '2026-11-09'],
    ['winter, midnight', '2026-11-09T23:00:00.000000Z', '2026-11-10'],
    ['summer, before midnight', '2026-07-01T21:59:59.999Z', '2026-07-01'],
    ['summer, midnight', '2026-07-01T22:00:00Z', '2026-07-02'],
    ['the short day, its beginning', '2026-03-28T23:00:00Z', '2026-03-29'],
    ['the short day, its end', '2026-03-29T21:59:59Z', '2026-03-29'],
    ['the day after the short day', '2026-03-29T22:00:00Z', '2026-03-30'],
    ['before the long day', '2026-10-24T21:59:59Z', '2026-10-24'],
    ['the long day, its beginning', '2026-10-24T22:00:00Z', '2026-10-25'],
    ['the long day, its end', '2026-10-25T22:59:59Z', '2026-10-25'],
    ['the day after the long day', '2026-10-25T23:00:00Z', '2026-10-26'],
    ['the turn of the year', '2026-12-31T23:00:00Z', '2027-01-01'],
  ])('Berlin, %s', (_when, instant, day) => {
    for (const zone of machines) {
      vi.stubEnv('TZ', zone);
      // It keeps its last answer: this makes it work the next one out again.
      dayIn('Europe/Berlin', '2000-01-01T00:00:00Z');
      expect(dayIn('Europe/Berlin', instant)).toBe(day);
    }
  });

  it('is another day elsewhere at the same instant', () => {
    const instant = '2026-11-10T10:30:00Z';
    expect(dayIn('Pacific/Kiritimati', instant)).toBe('2026-11-11');
    expect(dayIn('UTC', instant)).toBe('2026-11-10');
    expect(dayIn('Pacific/Pago_Pago', instant)).toBe('2026-11-09');
  });

  it('tells the last minute of a day from the first of the next, in any order', () => {
    const [before, after] = ['2026-11-10T22:59:59.999999Z', '2026-11-10T23:00:00.000000Z'] as const;
    expect([before, after, before].map((instant) => dayIn('Europe/Berlin', instant))).toEqual([
      '2026-11-10',
      '2026-11-11',
      '2026-11-10',
    ]);
  });
});

describe('formatDay', () => {
  it.each([
    ['2026-11-25', '25 Nov 2026'],
    ['2026-03-01', '1 Mar 2026'],
    ['1900-01-01', '1 Jan 1900'],
    // Samoa skipped this day altogether, when it moved across the date line.
    ['2011-12-30', '30 Dec 2011'],
  ])('%s is %s wherever the machine stands', (day, words) => {
    for (const zone of machines) {
      vi.stubEnv('TZ', zone);
      expect(formatDay(day)).toBe(words);
    }
  });
});
