/** Taking back what was selected, on many records at once: see write-many.ts for how it is all or nothing. */
import { recordEvents } from '@/lib/event-sourcing/append';
import type { Database } from './client';
import { BatchHash, type BatchRequest, planReverts, proposalsOf } from './plan-reverts';
import type { AppendRequest } from './store';
import { momentOf, refusal, requestHash } from './write';
import { type ManyResult, type RefusedRecord, refusedWhole, writeMany } from './write-many';

/** More are refused: what is taken back together is decided together, and stands together in memory. */
export const mostBatchEvents = 10_000;

/**
 * Takes the selected events back, as one operation: on every record, or on none; with `skip` on those where it can be
 * done, as far as it can. Throws only where the database does.
 */
export async function revertMany(
  db: Database,
  request: BatchRequest & {
    /** What was asked for, for telling a repetition from another request under the same operation id. */
    body: unknown;
    /** Tells the plan that was looked at from another one; null carries out whatever it is by now. */
    planHash: string | null;
  },
): Promise<ManyResult> {
  const count = request.selected.reduce((sum, { versions }) => sum + versions.length, 0);
  if (count > mostBatchEvents) {
    return refusedWhole(
      refusal('too_many', `At most ${mostBatchEvents} events are taken back at once. Select fewer.`),
    );
  }
  if (!request.rights.mayWrite || !request.rights.mayChangeOthersWork)
    return refusedWhole(refusal('not_yours', 'Only a manager can take many changes back at once. Ask one.'));
  if (!request.reason)
    return refusedWhole(
      refusal('reason_required', 'Say why: what is taken back together is taken back with a reason.', {
        field: 'reason',
      }),
    );
  const { actor, skip } = request;
  const fingerprint = requestHash({ batch: request.body, skip, actor: actor.id });
  return writeMany(db, fingerprint, async (client) => {
    const appends: AppendRequest[] = [];
    const refused: RefusedRecord[] = [];
    const repeated: string[] = [];
    const hash = new BatchHash();
    for await (const planned of planReverts(client, request)) {
      const { head, log, plan } = planned;
      hash.add(planned);
      if (head.repeated !== null) repeated.push(head.repeated);
      else if (planned.refusal && !skip)
        refused.push({ streamId: head.streamId, state: log.state, refusal: planned.refusal });
      else if (plan) {
        const appended = recordEvents(log.workflow, log, proposalsOf(planned, request), {
          streamId: head.streamId,
          operationId: request.operationId,
          actor,
          reason: request.reason,
          metadata: { ...request.metadata, request_hash: fingerprint },
          occurredAt: momentOf(head),
          recordedAt: head.now,
        });
        const at = { streamId: head.streamId, expected: head.version, hash: head.hash };
        appends.push({ workflow: log.workflow.name, ...at, appended });
      }
    }
    const changed = request.planHash !== null && hash.digest() !== request.planHash;
    // A repetition finds another plan, since it was carried out.
    if (changed && repeated.length === 0) return { appends, refused: [], repeated, refusal: planChanged };
    return { appends, refused, repeated };
  });
}

const planChanged = refusal(
  'plan_changed',
  'Some of these records have changed since you looked, so nothing was done. Look at what it would be now.',
);
