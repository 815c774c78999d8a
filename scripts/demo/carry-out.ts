import type { Database } from '@/db/client';
import { execute } from '@/db/execute';
import { revert } from '@/db/revert';
import type { WriteResult } from '@/db/write';
import { mayChangeOthersWork, mayWrite, type Role } from '@/lib/access';
import { companyCommand } from '@/lib/company/commands';
import { initialCompany as company } from '@/lib/company-settings';
import { customerCommand } from '@/lib/customer/commands';
import type { Actor, EventMetadata, Recorded } from '@/lib/event-sourcing/event';
import { RecordLog } from '@/lib/event-sourcing/record-log';
import { formatTime } from '@/lib/format-time';
import { invoiceCommand } from '@/lib/invoice/commands';
import type { Invoice } from '@/lib/invoice/invoice';
import { orderCommand } from '@/lib/order/commands';
import { subscriptionCommand } from '@/lib/subscription/commands';
import { workflowOf } from '@/lib/workflows';
import { causation } from './causes';
import { customerOf } from './customers';
import { demoId } from './demo-id';
import { randomFrom } from './random';
import { type ScheduledStep, stepOf } from './schedule';
import { isProgram, programs, type Scene, type Step, type Team, type Who } from './step';

/** A step about to be carried out: what somebody asks, given the record's history so far. */
export interface Task {
  scheduled: ScheduledStep;
  history: readonly Recorded[];
  asked: NonNullable<ReturnType<Step['act']>>;
}

interface Options {
  /** Did it happen when the schedule says, or only now? */
  backdated: boolean;
  /** To be kept in the metadata. */
  marks: EventMetadata;
}

/** What a step comes to on a history; null where there is nothing to do, which only an optional step may find. */
export function taskOf(
  scheduled: ScheduledStep,
  team: Team,
  history: readonly Recorded[],
  others: Scene['others'],
): Task | null {
  const step = stepOf(scheduled);
  const asked = ask(scheduled, actorOf(step.who, team).actor, history, others);
  if (asked) return { scheduled, history, asked };
  if (step.optional) return null;
  throw new Error(`${nameOf(scheduled, team)} found nothing to do.`);
}

/** Writes a step, and answers with the events that it appended. Every step appends some, or the demo is wrong. */
export async function carryOut(
  db: Database,
  team: Team,
  { scheduled, history, asked }: Task,
  { backdated, marks }: Options,
): Promise<readonly Recorded[]> {
  const { record, occurredAt } = scheduled;
  const step = stepOf(scheduled);
  const { actor, role } = actorOf(step.who, team);
  const request = {
    workflow: workflowOf(record.kind),
    streamId: record.streamId,
    operationId: operationOf(scheduled),
    actor,
    reason: step.reason,
    reader: { id: actor.id, formatInstant },
    ...(backdated ? { occurredAt } : {}),
  };
  let result: WriteResult;
  if ('button' in asked) {
    const rights = {
      actorId: actor.id,
      mayWrite: role !== null && mayWrite(role),
      mayChangeOthersWork: mayApprove(role),
    };
    const metadata = { channel: 'page', ...marks };
    result = await revert(db, { ...request, metadata, revert: asked, rights });
  } else {
    const metadata = {
      channel: channelOf(scheduled, step.who),
      ...(record.process ? { process: record.process } : {}),
      ...causation(asked.type, history),
      ...step.metadata,
      ...marks,
    };
    result = await execute(db, {
      ...request,
      metadata,
      since: history.length,
      command: parse[record.kind](asked),
      mayApprove: mayApprove(role),
    });
  }
  const where = nameOf(scheduled, team);
  if (!result.ok) throw new Error(`${where} was refused: ${result.refusal.message}`);
  if (result.events.length === 0) throw new Error(`${where} changed nothing.`);
  return result.events;
}

const nameOf = (scheduled: ScheduledStep, team: Team): string => {
  const { record, number } = scheduled;
  return `Step ${number} of the demo’s ${record.name} (${actorOf(stepOf(scheduled).who, team).actor.name})`;
};

/** The id of what a step does, by which its repetition is known. */
export function operationOf(scheduled: ScheduledStep): string {
  const { record, number } = scheduled;
  return stepOf(scheduled).together?.operationId ?? demoId(`${record.name} operation ${number}`);
}

function ask(
  { record, number, today }: ScheduledStep,
  actor: Actor,
  history: readonly Recorded[],
  others: Scene['others'],
) {
  const { name } = record;
  const random = randomFrom(`${name} ${number}`);
  const scene: Omit<Scene, 'log'> = { name, actor, today, step: number, random, others };
  if (record.kind === 'invoice') {
    const log = new RecordLog<Invoice>(workflowOf(record.kind), history);
    const customer = customerOf(record.customer);
    return record.steps[number - 1]?.act({ ...scene, log, invoice: log.state, customer });
  }
  const log = new RecordLog(workflowOf(record.kind), history);
  return record.steps[number - 1]?.act({ ...scene, log });
}

/** What is sent is parsed as if a page had sent it; only the installation sets a company up. */
const parse = {
  invoice: (asked: object) => invoiceCommand.parse(asked),
  customer: (asked: object) => customerCommand.parse(asked),
  subscription: (asked: object) => subscriptionCommand.parse(asked),
  order: (asked: object) => orderCommand.parse(asked),
  company: (asked: { type: string }) =>
    asked.type === 'set_up_company' ? asked : companyCommand.parse(asked),
};

function actorOf(who: Who, team: Team): { actor: Actor; role: Role | null } {
  if (isProgram(who)) return { actor: programs[who], role: null };
  const { id, name, role } = team[who];
  return { actor: { id, kind: 'user', name }, role };
}

const mayApprove = (role: Role | null): boolean => role !== null && mayChangeOthersWork(role);

function channelOf({ record, number }: ScheduledStep, who: Who): string {
  if (isProgram(who)) return 'api';
  const imported = record.kind === 'invoice' && record.process === 'migration_import' && number === 1;
  return imported ? 'command_line' : 'form';
}

const formatInstant = (instant: string): string =>
  formatTime(instant, 'minute', { timeZone: company.timeZone, hourCycle: 'h23' });
