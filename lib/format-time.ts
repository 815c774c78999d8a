import { monthNames } from './month-names';

/**
 * Instants as people read them. Every function takes the zone and, where it matters, "now" from its caller, so the
 * server and the browser write the same words and hydration finds nothing to complain about.
 *
 * Only numbers and the zone's name come from Intl; words are put together here, because two ICU versions may
 * disagree about commas and narrow spaces.
 */

export interface TimeSettings {
  /** IANA name, such as "Europe/Stockholm" or "UTC". */
  timeZone: string;
  hourCycle: 'h12' | 'h23';
}

export const defaultTimeSettings: TimeSettings = { timeZone: 'UTC', hourCycle: 'h23' };

/**
 * `date` 10 Nov 2026 · `day` Tuesday 10 November · `time` 14:13 · `seconds` 14:13:07 ·
 * `minute` 10 Nov 2026, 14:13 · `full` 10 Nov 2026, 14:13:07 CET
 */
export type TimeStyle = 'date' | 'day' | 'time' | 'seconds' | 'minute' | 'full';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

// Making a formatter costs more than using it; a list makes hundreds of times.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZoneName: 'short',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

function partsOf(at: Date, timeZone: string) {
  const found: Record<string, string> = {};
  for (const part of formatterFor(timeZone).formatToParts(at)) found[part.type] = part.value;
  const number = (type: string) => Number(found[type]);
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: found.minute ?? '00',
    second: found.second ?? '00',
    zone: found.timeZoneName ?? timeZone,
  };
}

/** Is this a zone that this machine knows? For values that come from a cookie or an address. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatterFor(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** Writes an instant in the given zone. `at` is a Date or an ISO string with its offset. */
export function formatTime(at: Date | string, style: TimeStyle, settings: TimeSettings): string {
  const instant = typeof at === 'string' ? new Date(at) : at;
  const parts = partsOf(instant, settings.timeZone);
  const month = monthNames[parts.month - 1] ?? '';
  const date = `${parts.day} ${month.slice(0, 3)} ${parts.year}`;
  const clock = (withSeconds: boolean) => {
    const seconds = withSeconds ? `:${parts.second}` : '';
    if (settings.hourCycle === 'h23')
      return `${String(parts.hour).padStart(2, '0')}:${parts.minute}${seconds}`;
    return `${parts.hour % 12 || 12}:${parts.minute}${seconds} ${parts.hour < 12 ? 'AM' : 'PM'}`;
  };
  switch (style) {
    case 'date':
      return date;
    case 'day': {
      const weekday = weekdays[new Date(Date.UTC(parts.year, parts.month - 1, parts.day)).getUTCDay()];
      return `${weekday} ${parts.day} ${month}`;
    }
    case 'time':
      return clock(false);
    case 'seconds':
      return clock(true);
    case 'minute':
      return `${date}, ${clock(false)}`;
    case 'full':
      return `${date}, ${clock(true)} ${parts.zone}`;
  }
}

const steps = [
  { below: 60, seconds: 1, one: '', many: '' },
  { below: 3600, seconds: 60, one: 'min', many: 'min' },
  { below: 86_400, seconds: 3600, one: 'h', many: 'h' },
  { below: 45 * 86_400, seconds: 86_400, one: 'day', many: 'days' },
  { below: 548 * 86_400, seconds: 30.44 * 86_400, one: 'month', many: 'months' },
  { below: Number.POSITIVE_INFINITY, seconds: 365.25 * 86_400, one: 'year', many: 'years' },
];

/** How long before or after `now` an instant is: "just now", "5 min ago", "13 days ago", "in 2 h". */
export function formatRelative(at: Date | string, now: Date | string): string {
  const difference = (new Date(at).getTime() - new Date(now).getTime()) / 1000;
  const distance = Math.abs(difference);
  const step = steps.find((candidate) => distance < candidate.below);
  if (!step?.one) return 'just now';
  const count = Math.max(1, Math.floor(distance / step.seconds));
  const words = `${count} ${count === 1 ? step.one : step.many}`;
  return difference < 0 ? `${words} ago` : `in ${words}`;
}
