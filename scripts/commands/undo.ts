import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import { z } from 'zod';
import type { Database } from '@/db/client';
import { readSettings } from '@/db/heads';
import { findPerson } from '@/db/people';
import { revert } from '@/db/revert';
import { mayChangeOthersWork, mayWrite, type Person, refusalToChange } from '@/lib/access';
import { largestVersion } from '@/lib/event-sourcing/event';
import { isolated } from '@/lib/event-sourcing/isolated';
import { type ExplainedRefusal, explain, narrate } from '@/lib/event-sourcing/narrate';
import { type Plan, planRequest, type RevertRequest } from '@/lib/event-sourcing/plan';
import { planHash } from '@/lib/event-sourcing/plan-hash';
import { requiredText } from '@/lib/text';
import { UsageError, withDatabase } from './command-context';
import { companyReader, type FoundRecord, findRecord } from './find-record';

interface Options {
  event: string;
  as: string;
  reason?: string;
  cascade?: boolean;
  dryRun?: boolean;
}

/** `retrace undo`: undoes the change of one event, or re-applies it; by the planner and in the words of the page. */
export function undoCommand(): Command {
  return new Command('undo')
    .description('undo the change of one event, or re-apply it if it is undone')
    .argument('<record>', 'an invoice’s number, or the id of any record')
    .requiredOption('--event <version>', 'the event, by its number in the record’s history')
    .requiredOption('--as <email>', 'in whose name, and with whose rights')
    .option('--reason <text>', 'why; required for money and for what somebody else did')
    .option('--cascade', 'take what stands in the way with it')
    .option('--dry-run', 'say what it would come to, and write nothing')
    .action(async (asked: string, options: Options) => {
      const version = z.coerce.number().int().min(1).max(largestVersion).safeParse(options.event);
      if (!version.success) throw new UsageError('--event is the number of an event, such as 5.');
      const reason = z
        .nullable(requiredText(1000, 'Say why, or leave --reason out.'))
        .safeParse(options.reason ?? null);
      if (!reason.success) throw new UsageError(reason.error.issues[0]?.message ?? '');
      await withDatabase(async ({ db }) => {
        const [record, person] = await Promise.all([findRecord(db, asked), personOf(db, options.as)]);
        if (version.data > record.log.version)
          throw new UsageError(`${asked} has no event ${version.data}; it has ${record.log.version}.`);
        const button = options.cascade ? 'cascade' : 'row';
        const request = { button, version: tipOf(record, version.data) } as const;
        await undo(db, { record, person, request, reason: reason.data, dryRun: options.dryRun ?? false });
      });
    });
}

/** As the page does: the row of a change speaks for its newest undo or redo. */
function tipOf({ log: { history } }: FoundRecord, version: number): number {
  return history.baseOf(version) === version ? history.tipOf(version) : version;
}

async function personOf(db: Database, email: string): Promise<Person> {
  const person = await findPerson(db, email);
  if (!person) throw new UsageError(`Nobody who may sign in has the address ${email}.`);
  return person;
}

interface Asked {
  record: FoundRecord;
  person: Person;
  request: Extract<RevertRequest, { button: 'row' | 'cascade' }>;
  reason: string | null;
  dryRun: boolean;
}

async function undo(db: Database, { record, person, request, reason, dryRun }: Asked): Promise<void> {
  const { log } = record;
  const barred = refusalToChange(person.role, log.workflow.name);
  if (barred) throw new Error(barred);
  const [reader, settings] = await Promise.all([companyReader(db, person.id), readSettings(db.$client)]);
  const rights = {
    actorId: person.id,
    mayWrite: mayWrite(person.role),
    mayChangeOthersWork: mayChangeOthersWork(person.role),
  };
  const asker = { ...rights, settings };
  const planned = planRequest(log, request, asker);
  if (!planned.ok) throw refused(explain(log, planned.refusal, reader, asker));
  for (const line of inWords(record, planned.plan)) console.log(line);
  if (dryRun) return;
  const result = await revert(db, {
    workflow: log.workflow,
    streamId: record.id,
    operationId: randomUUID(),
    actor: { id: person.id, kind: 'user', name: person.name },
    reason,
    metadata: { channel: 'command_line' },
    revert: request,
    planHash: planHash(planned.plan),
    rights,
    reader,
  });
  if (!result.ok) throw refused(result.refusal);
  const [first] = result.events;
  console.log(`Done, as event ${first?.version}${result.events.length > 1 ? ` to ${result.version}` : ''}.`);
}

/** What the plan comes to: what is taken back or put back, in order, and what that does not do. */
function inWords({ log }: FoundRecord, { reverts, consequences }: Plan): string[] {
  const { history } = log;
  const lines = reverts.map(({ revertsVersion }) => {
    const base = history.baseOf(revertsVersion);
    const verb = history.takesOut(revertsVersion) ? 'Re-apply' : 'Undo';
    return `${verb} event ${base}: ${isolated(history.event(base).actor.name)} ${narrate(log, base).sentence}.`;
  });
  return [...lines, ...consequences];
}

/** The same sentences as on the page, each way around it on a line of its own. */
function refused({ message, alternatives }: ExplainedRefusal): Error {
  const instead = alternatives.map(({ label }) => `  - ${label}`);
  return new Error([message, ...(instead.length > 0 ? ['Instead:', ...instead] : [])].join('\n'));
}
