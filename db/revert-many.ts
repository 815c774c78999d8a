/** Taking back what was selected, on many records at once: see write-many.ts for how it is all or nothing. */
import { recordEvents } from '@/lib/event-sourcing/append';
import type { Database } from './client';
import { BatchHash, type BatchRequest, type PlannedRecord, planReverts, proposalsOf } from './plan-reverts';
import { momentOf, refusal, requestHash } from './write';
import { type ManyProgress, type ManyResult, type PlannedWrite, refusedWhole, writeMany } from './write-many';

/** More are refused: while they are written, whoever else changes these records waits. */
export const mostBatchEvents = 10_000;

/** Why so many are not taken back at once, and what to do. */
export const tooManyEvents =
  'More than 10,000 events are selected, and no more are taken back at once. Narrow the selection: to a person, a shorter time, or one type of change.';

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
    onProgress?: ((progress: ManyProgress) => void) | undefined;
    /** Calls it off, as long as it is not being committed. */
    signal?: AbortSignal | undefined;
  },
): Promise<ManyResult> {
  const count = request.selected.reduce((sum, { versions }) => sum + versions.length, 0);
  if (count > mostBatchEvents) {
    return refusedWhole(refusal('too_many', tooManyEvents));
  }
  if (!request.reason)
    return refusedWhole(
      refusal('reason_required', 'Say why: what is taken back together is taken back with a reason.', {
        field: 'reason',
      }),
    );
  const { skip, planHash } = request;
  const fingerprint = requestHash({ batch: request.body, skip, actor: request.actor.id });
  let found = '';
  return writeMany(db, {
    operationId: request.operationId,
    fingerprint,
    size: request.selected.length,
    plan: async function* (client) {
      const hash = new BatchHash();
      for await (const planned of planReverts(client, request)) {
        hash.add(planned);
        yield plannedWrite(request, fingerprint, planned);
      }
      found = hash.digest();
    },
    objection: () => (planHash !== null && found !== planHash ? planChanged : null),
    onProgress: request.onProgress,
    signal: request.signal,
  });
}

function plannedWrite(request: BatchRequest, fingerprint: string, planned: PlannedRecord): PlannedWrite {
  const { head, log, hash: mark, refusal: why } = planned;
  const { streamId, version, hash, repeated } = head;
  const refused = why && !request.skip ? { streamId, state: null, refusal: why } : null;
  const one = { streamId, version, refused, repeated };
  if (!mark) return { ...one, write: null };
  const append = () => {
    const appended = recordEvents(log.workflow, log, proposalsOf(planned, request), {
      streamId,
      operationId: request.operationId,
      actor: request.actor,
      reason: request.reason,
      metadata: { ...request.metadata, request_hash: fingerprint },
      occurredAt: momentOf(head),
      recordedAt: head.now,
    });
    return { workflow: log.workflow.name, streamId, expected: version, hash, appended };
  };
  return { ...one, write: { mark, request: append } };
}

const planChanged = refusal(
  'plan_changed',
  'Some of these records have changed since you looked, so nothing was done. Look at what it would be now.',
);
