/** Planning to take a selection of events back on many records: what a dry run shows, and what is planned again before anything is written. */
import { createHash } from 'node:crypto';
import type { Actor, EventMetadata } from '@/lib/event-sourcing/event';
import { type ExplainedRefusal, explain, type Reader } from '@/lib/event-sourcing/narrate';
import { type Plan, planRequest, proposedReverts, type Rights } from '@/lib/event-sourcing/plan';
import { planHash } from '@/lib/event-sourcing/plan-hash';
import { RecordLog } from '@/lib/event-sourcing/record-log';
import { workflowOf } from '@/lib/workflows';
import { type Head, readHeads } from './heads';
import { readManyLogs } from './many-logs';
import type { Client } from './prepared';
import { refusal } from './write';

/** Events of one record that somebody selected. */
export interface SelectedEvents {
  streamId: string;
  versions: readonly number[];
}

/** Who wants which events taken back. */
export interface BatchRequest {
  selected: readonly SelectedEvents[];
  /** Leave out what can't be taken back, instead of taking nothing back. */
  skip: boolean;
  operationId: string;
  actor: Actor;
  rights: Rights;
  /** Why this person may not change records of a workflow at all, or null if they may. */
  refusalToChange(workflow: string): string | null;
  reader: Reader;
  reason: string | null;
  metadata: EventMetadata;
}

/** What tells the plans of a batch from others: add each, in their order. */
export class BatchHash {
  private readonly hash = createHash('sha256');

  add({ head, plan }: PlannedRecord): void {
    if (plan) this.hash.update(`${head.streamId} ${planHash(plan)}\n`);
  }

  /** In hex. */
  digest(): string {
    return this.hash.digest('hex');
  }
}

/** One record of a batch: its plan, or why there is none. */
export interface PlannedRecord {
  head: Head;
  log: RecordLog;
  plan: Plan | null;
  /** Why nothing of the selection can be taken back here; null where there is a plan, or nothing to take back. */
  refusal: ExplainedRefusal | null;
  /** With `skip`: what stays, in words, one an operation. */
  stays: readonly ExplainedRefusal[];
}

/** So many records are read at once: a log may be long. */
const chunkSize = 200;

/** Plans record by record, in the order of their ids. */
export async function* planReverts(client: Client, request: BatchRequest): AsyncGenerator<PlannedRecord> {
  const selected = [...request.selected].sort((a, b) => (a.streamId < b.streamId ? -1 : 1));
  for (let from = 0; from < selected.length; from += chunkSize) {
    const chunk = selected.slice(from, from + chunkSize);
    const ids = chunk.map(({ streamId }) => streamId);
    const { operationId } = request;
    const heads = await readHeads(
      client,
      ids.map((streamId) => ({ streamId, operationId })),
    );
    // Events are for ever, so reading them after the heads is the same as reading them with them.
    const logs = await readManyLogs(client, ids);
    for (const [index, { versions }] of chunk.entries()) {
      const head = heads[index] as Head;
      const events = (logs.get(head.streamId) ?? []).slice(0, head.version);
      yield planOne(request, head, events, versions);
    }
  }
}

function planOne(
  request: BatchRequest,
  head: Head,
  events: RecordLog['events'],
  versions: readonly number[],
): PlannedRecord {
  const log = new RecordLog(workflowOf(head.workflow ?? ''), events);
  const none = { head, log, plan: null, stays: [] };
  const notAtAll = request.refusalToChange(log.workflow.name);
  if (notAtAll) return { ...none, refusal: refusal('read_only', notAtAll) };
  const missing = versions.find((version) => version > log.version);
  if (missing) {
    const message = `This record has no event ${missing}; it has ${log.version}.`;
    return { ...none, refusal: refusal('no_such_event', message) };
  }
  const { rights, reader, skip } = request;
  const asker = { ...rights, settings: head.settings };
  const result = planRequest(log, { button: 'batch', versions, skip }, asker);
  if (result.ok) {
    const stays = result.plan.stays.map((stay) => explain(log, stay.refusal, reader));
    return { ...none, plan: result.plan, refusal: null, stays };
  }
  if (result.refusal.code === 'nothing_to_revert') return { ...none, refusal: null };
  return { ...none, refusal: explain(log, result.refusal, reader) };
}

/** The events that carry a record's plan out. */
export function proposalsOf({ log, plan }: PlannedRecord, { skip }: BatchRequest) {
  return plan ? proposedReverts(log.history, plan, { button: 'batch', versions: [], skip }) : [];
}
