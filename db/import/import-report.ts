import type { LogRow, RowProblem } from '@/lib/import/log-row';
import type { ImportFormat } from '@/lib/import/mapping';

/** What the first pass found in a file. */
export interface ImportReport {
  format: ImportFormat;
  /** Rows that can be written, and those that can't. */
  rows: number;
  bad: number;
  cases: number;
  /** Of the cases, those that are records here already. */
  knownCases: number;
  /** How often each activity happened, the most frequent first. */
  activities: readonly { name: string; count: number }[];
  /** Are there more than those? */
  moreActivities: boolean;
  /** How many rows hold each field. */
  fields: readonly { name: string; count: number }[];
  /** People and things that did it. */
  resources: number;
  /** The first and last moment, as the log wrote them; null where there are no rows. */
  from: string | null;
  to: string | null;
  /** The offset of the first time, in which the log's times are shown. */
  timeZone: string | null;
  /** The first bad rows. */
  problems: readonly RowProblem[];
}

const mostNamed = 200;
const mostCounted = 10_000;
export const mostProblems = 20;

/** Counts what goes by, in memory that does not grow with the file. */
export class ReportBuilder {
  rows = 0;
  bad = 0;
  readonly problems: RowProblem[] = [];
  private readonly activities = new Map<string, number>();
  private readonly fields = new Map<string, number>();
  private readonly resources = new Set<string>();
  private from: LogRow['moment'] | null = null;
  private to: LogRow['moment'] | null = null;
  private offset: string | null = null;

  row({ activity, resource, moment, fields }: LogRow): void {
    this.rows += 1;
    count(this.activities, activity);
    for (const name of Object.keys(fields)) count(this.fields, name);
    if (resource !== null && this.resources.size < mostCounted) this.resources.add(resource);
    if (!this.from || moment.instant < this.from.instant) this.from = moment;
    if (!this.to || moment.instant > this.to.instant) this.to = moment;
    this.offset ??= moment.offset;
  }

  problem(problem: RowProblem): void {
    this.bad += 1;
    if (this.problems.length < mostProblems) this.problems.push(problem);
  }

  /** A row that turned out bad after it was counted as good. */
  late(problem: RowProblem): void {
    this.rows -= 1;
    this.problem(problem);
  }

  get timeZone(): string | null {
    return this.offset === 'Z' ? 'UTC' : this.offset;
  }

  done(
    format: ImportFormat,
    timeZone: string | undefined,
    cases: { all: number; known: number },
  ): ImportReport {
    return {
      format,
      rows: this.rows,
      bad: this.bad,
      cases: cases.all,
      knownCases: cases.known,
      activities: inOrder(this.activities),
      moreActivities: this.activities.size > mostNamed,
      fields: inOrder(this.fields),
      resources: this.resources.size,
      from: this.from?.at ?? null,
      to: this.to?.at ?? null,
      timeZone: timeZone ?? this.timeZone,
      problems: this.problems,
    };
  }
}

function count(counts: Map<string, number>, name: string): void {
  const known = counts.get(name);
  if (known !== undefined) counts.set(name, known + 1);
  else if (counts.size < mostCounted) counts.set(name, 1);
}

const inOrder = (counts: ReadonlyMap<string, number>): { name: string; count: number }[] =>
  [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, mostNamed);
