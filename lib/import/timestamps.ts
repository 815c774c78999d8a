/**
 * The times of a log, in whatever form a program or a person writes them. Each value is read by itself: a column may mix
 * forms, as long as each of them can be read in one way only. What can be read in two is refused, and the choice named,
 * unless whoever imports has made it.
 */
import { tzOffset } from '@date-fns/tz';
import { monthNames } from '../month-names';

/** Which of two numbers comes first in a date such as 03/04/2026. */
export const dateOrders = ['dmy', 'mdy'] as const;
export type DateOrder = (typeof dateOrders)[number];

export interface TimestampOptions {
  /** An IANA zone, of times that name none; UTC unless told. */
  timeZone?: string | undefined;
  dateOrder?: DateOrder | undefined;
}

/** A moment as it was written and as an instant. */
export interface Moment {
  /** UTC with microseconds: `2006-07-23T22:00:00.000000Z`. What is finer is cut off here, and stands in `at`. */
  instant: string;
  /** With the offset it was written with: `2006-07-24T00:00:00+02:00`. */
  at: string;
  /** The offset by itself: `+02:00`, or `Z`. */
  offset: string;
}

export type ReadTimestamp =
  | { ok: true; moment: Moment }
  /** Ambiguous is what an order of the date would decide. */
  | { ok: false; problem: string; isAmbiguous: boolean };

/** The parts of a date and a time, as they were written. */
interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** Digits behind the second. */
  fraction: string;
  /** As written; undefined where there was none. */
  zone: string | undefined;
}

