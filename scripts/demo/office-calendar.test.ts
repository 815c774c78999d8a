import { describe, expect, it } from 'vitest';
import { addCalendarDays, later, OfficeCalendar, partsOf } from './office-calendar';

describe('the office calendar', () => {
  it('ends yesterday in the company’s time zone, even where that is a Sunday', () => {
    expect(OfficeCalendar.until(new Date('2026-03-30T12:00:00Z')).day(0)).toBe('2026-03-29');
    // Half past midnight in Berlin: what UTC calls Sunday is over.
    expect(OfficeCalendar.until(new Date('2026-03-29T22:30:00Z')).day(0)).toBe('2026-03-29');
  });

  it('skips weekends before that', () => {
    const calendar = new OfficeCalendar('2026-03-29');
    expect([1, 2, 5, 6].map((back) => calendar.day(back))).toEqual([
      '2026-03-27',
      '2026-03-26',
      '2026-03-23',
      '2026-03-20',
    ]);
  });

  it('keeps office hours through the change to summer time', () => {
    const calendar = new OfficeCalendar('2026-03-30');
    expect(calendar.instant('0 09:15', 4_000_007)).toBe('2026-03-30T07:15:04.000007Z');
    expect(calendar.instant('1 09:15', 0)).toBe('2026-03-27T08:15:00.000000Z');
  });

  it('counts days over the end of a month, and minutes over the end of an hour', () => {
    expect(addCalendarDays('2026-03-20', 14)).toBe('2026-04-03');
    expect(later(partsOf('3 09:58'), 5)).toBe('3 10:03');
  });

  it('refuses moments outside office hours', () => {
    expect(() => partsOf('3 07:59')).toThrow('office hours');
    expect(() => partsOf('3 18:00')).toThrow('office hours');
  });
});
