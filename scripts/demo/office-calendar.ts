import { TZDate } from '@date-fns/tz';
import { addDays, format, isWeekend } from 'date-fns';
import { dayIn } from '@/lib/calendar';
import { initialCompany as company } from '@/lib/company-settings';

/**
 * When somebody does something: how many office days before the last one, and the time on the office clock.
 * "0 09:15" is a quarter past nine on the last day, "5 14:00" two in the afternoon one working week before. Programs
 * work in the night after an office day: "5 26:30" is half past two in the morning that follows.
 */
export type Moment = `${number} ${number}:${number}`;

export interface MomentParts {
  back: number;
  hour: number;
  minute: number;
}

/** The numbers in a moment. Throws where it lies neither in office hours, 8:00 to 18:00, nor in a night that is over. */
export function partsOf(moment: Moment): MomentParts {
  const match = /^(\d{1,2}) (\d{2}):([0-5]\d)$/.exec(moment);
  const [back = -1, hour = -1, minute = -1] = (match?.slice(1) ?? []).map(Number);
  const parts = { back, hour, minute };
  const inOffice = hour >= 8 && hour < 18;
  if (!inOffice && !(isNight(parts) && back > 0 && hour < 30)) {
    throw new RangeError(`"${moment}" is no moment in office hours, such as "12 09:15", nor in a night.`);
  }
  return parts;
}

/** Is it in the night after the office day? */
export const isNight = ({ hour }: Pick<MomentParts, 'hour'>): boolean => hour >= 24;

/** A moment some minutes later on the same day. */
export function later({ back, hour, minute }: MomentParts, minutes: number): Moment {
  return momentAt(back, hour * 60 + minute + minutes);
}

/** The moment so many minutes after midnight. */
export function momentAt(back: number, minutes: number): Moment {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${back} ${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}` as Moment;
}

/**
 * The office days of the demo company, in its time zone. The last one is the day given, usually yesterday, whatever
 * weekday it is, so that there is always something fresh to look at; before it they are Monday to Friday.
 */
export class OfficeCalendar {
  private readonly days: string[];
  private readonly hours = new Map<string, string>();

  constructor(readonly lastDay: string) {
    this.days = [lastDay];
  }

  /** The calendar that ends the day before an instant. */
  static until(now: Date): OfficeCalendar {
    return new OfficeCalendar(addCalendarDays(dayIn(company.timeZone, now.toISOString()), -1));
  }

  /** The calendar day so many office days before the last one, `YYYY-MM-DD`. */
  day(back: number): string {
    while (this.days.length <= back) {
      let day = addCalendarDays(this.days.at(-1) as string, -1);
      while (isWeekend(at(day))) day = addCalendarDays(day, -1);
      this.days.push(day);
    }
    return this.days[back] as string;
  }

  /** The calendar day of a moment: what follows an office day at night is the next one. */
  dayOf(moment: Moment): string {
    const parts = partsOf(moment);
    const day = this.day(parts.back);
    return isNight(parts) ? addCalendarDays(day, 1) : day;
  }

  /** A moment as the log keeps it: ISO 8601 in UTC with microseconds, which are given (below a minute). */
  instant(moment: Moment, microseconds: number): string {
    const { back, hour, minute } = partsOf(moment);
    const seconds = String(microseconds).padStart(8, '0');
    const minutes = String(minute).padStart(2, '0');
    return `${this.hourInUtc(back, hour)}${minutes}:${seconds.slice(0, 2)}.${seconds.slice(2)}Z`;
  }

  /** "2026-03-30T07:"; kept, as zones take time to work out. The office is whole hours away from UTC. */
  private hourInUtc(back: number, hour: number): string {
    const key = `${back} ${hour}`;
    let known = this.hours.get(key);
    if (!known) {
      // A TZDate writes itself with its own offset; a Date in UTC.
      known = new Date(at(this.day(back), hour).getTime()).toISOString().slice(0, 14);
      this.hours.set(key, known);
    }
    return known;
  }
}

/** The day so many days after another. */
export function addCalendarDays(day: string, days: number): string {
  return format(addDays(at(day), days), 'yyyy-MM-dd');
}

/** A time on the office clock. */
function at(day: string, hour = 0, minute = 0): TZDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new TZDate(year, month - 1, date, hour, minute, company.timeZone);
}
