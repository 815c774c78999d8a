/**
 * One user action on many records: the same command, in each record's own words, under one operation id. All or
 * nothing, in one transaction: what can't be done to one of them is told before anything is written, and whoever asks
 * goes on with the others by asking again without it.
 *
 * Heads are read before the transaction writes anything, and therefore before it has an id: the order of the feed
 * rests on that. A record that moved in between rolls all of it back, and it is decided again on what is there then;
 * from the second attempt on in line behind the other writers of the records that were in the way.
 */
import type { PoolClient } from 'pg';
import { recordEvents } from '@/lib/event-sourcing/append';
import type { ExplainedRefusal } from '@/lib/event-sourcing/narrate';
import { append, type StreamAppend } from './append';
import type { Database } from './client';
import { decideMany, type ManyRequest, type RefusedRecord } from './plan-many';
import { momentOf, operationIdUsed, refusal, requestHash } from './write';

export type ManyResult =
  /** To how many records it was done, now or at its first arrival; the rest of them had nothing to change. */
  | { ok: true; changed: number }
  /** Nothing was written: some of the records refuse it, or all of it is refused. */
  | { ok: false; refusal: ExplainedRefusal; refused: readonly RefusedRecord[] };

/** More are refused: what is undone together has to be decided together. */
export const mostRecords = 10_000;

const mostAttempts = 12;
/** So many records are appended to by one statement. */
const chunkSize = 250;
/** So many records are queued for; each takes a place in the server's table of locks. */
const mostLocks = 500;

/** Gives every record its command, or none of them. Throws only where the database does. */
export async function executeMany(db: Database, asked: ManyRequest): Promise<ManyResult> {
  const streamIds = [...new Set(asked.streamIds.map((id) => id.toLowerCase()))].sort();
  if (streamIds.length > mostRecords) {
    return whole(
      refusal('too_many', `This is done to at most ${mostRecords} records at once. Select fewer.`),
    );
  }
  const request = { ...asked, streamIds, operationId: asked.operationId.toLowerCase() };
  const client = await db.$client.connect();
  let failed = true;
  try {
    let inTheWay: readonly string[] = [];
    for (let n = 1; n <= mostAttempts; n++) {
      const result = await attempt(client, request, inTheWay);
      if ('ok' in result) {
        failed = false;
        return result;
      }
      inTheWay = result.inTheWay;
    }
    failed = false;
    return whole(
      refusal('too_busy', 'Many people are changing these records at once. Try again in a moment.'),
    );
  } finally {
    // After an error the connection is closed rather than reused: its transaction may be in any state.
    client.release(failed);
  }
}

/** One try; where records moved between reading and writing, which ones. */
async function attempt(
  client: PoolClient,
  request: ManyRequest,
  inTheWay: readonly string[],
): Promise<ManyResult | { inTheWay: readonly string[] }> {
  await client.query('BEGIN');
  if (inTheWay.length > 0) {
    // A statement of its own, before the heads are read; in one order, so that no two wait for each other.
    await client.query({
      name: 'retrace_line_many',
      text: 'SELECT pg_advisory_xact_lock(hashtextextended(id, 0)) FROM unnest($1::text[]) AS id',
      values: [inTheWay.slice(0, mostLocks)],
    });
  }
  const asked = requestHash({
    workflow: request.workflow.name,
    streamIds: request.streamIds,
    actor: request.actor.id,
    body: request.body,
  });
  const { decided, refused, repeated } = await decideMany(client, request);
  if (repeated.length > 0) {
    await client.query('ROLLBACK');
    if (repeated.some((hash) => hash !== asked)) return whole(operationIdUsed());
    return { ok: true, changed: repeated.length };
  }
  if (refused.length > 0) {
    await client.query('ROLLBACK');
    return { ok: false, refusal: partly(refused.length, request.streamIds.length), refused };
  }
  const metadata = { ...request.metadata, request_hash: asked };
  const appends = decided.map(({ head, events }): StreamAppend => {
    const { streamId, version, state, hash } = head;
    const appended = recordEvents(
      request.workflow,
      { version, state },
      events.map((event) => ({ event, cause: 'command' as const })),
      {
        streamId,
        operationId: request.operationId,
        actor: request.actor,
        reason: request.reason,
        metadata,
        occurredAt: momentOf(head),
        recordedAt: head.now,
      },
    );
    return { streamId, expected: version, hash, appended };
  });
  const moved = await appendAll(client, request.workflow.name, appends);
  if (moved.length === 0) {
    await client.query('COMMIT');
    return { ok: true, changed: appends.length };
  }
  await client.query('ROLLBACK');
  return { inTheWay: moved };
}

const deadlock = '40P01';

/** Appends chunk by chunk. Answers which records had moved, and stops at the first chunk that has one. */
async function appendAll(
  client: PoolClient,
  workflow: string,
  appends: readonly StreamAppend[],
): Promise<readonly string[]> {
  for (let from = 0; from < appends.length; from += chunkSize) {
    const chunk = appends.slice(from, from + chunkSize);
    const ids = chunk.map(({ streamId }) => streamId);
    try {
      const appended = await append(client, workflow, chunk);
      if (appended.size < chunk.length) return ids.filter((id) => !appended.has(id));
    } catch (error) {
      // Another operation on some of the same records, which took them in another order.
      if ((error as { code?: string }).code === deadlock) return ids;
      throw error;
    }
  }
  return [];
}

const whole = (why: ExplainedRefusal): ManyResult => ({ ok: false, refusal: why, refused: [] });

function partly(refused: number, all: number): ExplainedRefusal {
  return refusal(
    'partly_refused',
    `This can’t be done to ${refused} of the ${all} records, so nothing was changed.`,
  );
}
