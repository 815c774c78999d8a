import { type ExplainedRefusal, explain, type Reader } from '@/lib/event-sourcing/narrate';
import {
  type Plan,
  planRequest,
  proposedReverts,
  type RevertRequest,
  type Rights,
  versionsOf,
} from '@/lib/event-sourcing/plan';
import { planHash } from '@/lib/event-sourcing/plan-hash';
import { RecordLog } from '@/lib/event-sourcing/record-log';
import type { Database } from './client';
import { type Proposal, refusal, type Seen, type WriteRequest, type WriteResult, write } from './write';

/** An undo or redo that somebody asks for. */
export interface UndoRequest extends Omit<WriteRequest, 'body' | 'since'> {
  revert: RevertRequest;
  /** The hash of the plan that was looked at, where one was. */
  planHash?: string | null;
  rights: Rights;
  reader: Reader;
}

/** Plans with the one planner, on the newest history, and appends the plan: compensating events, nothing else. */
export function revert(db: Database, request: UndoRequest): Promise<WriteResult> {
  return write(db, { ...request, since: 'log', body: request.revert }, (head) => propose(request, head));
}

function propose(
  { workflow, revert: asked, planHash: seen, rights, reader, reason, actor }: UndoRequest,
  head: Seen,
): Proposal {
  if (head.version === 0)
    return { kind: 'refused', refusal: refusal('not_found', 'There is no such record.') };
  const log = new RecordLog(workflow, head.later);
  const missing = versionsOf(asked).find((version) => version > log.version);
  if (missing) {
    return {
      kind: 'refused',
      refusal: refusal('no_such_event', `This record has no event ${missing}; it has ${log.version}.`),
    };
  }
  const asker = { ...rights, settings: head.settings };
  const result = planRequest(log, asked, asker);
  if (!result.ok) {
    const first = result.refusal.code === 'already_reverted' && log.history.event(result.refusal.by);
    if (first && first.actor.id === actor.id) {
      return { kind: 'done', events: log.events.filter((event) => event.operationId === first.operationId) };
    }
    return { kind: 'refused', refusal: explain(log, result.refusal, reader, asker) };
  }
  const { plan } = result;
  if (isOtherPlan(plan, seen)) return { kind: 'refused', refusal: planChanged() };
  if (plan.reasonRequired && !reason) {
    const message =
      'Say why: what moved money or goods, or was done by somebody else, is taken back with a reason.';
    return { kind: 'refused', refusal: refusal('reason_required', message, { field: 'reason' }) };
  }
  return { kind: 'events', events: proposedReverts(log.history, plan, asked) };
}

/** Is this another plan than the one that was looked at, if one was? */
export const isOtherPlan = (plan: Plan, seen: string | null | undefined): boolean =>
  Boolean(seen) && seen !== planHash(plan);

export function planChanged(): ExplainedRefusal {
  const message =
    'The record has changed since you looked: this would do something else now, so nothing was done. Look at it again.';
  return refusal('plan_changed', message);
}
