import { momentAt } from './office-calendar';
import type { Random } from './random';
import {
  type Act,
  type InvoiceScene,
  isProgram,
  type ProgramKey,
  type Scene,
  type Step,
  type Who,
} from './step';

type Span = readonly [least: number, most: number];
type Details = Pick<Step, 'optional' | 'together' | 'metadata'>;
type Entry<S extends Scene> = Omit<Step<S>, 'moment'> & { day: number; minute: number };

const opens = 8 * 60 + 4;
const closes = 17 * 60 + 50;
/** Programs run from one to five in the night that follows an office day. */
const nightBegins = 25 * 60;
const nightEnds = 29 * 60;

/**
 * What happens to one record, written down from its first day on, before it is known which day that is. Every entry
 * comes after the one before; how long after is left to chance within what is asked.
 */
export class Diary<S extends Scene = InvoiceScene> {
  /** What is written belongs to this word of a course. */
  word: string | undefined;
  private readonly entries: Entry<S>[] = [];
  private day = 0;
  private minute: number;

  constructor(private readonly random: Random) {
    this.minute = random.between(opens, closes - 60);
  }

  /** A few minutes later; the next morning where the office closes before. */
  soon(who: Who, act: Act<S>, reason: string | null = null, details: Details = {}): void {
    this.minutes([1, 9], who, act, reason, details);
  }

  minutes(span: Span, who: Who, act: Act<S>, reason: string | null = null, details: Details = {}): void {
    this.minute += this.random.between(...span);
    if (isProgram(who) ? this.isEvening() : this.minute > closes) this.nextMorning();
    this.write(who, act, reason, details);
  }

  /** So many office days later, some time of the day. */
  days(span: Span, who: Who, act: Act<S>, reason: string | null = null, details: Details = {}): void {
    const days = this.random.between(...span);
    if (days > 0) {
      this.day += days;
      this.minute = this.random.between(opens, closes - 60);
    } else this.minute += this.random.between(20, 120);
    if (this.minute > closes) this.nextMorning();
    this.write(who, act, reason, details);
  }

  /** In the night that follows so many office days later. */
  nights(
    span: Span,
    who: ProgramKey,
    act: Act<S>,
    reason: string | null = null,
    details: Details = {},
  ): void {
    const days = this.random.between(...span);
    this.day += this.minute > nightBegins ? Math.max(1, days) : days;
    this.minute = this.random.between(nightBegins, nightEnds);
    this.write(who, act, reason, details);
  }

  /** How many office days before the last one it has to begin at the latest. */
  get length(): number {
    return this.day + (this.minute >= nightBegins ? 1 : 0);
  }

  /** The steps, if it begins so many office days before the last one. */
  steps(start: number): Step<S>[] {
    if (start < this.length) throw new RangeError(`${this.length} office days do not fit into ${start}.`);
    return this.entries.map(({ day, minute, ...step }) => ({
      ...step,
      moment: momentAt(start - day, minute),
    }));
  }

  private isEvening(): boolean {
    return this.minute > closes && this.minute < nightBegins;
  }

  private nextMorning(): void {
    this.day += 1;
    this.minute = this.random.between(opens, opens + 45);
  }

  private write(who: Who, act: Act<S>, reason: string | null, details: Details): void {
    const word = this.word ? { word: this.word } : {};
    this.entries.push({ day: this.day, minute: this.minute, who, act, reason, ...details, ...word });
  }
}
