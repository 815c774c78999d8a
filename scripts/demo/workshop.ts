/** A log of somebody else's in the demo: brought in by the importer as any file is, and corrected by hand afterwards. */
import { saveOutcomes } from '@/db/analytics/outcomes';
import type { Database } from '@/db/client';
import { readStream } from '@/db/event-store';
import { execute } from '@/db/execute';
import { recordIdOf } from '@/db/import/staged-row';
import { revert } from '@/db/revert';
import type { WriteResult } from '@/db/write';
import { mayChangeOthersWork, mayWrite } from '@/lib/access';
import { type RecordCommand, recordCommand } from '@/lib/record/commands';
import type { RecordEvent } from '@/lib/record/events';
import { recordWorkflow } from '@/lib/record/workflow';
import { importFile } from '../import/import-file';
import { showProgress } from '../progress';
import { demoId, withinMinute } from './demo-id';
import type { Moment, OfficeCalendar } from './office-calendar';
import type { PersonKey, Team } from './step';
import { workshop, workshopCsv, workshopOutcomes } from './workshop-log';

/**
 * The repairs that tell a story, by their tickets:
 *
 * - `wrongTotal`: Bob typed 2,699.50 for 269.95; Mia took it back the same day and said why.
 * - `warranty`: Ana set the warranty, took that back as she thought it was another repair, and put it back.
 * - `notOwed`: handed to collections by mistake, which Priya took back: an event of the log itself.
 */
export const workshopStories = {
  wrongTotal: 'R-4103',
  warranty: 'R-4106',
  notOwed: 'R-4107',
} as const;

/** The address of a repair. */
export const repairId = (ticket: string): string => recordIdOf(workshop.log, ticket);

type Deed = { command: RecordCommand } | { row: (event: RecordEvent) => boolean };

interface StoryStep {
  ticket: string;
  moment: Moment;
  who: PersonKey;
  deed: Deed;
  reason?: string | null;
}

const { wrongTotal, warranty, notOwed } = workshopStories;
const sets = (name: string) => (event: RecordEvent) =>
  event.type === 'fields_changed' && name in event.payload.fields;

/** After the log was brought in, in the order of time. */
const steps: readonly StoryStep[] = [
  {
    ticket: wrongTotal,
    moment: '5 10:12',
    who: 'bob',
    deed: { command: { type: 'set_field', name: 'Total', value: '2699.50' } },
  },
  {
    ticket: wrongTotal,
    moment: '5 11:40',
    who: 'mia',
    deed: { row: sets('Total') },
    reason: 'Their receipt says 269.95. The point slipped.',
  },
  {
    ticket: warranty,
    moment: '4 09:20',
    who: 'ana',
    deed: { command: { type: 'set_field', name: 'Warranty', value: 'yes' } },
    reason: 'They sent the invoice of last spring.',
  },
  { ticket: warranty, moment: '4 09:24', who: 'ana', deed: { row: sets('Warranty') } },
  { ticket: warranty, moment: '4 09:41', who: 'ana', deed: { row: sets('Warranty') } },
  {
    ticket: notOwed,
    moment: '4 15:05',
    who: 'priya',
    deed: {
      row: (event) =>
        event.type === 'activity_recorded' && event.payload.activity === 'Handed to collections',
    },
    reason: 'Lisbon rang: paid in cash at the desk. Nobody is to be chased for it.',
  },
];

/**
 * Brings the workshop's log in, and what was put right in it since. A second time nothing is added.
 *
 * @returns how many events were added
 */
export async function loadWorkshop(db: Database, team: Team, calendar: OfficeCalendar): Promise<number> {
  const added = await bringWorkshop(db, calendar, workshop.log);
  for (const [number, step] of steps.entries()) await take(db, team, calendar, { ...step, number });
  await saveOutcomes(db, { workflow: recordWorkflow.name, outcomes: workshopOutcomes, by: team.mia.id });
  return added + steps.length;
}

/**
 * The log by itself, under a name.
 *
 * @returns how many events were added
 */
export async function bringWorkshop(db: Database, calendar: OfficeCalendar, log: string): Promise<number> {
  const csv = Buffer.from(workshopCsv(calendar));
  const { written } = await importFile({
    db,
    fileName: workshop.fileName,
    size: csv.length,
    open: async function* () {
      yield csv;
    },
    mapping: {
      log,
      case: 'Ticket',
      activity: 'Step',
      timestamp: 'Time',
      resource: 'By',
      timeZone: workshop.timeZone,
    },
    dryRun: false,
    progress: showProgress(),
    tell: () => undefined,
  });
  return written?.added ?? 0;
}

async function take(
  db: Database,
  team: Team,
  calendar: OfficeCalendar,
  { ticket, moment, who, deed, reason = null, number }: StoryStep & { number: number },
): Promise<void> {
  const { id, name, role } = team[who];
  const actor = { id, kind: 'user', name } as const;
  const streamId = repairId(ticket);
  const history = await readStream(db.$client, streamId);
  const key = `${workshop.log} step ${number}`;
  const request = {
    workflow: recordWorkflow,
    streamId,
    operationId: demoId(key),
    actor,
    reason,
    reader: { id, formatInstant: (instant: string) => instant },
    occurredAt: calendar.instant(moment, withinMinute(key)),
  };
  let result: WriteResult;
  if ('command' in deed) {
    const command = recordCommand.parse(deed.command);
    result = await execute(db, { ...request, metadata: { channel: 'form' }, since: history.length, command });
  } else {
    // What was taken back is put back at the event that took it.
    const found = history.findLast((event) => deed.row(event as unknown as RecordEvent));
    if (!found) throw new Error(`The repair ${ticket} of the demo has nothing to take back.`);
    const rights = { actorId: id, mayWrite: mayWrite(role), mayChangeOthersWork: mayChangeOthersWork(role) };
    const asked = { button: 'row', version: found.version } as const;
    result = await revert(db, { ...request, metadata: { channel: 'page' }, revert: asked, rights });
  }
  if (!result.ok) throw new Error(`${ticket}, ${name}: ${result.refusal.message}`);
}
