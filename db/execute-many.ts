/** The same command for many records, in each record's own words: see write-many.ts for how it is all or nothing. */
import { recordEvents } from '@/lib/event-sourcing/append';
import type { Database } from './client';
import { decideMany, type ManyRequest } from './plan-many';
import { momentOf, refusal, requestHash } from './write';
import { type ManyResult, refusedWhole, writeMany } from './write-many';

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
  const { workflow, operationId, actor, reason } = request;
  const fingerprint = requestHash({
    workflow: workflow.name,
    streamIds,
    actor: actor.id,
    body: request.body,
  });
  const metadata = { ...request.metadata, request_hash: fingerprint };
  return writeMany(db, fingerprint, async (client) => {
    const { decided, refused, repeated } = await decideMany(client, request);
    const appends = decided.map(({ head, events }) => {
      const { streamId, version, state, hash, now } = head;
      const proposed = events.map((event) => ({ event, cause: 'command' as const }));
      const envelope = { streamId, operationId, actor, reason, metadata };
      const appended = recordEvents(workflow, { version, state }, proposed, {
        ...envelope,
        occurredAt: momentOf(head),
        recordedAt: now,
      });
      return { workflow: workflow.name, streamId, expected: version, hash, appended };
    });
    return { appends, refused, repeated };
  });
}
