/**
 * One user action on many records, under one operation id. All or nothing, in one transaction: what can't be done to one
 * of them is told before anything is written, and whoever asks goes on with the others by asking again without it.
 *
 * Everything is read before the transaction writes anything, and therefore before it has an id: the order of the feed
 * rests on that. A record that moved in between rolls all of it back, and it is decided again on what is there then;
 * from the second attempt on in line behind the other writers of the records that were in the way.
 */
import type { PoolClient } from 'pg';
import type { ExplainedRefusal } from '@/lib/event-sourcing/narrate';
import type { CommandRefusal } from '@/lib/event-sourcing/workflow';
import { append } from './append';
import type { Database } from './client';
import type { AppendRequest } from './store';
import { operationIdUsed, refusal } from './write';

/** A record to which it can't be done. */
export interface RefusedRecord {
  streamId: string;
  /** As it is now; null where there is no such record. */
  state: object | null;
  refusal: CommandRefusal;
}

/** What an action comes to. */
export interface ManyPlan {
  /** Records to which something happens. Those that would stay as they are are in none of the lists. */
  appends: readonly AppendRequest[];
  refused: readonly RefusedRecord[];
  /** Fingerprints of what this operation did before, one a record it was done to. */
  repeated: readonly string[];
  /** Why none of it is to be done, for a reason that is no single record's. */
  refusal?: ExplainedRefusal;
}

export type ManyResult =
  /** To how many records it was done, now or at its first arrival; the rest of them had nothing to change. */
  | { ok: true; changed: number }
  /** Nothing was written: some of the records refuse it, or all of it is refused. */
  | { ok: false; refusal: ExplainedRefusal; refused: readonly RefusedRecord[] };

const mostAttempts = 12;
/** So many records are appended to by one statement. */
const chunkSize = 250;
/** So many records are queued for; each takes a place in the server's table of locks. */
const mostLocks = 500;

/**
 * Carries an action out on every record of its plan, or on none of them. Throws only where the database does.
 *
 * @param fingerprint tells one request from another under the same operation id
 * @param plan reads what it needs on this connection and decides; asked again after a lost race
 */
export async function writeMany(
  db: Database,
  fingerprint: string,
  plan: (client: PoolClient) => Promise<ManyPlan>,
): Promise<ManyResult> {
  const client = await db.$client.connect();
  let failed = true;
  try {
    let inTheWay: readonly string[] = [];
    for (let n = 1; n <= mostAttempts; n++) {
      const result = await attempt(client, fingerprint, plan, inTheWay);
      if ('ok' in result) {
        failed = false;
        return result;
      }
      inTheWay = result.inTheWay;
    }
    failed = false;
    return refusedWhole(
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
  fingerprint: string,
  plan: (client: PoolClient) => Promise<ManyPlan>,
  inTheWay: readonly string[],
): Promise<ManyResult | { inTheWay: readonly string[] }> {
  await client.query('BEGIN');
  if (inTheWay.length > 0) {
    // A statement of its own, before anything is read; in one order, so that no two wait for each other.
    await client.query({
      name: 'retrace_line_many',
      text: 'SELECT pg_advisory_xact_lock(hashtextextended(id, 0)) FROM unnest($1::text[]) AS id',
      values: [inTheWay.slice(0, mostLocks)],
    });
  }
  const { appends, refused, repeated, refusal: whole } = await plan(client);
  if (repeated.length > 0) {
    await client.query('ROLLBACK');
    if (repeated.some((hash) => hash !== fingerprint)) return refusedWhole(operationIdUsed());
    return { ok: true, changed: repeated.length };
  }
  if (whole) {
    await client.query('ROLLBACK');
    return refusedWhole(whole);
  }
  if (refused.length > 0) {
    await client.query('ROLLBACK');
    return { ok: false, refusal: partly(refused.length, refused.length + appends.length), refused };
  }
  const moved = await appendAll(client, appends);
  if (moved.length === 0) {
    await client.query('COMMIT');
    return { ok: true, changed: appends.length };
  }
  await client.query('ROLLBACK');
  return { inTheWay: moved };
}

const deadlock = '40P01';

/** Appends chunk by chunk. Answers which records had moved, and stops at the first chunk that has one. */
async function appendAll(client: PoolClient, appends: readonly AppendRequest[]): Promise<readonly string[]> {
  for (const chunk of chunksOf(appends)) {
    const [{ workflow }] = chunk as [AppendRequest];
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

/** Some records of one workflow each. */
function* chunksOf(appends: readonly AppendRequest[]): Iterable<readonly AppendRequest[]> {
  for (const workflow of new Set(appends.map((each) => each.workflow))) {
    const own = appends.filter((each) => each.workflow === workflow);
    for (let from = 0; from < own.length; from += chunkSize) yield own.slice(from, from + chunkSize);
  }
}

/** Nothing was done, for a reason that is no single record's. */
export const refusedWhole = (why: ExplainedRefusal): ManyResult => ({ ok: false, refusal: why, refused: [] });

function partly(refused: number, all: number): ExplainedRefusal {
  return refusal(
    'partly_refused',
    `This can’t be done to ${refused} of the ${all} records, so nothing was changed.`,
  );
}
