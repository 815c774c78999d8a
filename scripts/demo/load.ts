import { eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { readStream } from '@/db/event-store';
import { events } from '@/db/schema/events';
import { numberSeries } from '@/db/schema/number-series';
import { companyId } from '@/lib/company/company';
import type { Recorded } from '@/lib/event-sourcing/event';
import { carryOut, operationOf } from './carry-out';
import { companyRecord, isSetUp } from './company-story';
import { OfficeCalendar } from './office-calendar';
import { demoInvoices, type ScheduledStep, schedule, stepOf } from './schedule';
import type { Team } from './step';
import { firstNumber } from './stories';

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
  const settings = await readStream(db.$client, companyId);
  const calendar = await calendarToLoad(db, now, settings);
  if (!calendar) return;
  log(`Loading ${demoInvoices.length} demo invoices with their history.`);
  const began = performance.now();
  await startNumbersAt(db, firstNumber);
  const histories = new Map<string, Recorded[]>();
  // An installation that was used before has settings of its own: they are changed today, not 120 days ago.
  const given = settings.length > 0 && !markOf(settings) ? settings : undefined;
  if (given) histories.set(companyId, given);
  let count = 0;
  const marked = new Set<boolean>();
  for (const scheduled of schedule(calendar)) {
    const ofCompany = scheduled.record === companyRecord;
    if (given && isSetUp(stepOf(scheduled))) continue;
    const history = histories.get(scheduled.record.streamId) ?? [];
    histories.set(scheduled.record.streamId, history);
    const appended = await carryOut(db, team, scheduled, history, {
      backdated: !(given && ofCompany),
      marks: marked.has(ofCompany) ? {} : { [calendarKey]: calendar.lastDay },
    });
    marked.add(ofCompany);
    history.push(...appended);
    count += appended.length;
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  log(`Loaded ${count.toLocaleString('en-US')} events in ${seconds} s.`);
}

/** The calendar of a load that begins now or was interrupted; undefined if there is nothing to load. */
async function calendarToLoad(
  db: Database,
  now: Date,
  settings: readonly Recorded[],
): Promise<OfficeCalendar | undefined> {
  const fresh = OfficeCalendar.until(now);
  const steps = schedule(fresh);
  const first = steps.find(({ record }) => record !== companyRecord) as ScheduledStep;
  const last = steps.findLast((step) => !stepOf(step).optional) as ScheduledStep;
  const lastDay = markOf(await readStream(db.$client, first.record.streamId)) ?? markOf(settings);
  if (!lastDay) {
    const { rows } = await db.execute(sql`SELECT FROM events WHERE stream_id <> ${companyId}::uuid LIMIT 1`);
    return rows.length === 0 ? fresh : undefined;
  }
  const { streamId } = last.record;
  const done = await db
    .select({ version: events.version })
    .from(events)
    .where(sql`${eq(events.streamId, streamId)} and ${eq(events.operationId, operationOf(last))}`);
  return done.length === 0 ? new OfficeCalendar(lastDay) : undefined;
}

function markOf([first]: readonly Recorded[]): string | undefined {
  const mark = first?.metadata[calendarKey];
  return typeof mark === 'string' ? mark : undefined;
}

/** The demo's numbers begin here, unless a number was given out before. */
async function startNumbersAt(db: Database, next: number): Promise<void> {
  await db
    .update(numberSeries)
    .set({ next })
    .where(sql`${eq(numberSeries.name, 'invoice')} and ${eq(numberSeries.next, 1)}`);
}
