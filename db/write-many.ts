/**
 * One user action on many records, under one operation id. All or nothing, in one transaction: what can't be done to one
 * of them is told before anything is written, and whoever asks goes on with the others by asking again without it.
 *
 * Every record is planned twice. First all of them are looked at, before the transaction writes anything and therefore
 * before it has an id: the order of the feed rests on that. Of each only its version is kept, and a mark of what it comes
 * to. Then they are planned again, a few at a time, and written; so ten thousand records take no more memory than a few
 * hundred. A record that is found otherwise the second time moved in between: all of it is rolled back, and it is decided
 * again on what is there then; from the second attempt on in line behind the other writers of what was in the way.
 *
 * Until the commit begins it can be called off, and then nothing was done.
 */
import type { ExplainedRefusal } from '@/lib/event-sourcing/narrate';
import type { CommandRefusal } from '@/lib/event-sourcing/workflow';
import { announce } from './announce';
import { append } from './append';
import type { Database } from './client';
import { lockOperation, patient, readDone } from './many-outcome';
import type { Client } from './prepared';
import { refusedByTable } from './refused-by-table';
import type { AppendRequest } from './store';
import { operationIdUsed, refusal } from './write';

/** A record to which it can't be done. */
export interface RefusedRecord {
  streamId: string;
  /** As it is now, for naming it; null where there is no such record, or nobody names it. */
  state: object | null;
  refusal: CommandRefusal;
}

/** One record of an action, as it stands. */
export interface PlannedWrite {
  streamId: string;
  version: number;
  /** What happens to it; null where it would stay as it is. */
  write: {
    /** Tells this write from another one to the record at the same version. */
    mark: string;
    request(): AppendRequest;
  } | null;
  /** Why nothing can happen to it. */
  refused: RefusedRecord | null;
  /** The fingerprint of what the operation's id was used for on it before. */
  repeated: string | null;
}

/** How far an action has come: first every record is looked at, then written to. */
export interface ManyProgress {
  phase: 'looking' | 'writing';
  done: number;
  of: number;
}

export interface ManyWrite {
  operationId: string;
  /** Tells one request from another under the same operation id. */
  fingerprint: string;
  /** How many records it is about. */
  size: number;
  /** Reads what it needs on this connection and decides, record by record, in one order; asked twice, and again after a lost race. */
  plan(client: Client): AsyncIterable<PlannedWrite>;
  /** Asked when all records have been looked at: why none of it is to be done, for a reason that is no single record's. */
  objection?(): ExplainedRefusal | null;
  onProgress?: ((progress: ManyProgress) => void) | undefined;
  /** Calls it off. */
  signal?: AbortSignal | undefined;
}

export type ManyResult =
  /** To how many records it was done, now or at its first arrival; the rest of them had nothing to change. */
  | { ok: true; changed: number }
  /** Nothing was written: some of the records refuse it, or all of it is refused. */
  | { ok: false; refusal: ExplainedRefusal; refused: readonly RefusedRecord[] };

const begin = { text: 'BEGIN', values: [] };
const commit = { text: 'COMMIT', values: [] };
const rollback = { text: 'ROLLBACK', values: [] };

const mostAttempts = 12;
/** So many events are appended by one statement, and hardly more. */
const chunkSize = 250;
/** So many records are queued for; each takes a place in the server's table of locks. */
const mostLocks = 500;
/** Progress is told every so many records. */
const stride = 50;

/** Carries an action out on every record of its plan, or on none of them. Throws only where the database does. */
export async function writeMany(db: Database, asked: ManyWrite): Promise<ManyResult> {
  const connection = await db.$client.connect();
  const client = patient(connection);
  let failed = true;
  try {
    const inTheWay = new Set<string>();
    for (let n = 1; n <= mostAttempts; n++) {
      const result = await attempt(client, asked, [...inTheWay].sort());
      if ('ok' in result) {
        failed = false;
        if (result.ok) announce(db.$client);
        return result;
      }
      for (const id of result.inTheWay) inTheWay.add(id);
    }
    failed = false;
    return refusedWhole(
      refusal('too_busy', 'Many people are changing these records at once. Try again in a moment.'),
    );
  } catch (error) {
    const refused = refusedByTable(error);
    if (refused) return refusedWhole(refused);
    throw error;
  } finally {
    // After an error the connection is closed rather than reused: its transaction may be in any state.
    connection.release(failed);
  }
}

