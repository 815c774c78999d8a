import { TZDate } from '@date-fns/tz';
import { addDays, format, startOfDay } from 'date-fns';

/** A span of business time; an end that is null is open. Instants are ISO 8601, `to` lies just beyond the range. */
export interface TimeRange {
  from: string | null;
  to: string | null;
}

export const quickRanges = ['today', 'yesterday', 'week', 'month'] as const;
export type QuickRange = (typeof quickRanges)[number];

export const quickRangeLabels: Record<QuickRange, string> = {
  today: 'Today',
  yesterday: 'Yesterday',
  week: 'Last 7 days',
  month: 'Last 30 days',
};

/** A range by its name, in whole days of a zone. Those that reach until now are open at the end: what is new belongs. */
export function quickRange(name: QuickRange, now: string, timeZone: string): TimeRange {
  const today = startOfDay(new TZDate(now, timeZone));
  const back = (days: number) => isoOf(addDays(today, -days));
  switch (name) {
    case 'today':
      return { from: isoOf(today), to: null };
    case 'yesterday':
      return { from: back(1), to: isoOf(today) };
    case 'week':
      return { from: back(6), to: null };
    case 'month':
      return { from: back(29), to: null };
  }
}

/** An instant as a field for date and time has it: the zone's clock, `2026-11-10T14:13`, with seconds where there are any. */
export function toTyped(instant: string, timeZone: string): string {
  const at = new TZDate(instant, timeZone);
  return format(at, at.getSeconds() === 0 ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd'T'HH:mm:ss");
}

const typed = /^((?:19|2[01])\d\d)-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?$/;

/** The instant that was typed, or null if it is none. A time the clocks skipped counts as the one after the skip. */
export function fromTyped(text: string, timeZone: string): string | null {
  const match = typed.exec(text);
  if (!match) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const at = new TZDate(year, month - 1, day, hour, minute, second, timeZone);
  return isoOf(at);
}

/** Years outside 1900–2199 are typing errors. */
export function isSensible(at: Date): boolean {
  const time = at.getTime();
  return time >= Date.UTC(1900, 0, 1) && time < Date.UTC(2200, 0, 1);
}

const isoOf = (at: Date): string => new Date(at.getTime()).toISOString();
