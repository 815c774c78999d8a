/**
 * The one write path: read the head, let the caller propose events, append them with head and read tables in one
 * statement. Two round trips when nobody is in the way, shared with whoever writes at the same time. A writer that lost
 * a race proposes again on what it lost to, from the second attempt on in line behind the others, under an advisory lock
 * taken before anything is read.
 */
import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { type ProposedEvent, recordEvents } from '@/lib/event-sourcing/append';
import { canonicalJson } from '@/lib/event-sourcing/canonical-json';
import type { Actor, EventMetadata, Recorded } from '@/lib/event-sourcing/event';
import type { ExplainedRefusal } from '@/lib/event-sourcing/narrate';
import type { AnyWorkflow } from '@/lib/event-sourcing/workflow';
import { announce } from './announce';
import type { Database } from './client';
import { readOperation, readStream } from './event-store';
import { type Head, readHeadAndLog } from './heads';
import type { Client } from './prepared';
import { refusedByTable } from './refused-by-table';
import { type Store, sharedStore, storeOn } from './store';

/** Who asks for what, on which record; the same for commands and for undo. */
export interface WriteRequest {
  workflow: AnyWorkflow;
  streamId: string;
  /** One user action, and the key by which its repetition is known. */
  operationId: string;
  actor: Actor;
  reason: string | null;
  metadata: EventMetadata;
  /** What is asked, for telling a repetition from another request under the same operation id. */
  body: unknown;
  /** The events after this version are needed to decide; or all of them, in any case. */
  since: number | 'log';
  /**
   * When it happened, if not now: for what is brought in from elsewhere. ISO 8601 in UTC with microseconds; not before
   * the record's last event and not in the future.
   */
  occurredAt?: string;
  /** What else is written if this appends something, in the same transaction; it is undone with it if it throws. */
  alongside?: (client: Client) => Promise<unknown>;
}

export type Proposal =
  /** `reason`: where whoever asks gave none. */
  | { kind: 'events'; events: readonly ProposedEvent[]; reason?: string }
  /** It takes the record's whole log to decide: to be asked again with it. */
  | { kind: 'needs_log' }
  | { kind: 'reserve'; series: string; holder?: string }
  | { kind: 'refused'; refusal: ExplainedRefusal }
  /** What is asked was done before; this is what came of it. */
  | { kind: 'done'; events: readonly Recorded[] };

export type WriteResult =
  /** `events` are what this operation appended, now or at its first arrival; none if there was nothing to change. */
  { ok: true; version: number; events: readonly Recorded[] } | { ok: false; refusal: ExplainedRefusal };

/** A head with the events that were asked for, in order. */
export interface Seen extends Head {
  later: readonly Recorded[];
  /** All of them, where the proposal could not do without. */
  log?: readonly Recorded[];
}

/** Decides on a head; asked again with a number if it answered `reserve`, and again after a lost race. */
export type Propose = (head: Seen, reserved?: string) => Proposal;

const mostAttempts = 12;

/** Carries out one request on one record. Throws only where the database does. */
export async function write(db: Database, asked: WriteRequest, propose: Propose): Promise<WriteResult> {
  // As the database writes them, or what is hashed would not be what is stored.
  const request = {
    ...asked,
    streamId: asked.streamId.toLowerCase(),
    operationId: asked.operationId.toLowerCase(),
  };
  try {
    return told(db, await attempts(db, request, propose));
  } catch (error) {
    const refused = refusedByTable(error);
    if (refused) return { ok: false, refusal: refused };
    throw error;
  }
}

async function attempts(db: Database, request: WriteRequest, propose: Propose): Promise<WriteResult> {
  const fingerprint = fingerprintOf(request);
  // What is written alongside takes a transaction of its own, which is what standing in line has.
  const first =
    !request.alongside && (await attempt(db.$client, sharedStore(db.$client), request, fingerprint, propose));
  if (first) return first;
  for (let n = 2; n <= mostAttempts; n++) {
    const result = await inLine(db, request.streamId, (client) =>
      attempt(client, storeOn(client), request, fingerprint, propose),
    );
    if (result) return result;
  }
  return {
    ok: false,
    refusal: refusal('too_busy', 'Many people are changing this record at once. Try again in a moment.'),
  };
}

/** Lets everyone who is connected know, after the fact, where something was appended. */
function told(db: Database, result: WriteResult): WriteResult {
  if (result.ok && result.events.length > 0) announce(db.$client);
  return result;
}

