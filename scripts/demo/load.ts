import { eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { readStream } from '@/db/event-store';
import { events } from '@/db/schema/events';
import { numberSeries } from '@/db/schema/number-series';
import { companyId } from '@/lib/company/company';
import type { Recorded } from '@/lib/event-sourcing/event';
import { personWorkflow } from '@/lib/person/workflow';
import { carryOut, operationOf } from './carry-out';
import { companyRecord, isSetUp } from './company-story';
import { OfficeCalendar } from './office-calendar';
import { demoInvoices, type ScheduledStep, schedule, stepOf } from './schedule';
import type { Team } from './step';
import { firstNumber } from './stories';
import { waves } from './waves';
import { loadWorkshop } from './workshop';

interface Options {
  /** The demo's last day is the one before. */
  now: Date;
  log(line: string): void;
}

/** In the metadata of the first event of the company and of the first other one: the day on which the calendar ends. */
const calendarKey = 'demo_calendar_ends';

/**
 * Loads the demo company through the same write path as the pages, as if its people and programs had made every change
 * themselves. The same `now` gives the same events.
 *
 * Loading again adds nothing. A load that was interrupted is taken up where it stopped, on the calendar it began
 * with: every operation has an id of its own, and those that were carried out answer with what they did. A log that
 * somebody else began is left alone.
 */
export async function loadDemoRecords(db: Database, team: Team, { now, log }: Options): Promise<void> {
  const fresh = OfficeCalendar.until(now);
  const settings = await readStream(db.$client, companyId);
  const steps = await stepsToLoad(db, fresh, settings);
  if (!steps) return;
  log(`Loading ${demoInvoices.length} demo invoices with their history.`);
  const began = performance.now();
  await startNumbersAt(db, firstNumber);
  const count = await carryOutAll(db, team, steps, settings);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  log(`Loaded ${count.toLocaleString('en-US')} events in ${seconds} s.`);
}

/** What there is to be done, on the calendar of a load that begins now or was interrupted; undefined if nothing is. */
async function stepsToLoad(
  db: Database,
  fresh: OfficeCalendar,
  settings: readonly Recorded[],
): Promise<Steps | undefined> {
  // Which steps come first and last is the same on every calendar.
  const steps = schedule(fresh);
  const begun = await readStream(db.$client, firstOf(steps, false).record.streamId);
  const lastDay = markOf(begun[0]) ?? settings.map(markOf).find(Boolean);
  if (!lastDay) {
    const { rows } = await db.execute(
      sql`SELECT FROM events WHERE stream_id <> ${companyId}::uuid AND workflow <> ${personWorkflow.name} LIMIT 1`,
    );
    return rows.length === 0 ? { steps, lastDay: fresh.lastDay } : undefined;
  }
  const last = lastOf(steps);
  const done = await db
    .select({ version: events.version })
    .from(events)
    .where(
      sql`${eq(events.streamId, last.record.streamId)} and ${eq(events.operationId, operationOf(last))}`,
    );
  return done.length === 0 ? { steps: schedule(new OfficeCalendar(lastDay)), lastDay } : undefined;
}

interface Steps {
  steps: readonly ScheduledStep[];
  /** On which the calendar ends. */
  lastDay: string;
}

async function carryOutAll(
  db: Database,
  team: Team,
  { steps, lastDay }: Steps,
  settings: readonly Recorded[],
): Promise<number> {
  // An installation that was used before has settings of its own: they are changed today, not 120 days ago.
  const ours = settings.findIndex(markOf);
  const given = ours < 0 ? settings : settings.slice(0, ours);
  const histories = new Map([[companyId, [...given]]]);
  const wanted = given.length > 0 ? steps.filter((step) => !isSetUp(stepOf(step))) : steps;
  const first = [firstOf(wanted, true), firstOf(wanted, false)];
  const last = lastOf(wanted);
  let count = 0;
  for (const wave of waves(wanted, { team, histories, alone: new Set([...first, last]) })) {
    // Before the step by which it is known that all is there.
    if (wave.some(({ scheduled }) => scheduled === last))
      count += await loadWorkshop(db, team, new OfficeCalendar(lastDay));
    const written = await Promise.allSettled(
      wave.map(async (task) => {
        const { scheduled } = task;
        const backdated = given.length === 0 || !isOfCompany(scheduled);
        const marks = first.includes(scheduled) ? { [calendarKey]: lastDay } : {};
        const appended = await carryOut(db, team, task, { backdated, marks });
        histories.get(scheduled.record.streamId)?.push(...appended);
        count += appended.length;
      }),
    );
    for (const one of written) if (one.status === 'rejected') throw one.reason;
  }
  return count;
}

const isOfCompany = ({ record }: ScheduledStep): boolean => record === companyRecord;

/** What is done first to the company's settings, or to anything else. */
const firstOf = (steps: readonly ScheduledStep[], ofCompany: boolean): ScheduledStep =>
  steps.find((step) => isOfCompany(step) === ofCompany) as ScheduledStep;

/** What is done last of all, but for what may come to nothing. */
const lastOf = (steps: readonly ScheduledStep[]): ScheduledStep =>
  steps.findLast((step) => !stepOf(step).optional) as ScheduledStep;

function markOf(event: Recorded | undefined): string | undefined {
  const mark = event?.metadata[calendarKey];
  return typeof mark === 'string' ? mark : undefined;
}

/** The demo's numbers begin here, unless a number was given out before. */
async function startNumbersAt(db: Database, next: number): Promise<void> {
  await db
    .update(numberSeries)
    .set({ next })
    .where(sql`${eq(numberSeries.name, 'invoice')} and ${eq(numberSeries.next, 1)}`);
}
