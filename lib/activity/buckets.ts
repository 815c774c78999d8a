/**
 * Where the bars of a density strip begin and end: round times of the viewer's clock, such as whole hours or days, as
 * many as fit. Days are calendar days, so the one on which the clocks change has 23 or 25 hours.
 */
import { TZDate } from '@date-fns/tz';
import {
  addDays,
  addHours,
  addMinutes,
  addMonths,
  addSeconds,
  addWeeks,
  startOfDay,
  startOfHour,
  startOfISOWeek,
  startOfMinute,
  startOfMonth,
} from 'date-fns';

/** How much time a bar stands for. */
export interface BucketSize {
  unit: 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month';
  count: number;
}

export interface Buckets {
  size: BucketSize;
  /** Instants, ISO 8601: bar n lasts from `bounds[n]` until just before `bounds[n + 1]`. */
  bounds: readonly string[];
}

const every = (unit: BucketSize['unit'], count: number): BucketSize => ({ unit, count });
const longest = every('month', 1200);

const sizes: readonly BucketSize[] = [
  ...[1, 5, 15, 30].map((count) => every('second', count)),
  ...[1, 5, 15, 30].map((count) => every('minute', count)),
  // Halves and quarters of a day would make every night a gap.
  ...[1, 3].map((count) => every('hour', count)),
  every('day', 1),
  every('week', 1),
  ...[1, 3, 12, 60, 300].map((count) => every('month', count)),
];

const seconds: Record<BucketSize['unit'], number> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 7 * 86_400,
  month: 30 * 86_400,
};

/** A span of time to divide. */
export interface Span {
  /** ISO 8601. */
  from: string;
  to: string;
  /** Where nobody chose this end, the bar there is a whole one, though it begins earlier or ends later. */
  openStart?: boolean;
  openEnd?: boolean;
}

/**
 * Divides a span of time. An end that was chosen is kept to the instant, so the bar there may be shorter than the rest.
 *
 * @param most no more bars than this, at most 200
 */
export function bucketsOf({ from, to, openStart, openEnd }: Span, timeZone: string, most = 160): Buckets {
  const chosenStart = new TZDate(from, timeZone);
  const chosenEnd = new TZDate(to, timeZone);
  const span = Math.max(0, chosenEnd.getTime() - chosenStart.getTime()) / 1000;
  // A bar more at either end, for those that are cut short there.
  const fitting = sizes.find(({ unit, count }) => span / (seconds[unit] * count) <= most - 2);
  const size = fitting ?? longest;
  const start = openStart ? floor(chosenStart, size) : chosenStart;
  const end = openEnd ? step(floor(chosenEnd, size), size) : chosenEnd;
  const bounds = [start.getTime()];
  for (let next = step(floor(start, size), size); bounds.length < most; next = step(next, size)) {
    if (next.getTime() >= end.getTime()) break;
    bounds.push(next.getTime());
  }
  bounds.push(Math.max(end.getTime(), start.getTime() + 1000));
  return { size, bounds: bounds.map((time) => new Date(time).toISOString()) };
}

/** The last round time at or before an instant. */
function floor(at: TZDate, { unit, count }: BucketSize): TZDate {
  switch (unit) {
    case 'second':
      return addSeconds(startOfMinute(at), Math.floor(at.getSeconds() / count) * count);
    case 'minute':
      return addMinutes(startOfHour(at), Math.floor(at.getMinutes() / count) * count);
    case 'hour':
      return count === 1 ? startOfHour(at) : hourOf(at, Math.floor(at.getHours() / count) * count);
    case 'day':
      return startOfDay(at);
    case 'week':
      return startOfISOWeek(at);
    case 'month':
      return addMonths(startOfMonth(at), -((at.getFullYear() * 12 + at.getMonth()) % count));
  }
}

function step(at: TZDate, { unit, count }: BucketSize): TZDate {
  switch (unit) {
    case 'second':
      return addSeconds(at, count);
    case 'minute':
      return addMinutes(at, count);
    case 'hour':
      // By the clock, so that six o'clock stays six o'clock when the clocks change.
      return count === 1 ? addHours(at, 1) : hourOf(at, at.getHours() + count);
    case 'day':
      return addDays(at, count);
    case 'week':
      return addWeeks(at, count);
    case 'month':
      return addMonths(at, count);
  }
}

function hourOf(day: TZDate, hour: number): TZDate {
  const at = startOfDay(day);
  at.setHours(hour);
  return at;
}

/** "one day", "15 minutes". */
export function bucketWords({ unit, count }: BucketSize): string {
  if (unit === 'month' && count % 12 === 0) return count === 12 ? 'one year' : `${count / 12} years`;
  return count === 1 ? `one ${unit}` : `${count} ${unit}s`;
}
