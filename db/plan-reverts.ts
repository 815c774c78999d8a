/** Planning to take a selection of events back on many records: what a dry run shows, and what is planned again before anything is written. */
import { createHash } from 'node:crypto';
import type { SelectedEvents } from '@/lib/batch-selection';
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

  add({ head, hash }: PlannedRecord): void {
    if (hash) this.hash.update(`${head.streamId} ${hash}\n`);
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
  /** Tells the plan from another one; null where there is none. */
  hash: string | null;
  /** Why nothing of the selection can be taken back here; null where there is a plan, or nothing to take back. */
  refusal: ExplainedRefusal | null;
  /** With `skip`: what stays, in words, one an operation. */
  stays: readonly ExplainedRefusal[];
}

/** So many records are looked at together, and so many events of theirs are in memory: one log may be as long as many. */
const mostRecords = 200;
const mostEvents = 4000;

/** Plans record by record, in the order of their ids. */
export async function* planReverts(client: Client, request: BatchRequest): AsyncGenerator<PlannedRecord> {
  const selected = [...request.selected].sort((a, b) => (a.streamId < b.streamId ? -1 : 1));
  for (let from = 0; from < selected.length; from += mostRecords) {
    const chunk = selected.slice(from, from + mostRecords);
    const { operationId } = request;
    const asked = chunk.map(({ streamId }) => ({ streamId, operationId }));
    const heads = await readHeads(client, asked);
    for (const some of bySize(heads)) {
      // Events are for ever, so reading them after the heads is the same as reading them with them.
      const logs = await readManyLogs(
        client,
        some.map(({ streamId }) => streamId),
      );
      for (const head of some) {
        const events = (logs.get(head.streamId) ?? []).slice(0, head.version);
        const { versions = [] } = chunk[heads.indexOf(head)] ?? {};
        yield planOne(request, head, events, versions);
        logs.delete(head.streamId);
      }
    }
  }
}

/** Heads in groups whose logs are short enough to be read together. */
function* bySize(heads: readonly Head[]): Iterable<readonly Head[]> {
  let group: Head[] = [];
  let events = 0;
  for (const head of heads) {
    if (group.length > 0 && events + head.version > mostEvents) {
      yield group;
      [group, events] = [[], 0];
    }
    group.push(head);
    events += head.version;
  }
  if (group.length > 0) yield group;
}

function planOne(
  request: BatchRequest,
  head: Head,
  events: RecordLog['events'],
  versions: readonly number[],
): PlannedRecord {
  const log = new RecordLog(workflowOf(head.workflow ?? ''), events);
  const none = { head, log, plan: null, hash: null, stays: [] };
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
    return { ...none, plan: result.plan, hash: planHash(result.plan), refusal: null, stays };
  }
  if (result.refusal.code === 'nothing_to_revert') return { ...none, refusal: null };
  return { ...none, refusal: explain(log, result.refusal, reader) };
}

/** The events that carry a record's plan out. */
export function proposalsOf({ log, plan }: PlannedRecord, { skip }: BatchRequest) {
  return plan ? proposedReverts(log.history, plan, { button: 'batch', versions: [], skip }) : [];
}
