/** The same command for many records, in each record's own words: see write-many.ts for how it is all or nothing. */
import { recordEvents } from '@/lib/event-sourcing/append';
import type { Database } from './client';
import { type DecidedRecord, decideMany, type ManyRequest } from './plan-many';
import { momentOf, refusal, requestHash } from './write';
import { type ManyResult, type PlannedWrite, refusedWhole, writeMany } from './write-many';

/** More are refused: what is undone together has to be decided together. */
export const mostRecords = 10_000;

/** Gives every record its command, or none of them. Throws only where the database does. */
export async function executeMany(db: Database, asked: ManyRequest): Promise<ManyResult> {
  const streamIds = [...new Set(asked.streamIds.map((id) => id.toLowerCase()))].sort();
  if (streamIds.length > mostRecords) {
    return refusedWhole(
      refusal('too_many', `This is done to at most ${mostRecords} records at once. Select fewer.`),
    );
  }
  const request = { ...asked, streamIds, operationId: asked.operationId.toLowerCase() };
  const { workflow, operationId, actor } = request;
  const fingerprint = requestHash({
    workflow: workflow.name,
    streamIds,
    actor: actor.id,
    body: request.body,
  });
  return writeMany(db, {
    operationId,
    fingerprint,
    size: streamIds.length,
    plan: async function* (client) {
      for await (const decided of decideMany(client, request))
        yield plannedWrite(request, fingerprint, decided);
    },
  });
}

function plannedWrite(
  { workflow, operationId, actor, reason, metadata }: ManyRequest,
  fingerprint: string,
  { head, state, events, refused }: DecidedRecord,
): PlannedWrite {
  const { streamId, version, hash, repeated, now } = head;
  const planned = { streamId, version, refused, repeated };
  if (!state || events.length === 0) return { ...planned, write: null };
  const request = () => {
    const proposed = events.map((event) => ({ event, cause: 'command' as const }));
    const appended = recordEvents(workflow, { version, state }, proposed, {
      streamId,
      operationId,
      actor,
      reason,
      metadata: { ...metadata, request_hash: fingerprint },
      occurredAt: momentOf(head),
      recordedAt: now,
    });
    return { workflow: workflow.name, streamId, expected: version, hash, appended };
  };
  return { ...planned, write: { mark: '', request } };
}
