import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { addDays, dayStart, instantAt, lastOfMonthBefore, momentOf, weekOf } from './calendar-spans';

// Where the server or the browser stands must not matter.
afterEach(() => vi.unstubAllEnvs());

describe.each(['UTC', 'Europe/Berlin', 'Pacific/Apia', 'America/Los_Angeles'])(
  'on a machine in %s',
  (zone) => {
    it('counts days over months, years and the change of clocks', () => {
      vi.stubEnv('TZ', zone);
      expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
      expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
      expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    });

    it.each(['2026-11-23', '2026-11-25', '2026-11-29'])(
      '%s lies in the week from Monday 23 to Sunday 29',
      (day) => {
        vi.stubEnv('TZ', zone);
        expect(weekOf(day)).toEqual({ from: '2026-11-23', to: '2026-11-29' });
      },
    );

    it('knows when a day begins, in winter and in summer', () => {
      vi.stubEnv('TZ', zone);
      expect(dayStart('2026-11-23', 'Europe/Berlin')).toBe('2026-11-22T23:00:00.000Z');
      expect(dayStart('2026-07-01', 'Europe/Berlin')).toBe('2026-06-30T22:00:00.000Z');
      expect(dayStart('2026-11-23', 'UTC')).toBe('2026-11-23T00:00:00.000Z');
      expect(dayStart('2026-11-23', 'Pacific/Apia')).toBe('2026-11-22T11:00:00.000Z');
    });
  },
);

test.each([
  ['2026-10-31', 'Europe/Berlin', '2026-10-31T22:59:59.999999Z'],
  // The clocks went back this day: it had 25 hours.
  ['2026-10-25', 'Europe/Berlin', '2026-10-25T22:59:59.999999Z'],
  ['2026-10-24', 'Europe/Berlin', '2026-10-24T21:59:59.999999Z'],
  ['2026-11-10T13:13:00Z', 'Europe/Berlin', '2026-11-10T13:13:00Z'],
])('%s in %s ends at %s', (day, zone, instant) => expect(momentOf(day, zone)).toBe(instant));

test.each([
  ['2026-11-23', '2026-10-31'],
  ['2026-03-01', '2026-02-28'],
  ['2026-01-31', '2025-12-31'],
])('the month before %s ended on %s', (day, last) => expect(lastOfMonthBefore(day)).toBe(last));

test.each([
  ['2026-11-10', '14:13', 'Europe/Berlin', '2026-11-10T13:13:00.000Z'],
  ['2026-07-10', '14:13', 'Europe/Berlin', '2026-07-10T12:13:00.000Z'],
  ['2026-07-10', '00:30', 'Asia/Tokyo', '2026-07-09T15:30:00.000Z'],
])('%s %s in %s is %s', (day, time, zone, instant) => expect(instantAt(day, time, zone)).toBe(instant));
