import { TZDate } from '@date-fns/tz';
import { addDays, startOfDay } from 'date-fns';

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

/** Years outside 1900–2199 are typing errors. */
export function isSensible(at: Date): boolean {
  const time = at.getTime();
  return time >= Date.UTC(1900, 0, 1) && time < Date.UTC(2200, 0, 1);
}

const isoOf = (at: Date): string => new Date(at.getTime()).toISOString();
