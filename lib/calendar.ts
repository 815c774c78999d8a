import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import * as z from 'zod/mini';

/** A day without a time, `YYYY-MM-DD`, meant in the company's time zone. Years outside 1900–2199 are typing errors. */
export const calendarDay = z.iso
  .date('Write a date like 2026-11-25.')
  .check(
    z.refine((day) => day >= '1900-01-01' && day <= '2199-12-31', 'Choose a date between 1900 and 2199.'),
  );

const latest = new Map<string, { minute: string; day: string }>();

/** The calendar day of an instant in a time zone. */
export function dayIn(timeZone: string, instant: string): string {
  const asked = () => format(new TZDate(instant, timeZone), 'yyyy-MM-dd');
  // Every command asks, mostly within the same minute, which lies in one day: since 1972 all offsets are of whole
  // minutes.
  if (!instant.endsWith('Z') || instant < '1973') return asked();
  const minute = instant.slice(0, 16);
  const known = latest.get(timeZone);
  if (known?.minute === minute) return known.day;
  const day = asked();
  latest.set(timeZone, { minute, day });
  return day;
}

/** "25 Nov 2026". In UTC, since a place that moved across the date line has days that its own clocks never showed. */
export function formatDay(day: string): string {
  return format(new TZDate(`${day}T00:00:00Z`, 'UTC'), 'd MMM yyyy');
}
