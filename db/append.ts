/**
 * Writing the log in SQL: one statement that moves each stream's head only if it still stands at the expected version,
 * and writes events, snapshots and read tables only for the heads that moved. So nothing is half written, no
 * transaction is held open over the network, and two racing writers cannot both win.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { Recorded } from '@/lib/event-sourcing/event';
import { workflowOf } from '@/lib/workflows';
import { type Client, param, prepared } from './prepared';
import type { ProjectedEvent } from './projections/projection';
import { projections } from './projections/registry';
import { rowSource } from './row-source';
import { jsonOf, toStored } from './stored-event';

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

/** What an append does not do is left out of its statement, which is half of what a single command costs. */
interface Shape {
  workflow: string;
  /** A single record, as with every command, and a single event of it, as with most. */
  one: boolean;
  single: boolean;
  /** Are there new records, known ones, snapshots among it? */
  creates: boolean;
  moves: boolean;
  keeps: boolean;
}

const appendStatements = new Map<string, ReturnType<typeof prepared<{ stream_id: string }>>>();

function appendStatement(shape: Shape) {
  const { workflow, one, single, creates, moves, keeps } = shape;
  const records = `${single ? '_single' : one ? '_one' : ''}${creates ? '_new' : ''}${moves ? '_known' : ''}`;
  const name = `retrace_append_${workflow}${records}${keeps ? '_kept' : ''}`;
  let statement = appendStatements.get(name);
  if (!statement) {
    statement = prepared(name, appendSql(shape));
    appendStatements.set(name, statement);
  }
  return statement;
}

const streamRows = rowSource('streams', {
  stream_id: 'uuid',
  workflow: 'text',
  expected: 'int',
  version: 'int',
  state: 'jsonb',
  hash: 'text',
  occurred_at: 'timestamptz',
});

const snapshotRows = rowSource('snapshots', { stream_id: 'uuid', version: 'int', state: 'jsonb' });

const eventColumns = {
  stream_id: 'uuid',
  version: 'int',
  type: 'text',
  schema_version: 'smallint',
  payload: 'jsonb',
  changes: 'jsonb',
  operation_id: 'uuid',
  step: 'smallint',
  cause: 'text',
  reverts_version: 'int',
  origin_version: 'int',
  actor_id: 'text',
  actor_kind: 'text',
  actor_name: 'text',
  reason: 'text',
  metadata: 'jsonb',
  occurred_at: 'timestamptz',
  recorded_at: 'timestamptz',
} as const;

const eventRows = rowSource('events', { ...eventColumns, hash: 'text' });
const eventColumnList = sql.raw(Object.keys(eventColumns).join(', '));

const projectedRows = new Map(
  Object.entries(projections).map(([workflow, { columns }]) => [workflow, rowSource('rows', columns)]),
);

function appendSql({ workflow, one, single, creates, moves, keeps }: Shape): SQL {
  const projected = projectedRows.get(workflow);
  const created = sql`created AS (
      INSERT INTO streams (stream_id, workflow, version, state_version, state, hash, occurred_at)
      SELECT stream_id, ${param('workflow', 'text')}, version, ${param('stateVersion', 'smallint')}, state,
             decode(hash, 'hex'), occurred_at
        FROM asked WHERE expected = 0
      ON CONFLICT (stream_id) DO NOTHING
      RETURNING stream_id
    ), `;
  const moved = sql`moved AS (
      UPDATE streams s
         SET version = a.version, state_version = ${param('stateVersion', 'smallint')}, state = a.state,
             hash = decode(a.hash, 'hex'), occurred_at = a.occurred_at
        FROM asked a
       WHERE s.stream_id = a.stream_id AND a.expected > 0 AND s.version = a.expected
      RETURNING s.stream_id
    ), `;
  const kept = sql`, kept AS (
      INSERT INTO snapshots (stream_id, version, state_version, state)
      SELECT stream_id, version, ${param('stateVersion', 'smallint')}, state
        FROM ${snapshotRows.from(single)} JOIN head USING (stream_id)
    )`;
  const heads = [
    ...(creates ? [sql`SELECT stream_id FROM created`] : []),
    ...(moves ? [sql`SELECT stream_id FROM moved`] : []),
  ];
  return sql`WITH asked AS (
      SELECT * FROM ${streamRows.from(one)} WHERE workflow = ${param('workflow', 'text')}
    ), ${creates ? created : sql``}${moves ? moved : sql``}head AS (
      ${sql.join(heads, sql` UNION ALL `)}
    ), appended AS (
      INSERT INTO events (workflow, ${eventColumnList}, hash)
      SELECT ${param('workflow', 'text')}, ${eventColumnList}, decode(hash, 'hex')
        FROM ${eventRows.from(single)} JOIN head USING (stream_id)
       ${single ? sql`` : sql`ORDER BY stream_id, version`}
    )${keeps ? kept : sql``}${projected ? sql`, ${projections[workflow]?.ctes(projected.from(single))}` : sql``}
    SELECT stream_id FROM head`;
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
  const events: ReturnType<typeof toStored>[] = [];
  const snapshots: object[] = [];
  const rows: object[] = [];
  const projection = projections[workflow];
  for (const { streamId, expected, hash: before, appended } of appends) {
    let last: (typeof events)[number] | undefined;
    for (const [index, { event, state }] of appended.entries()) {
      last = toStored(event, last?.hash ?? before);
      events.push(last);
      if (event.version % snapshotEvery === 0)
        snapshots.push({ stream_id: streamId, version: event.version, state });
      if (projection) rows.push(projection.rowOf(projectedEvent(appended, index)));
    }
    if (!last) throw new Error(`Nothing to append to the record ${streamId}.`);
    const { version, occurred_at, hash } = last.columns;
    streams.push({
      stream_id: streamId,
      workflow,
      expected,
      version,
      state: appended.at(-1)?.state,
      hash,
      occurred_at,
    });
  }
  const one = appends.length === 1;
  const [first] = events;
  const single = events.length === 1 && first !== undefined;
  const statement = appendStatement({
    workflow,
    one,
    single,
    creates: appends.some(({ expected }) => expected === 0),
    moves: appends.some(({ expected }) => expected > 0),
    keeps: snapshots.length > 0,
  });
  const moved = await statement(client, {
    workflow,
    stateVersion: workflowOf(workflow).stateVersion,
    ...streamRows.values(streams, one),
    // What was hashed is JSON already.
    ...(single ? eventRows.values([first.columns], true) : { events: `[${events.map(jsonOf).join(',')}]` }),
    ...snapshotRows.values(snapshots, single),
    ...projectedRows.get(workflow)?.values(rows, single),
  });
  return new Set(moved.map((row) => row.stream_id));
}

function projectedEvent(appended: StreamAppend['appended'], index: number): ProjectedEvent {
  const { event, state } = appended[index] as { event: Recorded; state: object };
  const next = appended[index + 1]?.event.occurredAt ?? null;
  return { event, state, first: index === 0, last: index === appended.length - 1, next };
}