/** One try; where records moved between reading and writing, which ones. */
async function attempt(
  client: Client,
  asked: ManyWrite,
  inTheWay: readonly string[],
): Promise<ManyResult | { inTheWay: readonly string[] }> {
  const { operationId, fingerprint, signal } = asked;
  const nothing = async (result: ManyResult): Promise<ManyResult> => {
    await client.query(rollback);
    return result;
  };
  await client.query(begin);
  await lockOperation(client, operationId);
  const done = await readDone(client, operationId);
  if (done) {
    const same = done.fingerprints.every((each) => each === fingerprint);
    return nothing(same ? { ok: true, changed: done.records } : refusedWhole(operationIdUsed()));
  }
  if (inTheWay.length > 0) {
    // A statement of its own, before anything is read; in one order, so that no two wait for each other.
    await client.query({
      name: 'retrace_line_many',
      text: 'SELECT pg_advisory_xact_lock(hashtextextended(id, 0)) FROM unnest($1::text[]) AS id',
      values: [inTheWay.slice(0, mostLocks)],
    });
  }
  const looked = await look(client, asked);
  if (signal?.aborted) return nothing(calledOff);
  if (looked.usedBefore) return nothing(refusedWhole(operationIdUsed()));
  const objection = asked.objection?.();
  if (objection) return nothing(refusedWhole(objection));
  const { marks, refused } = looked;
  if (refused.length > 0) {
    const why = partly(refused.length, refused.length + marks.size);
    return nothing({ ok: false, refusal: why, refused });
  }
  const moved = await writeAsLooked(client, asked, marks);
  if (moved.length > 0) {
    await client.query(rollback);
    return { inTheWay: [...moved, ...(await movedSince(client, marks))] };
  }
  if (signal?.aborted) return nothing(calledOff);
  await client.query(commit);
  return { ok: true, changed: marks.size };
}

/** Which records are no longer at the version at which they were looked at. */
async function movedSince(client: Client, marks: Looked['marks']): Promise<string[]> {
  const { rows } = await client.query({
    name: 'retrace_moved',
    text: `SELECT stream_id AS id FROM unnest($1::uuid[], $2::int[]) AS looked (id, version)
             JOIN streams s ON s.stream_id = looked.id AND s.version <> looked.version`,
    values: [[...marks.keys()], [...marks.values()].map((mark) => Number.parseInt(mark, 10))],
  });
  return (rows as { id: string }[]).map(({ id }) => id);
}

interface Looked {
  /** The records that are written to, each with its version and, behind a blank, what it comes to. */
  marks: ReadonlyMap<string, string>;
  refused: readonly RefusedRecord[];
  /** The operation's id stands on a record already, with an action that was no batch. */
  usedBefore: boolean;
}

/** Plans every record, and keeps little of it. */
async function look(client: Client, { plan, size, onProgress, signal }: ManyWrite): Promise<Looked> {
  const marks = new Map<string, string>();
  const refused: RefusedRecord[] = [];
  let [seen, usedBefore] = [0, false];
  for await (const planned of plan(client)) {
    if (signal?.aborted) break;
    const mark = markOf(planned);
    if (mark) marks.set(planned.streamId, mark);
    if (planned.refused) refused.push(planned.refused);
    usedBefore ||= planned.repeated !== null;
    seen += 1;
    if (seen % stride === 0) onProgress?.({ phase: 'looking', done: seen, of: size });
  }
  return { marks, refused, usedBefore };
}

/** Undefined where nothing happens to the record, as a map answers for what is not in it. */
const markOf = ({ version, write }: PlannedWrite): string | undefined =>
  write ? `${version} ${write.mark}` : undefined;

const deadlock = '40P01';

/** Appends what was looked at, some records at a time. Answers which have moved since, and stops at the first. */
async function writeAsLooked(
  client: Client,
  { plan, onProgress, signal }: ManyWrite,
  marks: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  let written = 0;
  const flush = async (chunk: readonly AppendRequest[]): Promise<readonly string[]> => {
    const moved = await appendChunk(client, chunk);
    written += chunk.length;
    onProgress?.({ phase: 'writing', done: written, of: marks.size });
    return moved;
  };
  // One statement appends to records of one workflow.
  const waiting = new Map<string, { requests: AppendRequest[]; events: number }>();
  for await (const planned of plan(client)) {
    const { streamId, write } = planned;
    if (signal?.aborted) return [];
    if (marks.get(streamId) !== markOf(planned)) return [streamId];
    if (!write) continue;
    const request = write.request();
    const chunk = waiting.get(request.workflow) ?? { requests: [], events: 0 };
    waiting.set(request.workflow, chunk);
    chunk.requests.push(request);
    chunk.events += request.appended.length;
    if (chunk.events < chunkSize) continue;
    waiting.delete(request.workflow);
    const moved = await flush(chunk.requests);
    if (moved.length > 0) return moved;
  }
  for (const { requests } of waiting.values()) {
    const moved = await flush(requests);
    if (moved.length > 0) return moved;
  }
  return [];
}

async function appendChunk(client: Client, chunk: readonly AppendRequest[]): Promise<readonly string[]> {
  const [{ workflow }] = chunk as [AppendRequest];
  const ids = chunk.map(({ streamId }) => streamId);
  try {
    const appended = await append(client, workflow, chunk);
    return ids.filter((id) => !appended.has(id));
  } catch (error) {
    // Another operation on some of the same records, which took them in another order.
    if ((error as { code?: string }).code === deadlock) return ids;
    throw error;
  }
}

/** Nothing was done, for a reason that is no single record's. */
export const refusedWhole = (why: ExplainedRefusal): ManyResult => ({ ok: false, refusal: why, refused: [] });

const calledOff = refusedWhole(
  refusal('cancelled', 'Cancelled before anything was saved. Nothing was changed.'),
);

function partly(refused: number, all: number): ExplainedRefusal {
  return refusal(
    'partly_refused',
    `This can’t be done to ${refused} of the ${all} records, so nothing was changed.`,
  );
}
