import { TZDate } from '@date-fns/tz';

/** An instant as a field for date and time has it: the zone's clock, `2026-11-10T14:13`, with seconds where there are any. */
export function toTyped(instant: string, timeZone: string): string {
  const at = new TZDate(instant, timeZone);
  // A date with a zone writes itself on that zone's clock, with the offset behind it.
  return at
    .toISOString()
    .slice(0, at.getSeconds() === 0 ? 'yyyy-MM-ddTHH:mm'.length : 'yyyy-MM-ddTHH:mm:ss'.length);
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
  return new Date(at.getTime()).toISOString();
}
