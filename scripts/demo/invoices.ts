import { eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { readStream } from '@/db/event-store';
import { execute } from '@/db/execute';
import { revert } from '@/db/revert';
import { events } from '@/db/schema/events';
import { numberSeries } from '@/db/schema/number-series';
import type { WriteResult } from '@/db/write';
import { mayChangeOthersWork, mayWrite, type Person } from '@/lib/access';
import { initialCompany as company } from '@/lib/company-settings';
import type { EventMetadata, Recorded } from '@/lib/event-sourcing/event';
import { RecordLog } from '@/lib/event-sourcing/record-log';
import { formatTime } from '@/lib/format-time';
import { invoiceCommand } from '@/lib/invoice/commands';
import type { Invoice } from '@/lib/invoice/invoice';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { customerOf } from './customers';
import { demoId } from './demo-id';
import { OfficeCalendar } from './office-calendar';
import { randomFrom } from './random';
import { demoInvoices, type ScheduledStep, schedule } from './schedule';
import type { Scene, Team } from './step';

interface Options {
  /** The demo's last day is the one before. */
  now: Date;
  log(line: string): void;
}

/** In the metadata of the very first event: the day on which the demo's calendar ends. */
const calendarKey = 'demo_calendar_ends';

/**
 * Loads 40 invoices with some weeks of history through the same write path as the pages, as if the demo people had
 * made every change themselves. The same `now` gives the same events.
 *
 * Loading again adds nothing. A load that was interrupted is taken up where it stopped, on the calendar it began
 * with: every operation has an id of its own, and those that were carried out answer with what they did. A log that
 * somebody else began is left alone.
 */
export async function loadDemoInvoices(db: Database, team: Team, { now, log }: Options): Promise<void> {
  const calendar = await calendarToLoad(db, now);
  if (!calendar) return;
  const steps = schedule(calendar);
  log(`Loading ${demoInvoices.length} demo invoices.`);
  await startNumbersAt(db, 2001);
  const histories = new Map<string, Recorded[]>();
  for (const [index, step] of steps.entries()) {
    const history = histories.get(step.invoice.name) ?? [];
    histories.set(step.invoice.name, history);
    const marks = index === 0 ? { [calendarKey]: calendar.lastDay } : {};
    history.push(...(await carryOut(db, team, step, history, marks)));
  }
}

/** The calendar of a load that begins now or was interrupted; undefined if there is nothing to load. */
async function calendarToLoad(db: Database, now: Date): Promise<OfficeCalendar | undefined> {
  const steps = schedule(OfficeCalendar.until(now));
  const [first, last] = [steps[0] as ScheduledStep, steps.at(-1) as ScheduledStep];
  const begun = (await readStream(db.$client, streamOf(first)))[0];
  if (!begun) {
    const others = await db.select({ version: events.version }).from(events).limit(1);
    return others.length === 0 ? OfficeCalendar.until(now) : undefined;
  }
  const done = await readStream(db.$client, streamOf(last), last.number - 1);
  const lastDay = begun.metadata[calendarKey];
  return done.length === 0 && typeof lastDay === 'string' ? new OfficeCalendar(lastDay) : undefined;
}

const streamOf = (step: ScheduledStep): string => demoId(step.invoice.name);

/** The demo's numbers begin here, unless a number was given out before. */
async function startNumbersAt(db: Database, next: number): Promise<void> {
  await db
    .update(numberSeries)
    .set({ next })
    .where(sql`${eq(numberSeries.name, 'invoice')} and ${eq(numberSeries.next, 1)}`);
}

/** Does one step, and answers with the events that it appended. Every step appends some, or the demo is wrong. */
async function carryOut(
  db: Database,
  team: Team,
  step: ScheduledStep,
  history: readonly Recorded[],
  marks: EventMetadata,
): Promise<readonly Recorded[]> {
  const person = team[step.who];
  const scene = sceneOf(step, person, history);
  const asked = step.act(scene);
  const billing = Object.keys(scene.invoice.messages).length === 0;
  const request = {
    workflow: invoiceWorkflow,
    streamId: streamOf(step),
    operationId: demoId(`${step.invoice.name} operation ${step.number}`),
    actor: { id: person.id, kind: 'user', name: person.name },
    reason: step.reason,
    occurredAt: step.occurredAt,
    reader: { id: person.id, formatInstant },
  } as const;
  const metadata = { channel: 'page', ...marks };
  let result: WriteResult;
  if ('button' in asked) {
    const { id: actorId, role } = person;
    const rights = { actorId, mayWrite: mayWrite(role), mayChangeOthersWork: mayChangeOthersWork(role) };
    result = await revert(db, { ...request, metadata, revert: asked, rights });
  } else {
    const command = invoiceCommand.parse(asked);
    const path = billing ? { process: step.invoice.process } : {};
    result = await execute(db, {
      ...request,
      metadata: { ...metadata, ...path },
      since: history.length,
      command,
    });
  }
  const where = `Step ${step.number} of the demo invoice ${step.invoice.name} (${person.name})`;
  if (!result.ok) throw new Error(`${where} was refused: ${result.refusal.message}`);
  if (result.events.length === 0) throw new Error(`${where} changed nothing.`);
  return result.events;
}

function sceneOf(step: ScheduledStep, person: Person, history: readonly Recorded[]): Scene {
  const { invoice, number, today } = step;
  const log = new RecordLog<Invoice>(invoiceWorkflow, history);
  const customer = customerOf(invoice.customer);
  const random = randomFrom(`${invoice.name} ${number}`);
  return { name: invoice.name, customer, invoice: log.state, log, person, today, step: number, random };
}

const formatInstant = (instant: string): string =>
  formatTime(instant, 'minute', { timeZone: company.timeZone, hourCycle: 'h23' });