/** One try; undefined if somebody else's append came between read and write. */
async function attempt(
  client: Client,
  store: Store,
  request: WriteRequest,
  fingerprint: string,
  propose: Propose,
): Promise<WriteResult | undefined> {
  const { streamId, operationId, workflow } = request;
  const head = await readSeen(client, store, request);
  if (head.workflow && head.workflow !== workflow.name) {
    return { ok: false, refusal: refusal('not_found', `This record is no ${workflow.name}.`) };
  }
  if (head.repeated !== null) {
    if (head.repeated !== fingerprint) return { ok: false, refusal: operationIdUsed() };
    return { ok: true, version: head.version, events: await readOperation(client, streamId, operationId) };
  }
  const untimely = untimelyRefusal(head, request.occurredAt);
  if (untimely) return { ok: false, refusal: untimely };
  let proposal = propose(head);
  if (proposal.kind === 'needs_log')
    proposal = propose({ ...head, log: await readUpTo(client, streamId, 0, head.version) });
  if (proposal.kind === 'reserve')
    proposal = propose(
      head,
      await store.reserve({ series: proposal.series, streamId, holder: proposal.holder ?? streamId }),
    );
  if (proposal.kind === 'reserve' || proposal.kind === 'needs_log')
    throw new Error(`A decision asked twice for the same: ${JSON.stringify(proposal)}.`);
  if (proposal.kind === 'refused') return { ok: false, refusal: proposal.refusal };
  if (proposal.kind === 'done') return { ok: true, version: head.version, events: proposal.events };
  const at = { version: head.version, state: head.state ?? workflow.initialState };
  const appended = recordEvents(workflow, at, proposal.events, {
    streamId,
    operationId,
    actor: request.actor,
    reason: request.reason ?? proposal.reason ?? null,
    metadata: { ...request.metadata, request_hash: fingerprint },
    occurredAt: momentOf(head, request.occurredAt),
    recordedAt: head.now,
  });
  const version = head.version + appended.length;
  const events = appended.map(({ event }) => event);
  const last = appended.at(-1);
  if (!last) return { ok: true, version, events };
  if ((last.state as { id?: string }).id !== streamId) {
    return {
      ok: false,
      refusal: refusal('wrong_record', 'The new record names another id than the one it comes under.'),
    };
  }
  const added = { workflow: workflow.name, streamId, expected: head.version, hash: head.hash, appended };
  if (!(await store.append(added))) return undefined;
  await request.alongside?.(client);
  return { ok: true, version, events };
}

/** The head with the events asked for: one round trip, but for a command whose author has not seen the newest ones. */
async function readSeen(
  client: Client,
  store: Store,
  { streamId, operationId, since }: WriteRequest,
): Promise<Seen> {
  if (since === 'log') {
    const { log, ...head } = await readHeadAndLog(client, { streamId, operationId });
    return { ...head, later: log };
  }
  const head = await store.head({ streamId, operationId });
  if (head.version <= since) return { ...head, later: [] };
  return { ...head, later: await readUpTo(client, streamId, since, head.version) };
}

/** The events after one version up to another: they are for ever, so reading them after the head is reading them with it. */
async function readUpTo(
  client: Client,
  streamId: string,
  after: number,
  version: number,
): Promise<readonly Recorded[]> {
  const events = await readStream(client, streamId, after);
  return events.filter((event) => event.version <= version);
}

/**
 * Runs an attempt while no other waits on the same stream. The lock is its own statement, before the head is read:
 * a head read after the transaction has an id would turn the order of the feed around.
 */
async function inLine<T>(
  db: Database,
  streamId: string,
  run: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await db.$client.connect();
  let failed = true;
  try {
    await client.query('BEGIN');
    await client.query({
      name: 'retrace_line',
      text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))',
      values: [streamId],
    });
    const result = await run(client);
    await client.query('COMMIT');
    failed = false;
    return result;
  } finally {
    // After an error the connection is closed rather than reused: its transaction may be in any state.
    client.release(failed);
  }
}

/** Business time within a record never runs backwards, and never ahead of the database's clock. */
function untimelyRefusal(head: Head, occurredAt: string | undefined): ExplainedRefusal | undefined {
  if (!occurredAt) return undefined;
  if (occurredAt > head.now)
    return refusal('in_the_future', `${occurredAt} is yet to come; the database’s clock says ${head.now}.`);
  if (!head.occurredAt || occurredAt >= head.occurredAt) return undefined;
  return refusal(
    'before_the_last_event',
    `${occurredAt} lies before the record’s last event, of ${head.occurredAt}.`,
  );
}

/** The moment that new events carry: the one given, else now; after a clock was set back, that of the last event. */
export function momentOf(head: Pick<Head, 'now' | 'occurredAt'>, occurredAt?: string): string {
  if (occurredAt) return occurredAt;
  return head.occurredAt && head.occurredAt > head.now ? head.occurredAt : head.now;
}

function fingerprintOf({ workflow, streamId, actor, body }: WriteRequest): string {
  return requestHash({ workflow: workflow.name, streamId, actor: actor.id, body });
}

/** Tells one request from another under the same operation id, whatever the order of its keys. */
export function requestHash(asked: object): string {
  return createHash('sha256').update(canonicalJson(asked)).digest('hex').slice(0, 32);
}

/** A repetition that is none: the id was used before, for something else. */
export function operationIdUsed(): ExplainedRefusal {
  const message =
    'This request carries the id of another one that was carried out before. Reload the page and try again.';
  return refusal('operation_id_used', message);
}

/** A refusal that points at no event. */
export function refusal(
  code: string,
  message: string,
  more: Partial<ExplainedRefusal> = {},
): ExplainedRefusal {
  return { code, message, events: [], alternatives: [], ...more };
}