const clock = String.raw`(?:[T ,]*\s*(?<h>\d{1,2})[:.](?<mi>\d{2})(?:[:.](?<s>\d{2})(?:[.,](?<f>\d{1,12}))?)?\s*(?<half>[ap]\.?m\.?)?)?`;
const zone = String.raw`\s*(?<z>Z|UTC|GMT|(?:(?:UTC|GMT)\s*)?[+-]\d{2}(?::?\d{2})?)?`;
const names = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const weekday = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?`;
const form = (date: string) => new RegExp(`^${date}${clock}${zone}$`, 'i');

// The common form by itself, without names for its groups: a file of a million rows asks it a million times.
const iso =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,12}))?)?)?(Z|[+-]\d\d(?::?\d\d)?)?$/;
const yearFirst = form(String.raw`(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})`);
const compact =
  /^(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)(?:[T ]?(?<h>\d\d)(?<mi>\d\d)(?<s>\d\d)?)?(?<z>Z|[+-]\d\d:?\d\d)?$/i;
const dotted = form(String.raw`(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})`);
const either = form(String.raw`(?<one>\d{1,2})(?<sep>[/-])(?<two>\d{1,2})\k<sep>(?<y>\d{4})`);
const dayFirst = form(
  String.raw`${weekday}(?<d>\d{1,2})(?:st|nd|rd|th)?[ -](?<name>${names})[a-z]*\.?[ ,-]+(?<y>\d{4})`,
);
const monthFirst = form(
  String.raw`${weekday}(?<name>${names})[a-z]*\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>\d{4})`,
);
const shortYear = /^\d{1,2}[./-]\d{1,2}[./-]\d{2}(?!\d)/;
const epoch = /^(\d{10})(?:\.(\d{1,9}))?$|^(\d{13})$|^(\d{16})$|^(\d{19})$/;

/** Reads the times of one column. */
export class TimestampReader {
  private readonly zone: ZoneOffsets | undefined;

  constructor(private readonly options: TimestampOptions = {}) {
    const { timeZone } = options;
    if (timeZone && timeZone !== 'UTC') this.zone = new ZoneOffsets(timeZone);
  }

  read(written: string): ReadTimestamp {
    const text = written.trim();
    const match = iso.exec(text);
    if (match) {
      const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone] = match;
      return this.moment(text, {
        year: Number(year),
        month: Number(month),
        day: Number(day),
        hour: Number(hour),
        minute: Number(minute),
        second: Number(second),
        fraction,
        zone,
      });
    }
    return this.readOther(text);
  }

  private readOther(text: string): ReadTimestamp {
    if (text === '') return refused('There is no time here.');
    const seconds = epoch.exec(text);
    if (seconds) return sinceEpoch(seconds);
    for (const pattern of [yearFirst, compact, dotted, dayFirst, monthFirst]) {
      const groups = pattern.exec(text)?.groups;
      if (groups) return this.moment(text, partsOf(groups, Number(groups.d), monthOf(groups)));
    }
    const groups = either.exec(text)?.groups;
    if (groups) return this.readEither(text, groups);
    if (shortYear.test(text))
      return refused(
        `${shown(text)} has a year of two digits, which may be any century’s. Write it with four.`,
      );
    return refused(
      `${shown(text)} is no date and time that is known here. Write it like 2026-11-27T14:30:00+01:00, or 27.11.2026 14:30.`,
    );
  }

  private readEither(text: string, groups: Groups): ReadTimestamp {
    const [one, two] = [Number(groups.one), Number(groups.two)];
    const { dateOrder } = this.options;
    if (!dateOrder && one <= 12 && two <= 12 && one !== two) {
      return refused(
        `${shown(text)} may be ${dayAndMonth(one, two)} or ${dayAndMonth(two, one)}. Say which: the date order dmy (day first) or mdy (month first).`,
        true,
      );
    }
    const isDayFirst = dateOrder ? dateOrder === 'dmy' : one > 12 || one === two;
    return isDayFirst
      ? this.moment(text, partsOf(groups, one, two))
      : this.moment(text, partsOf(groups, two, one));
  }

  private moment(text: string, parts: Parts): ReadTimestamp {
    const { year, month, day, hour, minute, second, fraction, zone } = parts;
    if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
      return refused(`${shown(text)} is on no day of the calendar${this.hintOfOrder(parts)}.`);
    if (hour > 23 || minute > 59 || second > 59) return refused(`${shown(text)} is at no time of the day.`);
    const local = Date.UTC(year, month - 1, day, hour, minute, second);
    const minutes = zone === undefined ? (this.zone?.at(local) ?? 0) : offsetOf(zone);
    if (Math.abs(minutes) > 14 * 60)
      return refused(`${shown(text)} has an offset that no place on earth has.`);
    const whole = new Date(local - minutes * 60_000).toISOString().slice(0, 19);
    if (whole.length !== 19 || !/^\d{4}/.test(whole)) return refused(`${shown(text)} is too far away.`);
    const offset = minutes === 0 ? 'Z' : offsetText(minutes);
    const written = new Date(local).toISOString().slice(0, 19);
    return {
      ok: true,
      moment: {
        instant: `${whole}.${fraction.slice(0, 6).padEnd(6, '0')}Z`,
        at: `${written}${fraction && `.${fraction}`}${offset}`,
        offset,
      },
    };
  }

  private hintOfOrder({ day, month }: Parts): string {
    const { dateOrder } = this.options;
    return dateOrder && month > 12 && day <= 12 ? `, if it is ${dateOrder} as was said` : '';
  }
}

type Groups = Readonly<Record<string, string | undefined>>;

function partsOf(groups: Groups, day: number, month: number): Parts {
  const { y, h = '0', mi = '0', s = '0', f = '', half, z } = groups;
  const hour = Number(h);
  return {
    year: Number(y),
    month,
    day,
    // An hour beyond twelve by a clock of twelve is none.
    hour:
      half === undefined ? hour : hour > 12 || hour === 0 ? 99 : (hour % 12) + (/^p/i.test(half) ? 12 : 0),
    minute: Number(mi),
    second: Number(s),
    fraction: f,
    zone: z,
  };
}

const monthOf = ({ m, name }: Groups): number =>
  name === undefined ? Number(m) : names.split('|').indexOf(name.toLowerCase()) + 1;

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Minutes east of UTC. */
function offsetOf(zone: string): number {
  const digits = /([+-])(\d\d):?(\d\d)?/.exec(zone);
  if (!digits) return 0;
  const minutes = Number(digits[2]) * 60 + Number(digits[3] ?? 0);
  return digits[1] === '-' ? -minutes : minutes;
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** Seconds, or thousandths, millionths or billionths of them, since 1970. */
function sinceEpoch([text, seconds, behind, milli, micro, nano]: RegExpExecArray): ReadTimestamp {
  const digits = seconds ?? milli ?? micro ?? nano ?? '';
  const whole = new Date(Number(digits.slice(0, 10)) * 1000).toISOString().slice(0, 19);
  const fraction = behind ?? digits.slice(10);
  if (!whole) return refused(`${shown(text)} is too far away.`);
  return {
    ok: true,
    moment: {
      instant: `${whole}.${fraction.slice(0, 6).padEnd(6, '0')}Z`,
      at: `${whole}${fraction && `.${fraction}`}Z`,
      offset: 'Z',
    },
  };
}

/** A zone's offsets, each worked out once an hour of the log: asking for one costs more than all the rest. */
class ZoneOffsets {
  private readonly known = new Map<number, number>();

  constructor(private readonly timeZone: string) {}

  /** @param local the clock's reading, as if it were UTC */
  at(local: number): number {
    const quarter = Math.floor(local / 900_000);
    let minutes = this.known.get(quarter);
    if (minutes === undefined) {
      const near = tzOffset(this.timeZone, new Date(local));
      minutes = Math.round(tzOffset(this.timeZone, new Date(local - near * 60_000)));
      if (this.known.size > 100_000) this.known.clear();
      this.known.set(quarter, minutes);
    }
    return minutes;
  }
}

const dayAndMonth = (day: number, month: number): string => `${day} ${monthNames[month - 1]}`;
const shown = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`;
const refused = (problem: string, isAmbiguous = false): ReadTimestamp => ({
  ok: false,
  problem,
  isAmbiguous,
});
