/**
 * The log in SQL: read a head, read a stream, read the feed, append. Knows no rules.
 *
 * An append is one statement: it moves the stream's head only if it still stands at the expected version, and writes
 * events, snapshots and read tables only for the heads that moved. So nothing is half written, no transaction is
 * held open over the network, and two racing writers cannot both win.
 */
import { hexToBytes } from '@noble/hashes/utils.js';
import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Recorded } from '@/lib/event-sourcing/event';
import { workflowOf } from '@/lib/workflows';
import type { ProjectedEvent } from './projections/projection';
import { projections } from './projections/registry';
import { isoText, type StoredEvent, storedColumns, toRecorded, toStored } from './stored-event';

/** What runs a statement: the pool, or one of its connections inside a transaction. */
type Client = {
  query(config: { name?: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
};

/** A record's newest state, and what the log knows that a writer must. */
export interface Head {
  /** The database's clock at this read: the `recorded_at` of what is appended next. */
  now: string;
  /** 0 and no state where the record does not exist. */
  version: number;
  workflow: string | null;
  state: object | null;
  hash: Uint8Array | null;
  occurredAt: string | null;
  /** What this operation has appended already, if the request is a repetition. */
  repeated: readonly Recorded[];
  /** Events after the version asked for. */
  later: readonly Recorded[];
}

interface HeadRow {
  now: string;
  version: number | null;
  workflow: string | null;
  state_version: number | null;
  state: object | null;
  hash: string | null;
  occurred_at: string | null;
  repeated: StoredEvent[];
  later: StoredEvent[];
}

const dialect = new PgDialect({ casing: 'snake_case' });

/** A statement built by Drizzle, compiled once, and prepared once on each connection by its name. */
function prepared<Row>(
  name: string,
  statement: SQL,
): (client: Client, values: Record<string, unknown>) => Promise<Row[]> {
  const { sql: text, params } = dialect.sqlToQuery(statement);
  const names = params.map((param) => (param as { name: string }).name);
  return async (client, values) => {
    const result = await client.query({ name, text, values: names.map((each) => values[each]) });
    return result.rows as Row[];
  };
}

const param = (name: string, type: string): SQL => sql`${sql.placeholder(name)}::${sql.raw(type)}`;

const eventsAsJson = (where: SQL): SQL => sql`(
  SELECT coalesce(json_agg(e ORDER BY e.version), '[]')
    FROM (SELECT ${storedColumns} FROM events WHERE stream_id = ${param('streamId', 'uuid')} AND ${where}) e
)`;

const selectHead = prepared<HeadRow>(
  'retrace_head',
  sql`SELECT ${isoText('clock_timestamp()')} AS now, s.version, s.workflow, s.state_version, s.state,
             encode(s.hash, 'hex') AS hash, ${isoText('s.occurred_at')} AS occurred_at,
             ${eventsAsJson(sql`operation_id = ${param('operationId', 'uuid')}`)} AS repeated,
             ${eventsAsJson(sql`version > ${param('since', 'int')}`)} AS later
        FROM (SELECT) one LEFT JOIN streams s ON s.stream_id = ${param('streamId', 'uuid')}`,
);

/** A record's head, in one round trip, with what this operation did before and the events after `since`. */
export async function readHead(
  client: Client,
  { streamId, operationId, since }: { streamId: string; operationId: string; since: number },
): Promise<Head> {
  const [row] = await selectHead(client, { streamId, operationId, since });
  if (!row) throw new Error('The database answered nothing to a head read.');
  return {
    now: row.now,
    version: row.version ?? 0,
    workflow: row.workflow,
    state: await headState(client, streamId, row),
    hash: row.hash ? hexToBytes(row.hash) : null,
    occurredAt: row.occurred_at,
    repeated: row.repeated.map(toRecorded),
    later: row.later.map(toRecorded),
  };
}

/** The stored state, or a replay where an older release wrote it in another shape. */
async function headState(client: Client, streamId: string, row: HeadRow): Promise<object | null> {
  if (!row.workflow) return null;
  const workflow = workflowOf(row.workflow);
  if (row.state_version === workflow.stateVersion) return row.state;
  const events = await readStream(client, streamId);
  return events
    .slice(0, row.version ?? 0)
    .reduce((state, event) => workflow.evolve(state, event), workflow.initialState);
}

const selectStream = prepared<StoredEvent>(
  'retrace_stream',
  sql`SELECT ${storedColumns} FROM events
       WHERE stream_id = ${param('streamId', 'uuid')} AND version > ${param('after', 'int')} ORDER BY version`,
);

/** The events of one record in order, all or those after a version. Empty where there is no such record. */
export async function readStream(client: Client, streamId: string, after = 0): Promise<Recorded[]> {
  return (await readStoredStream(client, streamId, after)).map(toRecorded);
}

/** The same as the rows stand, for checking hashes. */
export function readStoredStream(client: Client, streamId: string, after = 0): Promise<StoredEvent[]> {
  return selectStream(client, { streamId, after });
}

/** A place in the feed. The first is before everything. */
export interface FeedCursor {
  tx: string;
  position: number;
}

export const feedStart: FeedCursor = { tx: '0', position: 0 };

const selectFeed = prepared<StoredEvent & { tx: string; position: string }>(
  'retrace_feed',
  sql`SELECT tx::text, position, ${storedColumns} FROM events
       WHERE (tx, position) > (${param('tx', 'xid8')}, ${param('position', 'bigint')})
         AND tx < pg_snapshot_xmin(pg_current_snapshot())
       ORDER BY tx, position LIMIT ${param('limit', 'int')}`,
);

/**
 * The next events of every record after a cursor, in an order that never has anything appear behind it: by the
 * writing transaction, and only of transactions older than any still running.
 */
export async function readFeed(
  client: Client,
  after: FeedCursor,
  limit: number,
): Promise<{ events: Recorded[]; cursor: FeedCursor }> {
  const rows = await selectFeed(client, { ...after, limit });
  const last = rows.at(-1);
  return {
    events: rows.map(toRecorded),
    cursor: last ? { tx: last.tx, position: Number(last.position) } : after,
  };
}

/** New events of one stream, with the state after each. */
export interface StreamAppend {
  streamId: string;
  /** The version that the writer saw: 0 for a new record. */
  expected: number;
  /** The hash at that version. */
  hash: Uint8Array | null;
  appended: readonly { event: Recorded; state: object }[];
}

const snapshotEvery = 100;

const appendStatements = new Map<string, ReturnType<typeof prepared<{ stream_id: string }>>>();

function appendStatement(workflow: string) {
  let statement = appendStatements.get(workflow);
  if (!statement) {
    const projection = projections[workflow];
    statement = prepared(
      `retrace_append_${workflow}`,
      sql`WITH asked AS (
        SELECT * FROM jsonb_to_recordset(${param('streams', 'jsonb')}) AS
          a(stream_id uuid, expected int, version int, state jsonb, hash text, occurred_at timestamptz)
      ), created AS (
        INSERT INTO streams (stream_id, workflow, version, state_version, state, hash, occurred_at)
        SELECT stream_id, ${param('workflow', 'text')}, version, ${param('stateVersion', 'smallint')}, state,
               decode(hash, 'hex'), occurred_at
          FROM asked WHERE expected = 0
        ON CONFLICT (stream_id) DO NOTHING
        RETURNING stream_id
      ), moved AS (
        UPDATE streams s
           SET version = a.version, state_version = ${param('stateVersion', 'smallint')}, state = a.state,
               hash = decode(a.hash, 'hex'), occurred_at = a.occurred_at
          FROM asked a
         WHERE s.stream_id = a.stream_id AND a.expected > 0 AND s.version = a.expected
        RETURNING s.stream_id
      ), head AS (
        SELECT stream_id FROM created UNION ALL SELECT stream_id FROM moved
      ), appended AS (
        INSERT INTO events (workflow, stream_id, version, type, schema_version, payload, changes, operation_id, step,
          cause, reverts_version, origin_version, actor_id, actor_kind, actor_name, reason, metadata, occurred_at,
          recorded_at, hash)
        SELECT ${param('workflow', 'text')}, stream_id, version, type, schema_version, payload, changes, operation_id,
               step, cause, reverts_version, origin_version, actor_id, actor_kind, actor_name, reason, metadata,
               occurred_at, recorded_at, decode(hash, 'hex')
          FROM jsonb_to_recordset(${param('events', 'jsonb')}) AS
            e(stream_id uuid, version int, type text, schema_version smallint, payload jsonb, changes jsonb,
              operation_id uuid, step smallint, cause text, reverts_version int, origin_version int, actor_id text,
              actor_kind text, actor_name text, reason text, metadata jsonb, occurred_at timestamptz,
              recorded_at timestamptz, hash text)
          JOIN head USING (stream_id)
         ORDER BY stream_id, version
      ), kept AS (
        INSERT INTO snapshots (stream_id, version, state_version, state)
        SELECT stream_id, version, ${param('stateVersion', 'smallint')}, state
          FROM jsonb_to_recordset(${param('snapshots', 'jsonb')}) AS k(stream_id uuid, version int, state jsonb)
          JOIN head USING (stream_id)
      )${projection ? sql`, ${projection.ctes(param('rows', 'jsonb'))}` : sql``}
      SELECT stream_id FROM head`,
    );
    appendStatements.set(workflow, statement);
  }
  return statement;
}

/**
 * Appends events to one or many records of one workflow.
 *
 * @returns the ids of the streams that took their events; one that is missing had moved past `expected`, and
 *   nothing of it was written. A caller that wants all or nothing runs this in a transaction.
 */
export async function append(
  client: Client,
  workflow: string,
  appends: readonly StreamAppend[],
): Promise<Set<string>> {
  const streams: object[] = [];
  const events: StoredEvent[] = [];
  const snapshots: object[] = [];
  const rows: object[] = [];
  const projection = projections[workflow];
  for (const { streamId, expected, hash: before, appended } of appends) {
    let hash = before;
    for (const [index, { event, state }] of appended.entries()) {
      const stored = toStored(event, hash);
      hash = stored.hash;
      events.push(stored.row);
      if (event.version % snapshotEvery === 0)
        snapshots.push({ stream_id: streamId, version: event.version, state });
      if (projection) rows.push(projection.rowOf(projectedEvent(appended, index)));
    }
    const last = appended.at(-1);
    if (!last) throw new Error(`Nothing to append to the record ${streamId}.`);
    const { version, occurredAt } = last.event;
    const head = { state: last.state, hash: events.at(-1)?.hash, occurred_at: occurredAt };
    streams.push({ stream_id: streamId, expected, version, ...head });
  }
  const moved = await appendStatement(workflow)(client, {
    workflow,
    stateVersion: workflowOf(workflow).stateVersion,
    streams: JSON.stringify(streams),
    events: JSON.stringify(events),
    snapshots: JSON.stringify(snapshots),
    rows: JSON.stringify(rows),
  });
  return new Set(moved.map((row) => row.stream_id));
}

function projectedEvent(appended: StreamAppend['appended'], index: number): ProjectedEvent {
  const { event, state } = appended[index] as { event: Recorded; state: object };
  const next = appended[index + 1]?.event.occurredAt ?? null;
  return { event, state, first: index === 0, last: index === appended.length - 1, next };
}
