import { formatTime, type TimeSettings } from '../format-time';

/** A span of time in words: "10 Nov 2026, 14:05 – 15:50", "1 Nov 2026 – 24 Nov 2026" for whole days. */
export function spanWords(from: string, to: string, settings: TimeSettings): string {
  const day = (instant: string) => formatTime(instant, 'date', settings);
  if (isMidnight(from, settings) && isMidnight(to, settings)) {
    const last = day(justBefore(to));
    return day(from) === last ? last : `${day(from)} – ${last}`;
  }
  const style = hasSeconds(from, settings) || hasSeconds(to, settings) ? 'seconds' : 'time';
  const moment = (instant: string) => `${day(instant)}, ${formatTime(instant, style, settings)}`;
  return `${moment(from)} – ${day(from) === day(to) ? formatTime(to, style, settings) : moment(to)}`;
}

/** What stands below a chart of such a span: the time of day where it lies within one, else the day. */
export function axisWords(
  instant: string,
  span: { from: string; to: string },
  settings: TimeSettings,
): string {
  const day = (at: string) => formatTime(at, 'date', settings);
  const oneDay = day(span.from) === day(justBefore(span.to));
  return oneDay
    ? formatTime(instant, 'time', settings)
    : day(instant === span.to ? justBefore(instant) : instant);
}

/** The last moment that belongs to what ends just before this one. */
const justBefore = (instant: string): string => new Date(new Date(instant).getTime() - 1).toISOString();

const clock = (instant: string, settings: TimeSettings): string =>
  formatTime(instant, 'seconds', { ...settings, hourCycle: 'h23' });
const isMidnight = (instant: string, settings: TimeSettings): boolean =>
  clock(instant, settings) === '00:00:00';
const hasSeconds = (instant: string, settings: TimeSettings): boolean =>
  !clock(instant, settings).endsWith(':00');
