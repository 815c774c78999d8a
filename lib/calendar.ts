import { monthNames } from './month-names';

const latest = new Map<string, { minute: string; day: string }>();

/** The calendar day of an instant in a time zone. */
export function dayIn(timeZone: string, instant: string): string {
  const asked = () => dayOf(new Date(instant), timeZone);
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

// On every page, and so by hand: `format` of date-fns is 10 KB.
const formatters = new Map<string, Intl.DateTimeFormat>();

function dayOf(at: Date, timeZone: string): string {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  const found: Record<string, string> = {};
  for (const { type, value } of formatter.formatToParts(at)) found[type] = value;
  return `${found.year?.padStart(4, '0')}-${found.month}-${found.day}`;
}

/** "25 Nov 2026". Read off the text: a place that moved across the date line has days that its clocks never showed. */
export function formatDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${monthNames[Number(month) - 1]?.slice(0, 3)} ${year}`;
}

/** "September 2026", of a month (`2026-09`) or a day in it. */
export function formatMonth(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${monthNames[Number(number) - 1]} ${year}`;
}
