import { TZDate } from '@date-fns/tz';
import { addDays as addTo, format, startOfISOWeek } from 'date-fns';

/** Reckoning with calendar days (`YYYY-MM-DD`), which have no time and no zone until they meet an instant. */

const inUtc = (day: string): TZDate => new TZDate(`${day}T00:00:00Z`, 'UTC');
const toDay = (date: TZDate): string => format(date, 'yyyy-MM-dd');

/** The day so many days later, or earlier where `count` is below zero. */
export function addDays(day: string, count: number): string {
  return toDay(addTo(inUtc(day), count));
}

/** Monday to Sunday around a day. */
export function weekOf(day: string): { from: string; to: string } {
  const from = toDay(startOfISOWeek(inUtc(day)));
  return { from, to: addDays(from, 6) };
}

/** The instant at which a day begins in a time zone, ISO 8601 in UTC. */
export function dayStart(day: string, timeZone: string): string {
  return instantAt(day, '00:00', timeZone);
}

/** The last microsecond of a day in a time zone; an instant stays as it is. ISO 8601 in UTC. */
export function momentOf(dayOrInstant: string, timeZone: string): string {
  if (dayOrInstant.length > 10) return dayOrInstant;
  const next = Date.parse(dayStart(addDays(dayOrInstant, 1), timeZone));
  return new Date(next - 1).toISOString().replace('Z', '999Z');
}

/** The last day of the month before a day's own. */
export function lastOfMonthBefore(day: string): string {
  return addDays(`${day.slice(0, 7)}-01`, -1);
}

/** The instant at which the clocks of a time zone show a day and a time ("14:13"), ISO 8601 in UTC. */
export function instantAt(day: string, time: string, timeZone: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new Date(new TZDate(year, month - 1, date, hour, minute, timeZone).getTime()).toISOString();
}
