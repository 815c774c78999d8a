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
import { type RowSource, rowSource } from './row-source';
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

export const snapshotEvery = 100;

/** What an append does not do is left out of its statement, which is half of what a single command costs. */
interface Shape {
  workflow: string;
  /** A single event, as with most commands. */
  single: boolean;
  /** Are there new records, known ones, snapshots among it? */
  creates: boolean;
  moves: boolean;
  keeps: boolean;
}

export const eventColumns = {
  workflow: 'text',
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

const eventColumnList = sql.raw(Object.keys(eventColumns).join(', '));

/** How the events of one workflow travel: a row each, with what else is written because of it. */
function sourceOf(workflow: string): RowSource {
  return rowSource({
    ...eventColumns,
    hash: 'text',
    expected: 'int',
    last: 'bool',
    // Only where it is stored: at the head, and in snapshots.
    state: 'jsonb',
    ...projections[workflow]?.columns,
  });
}

const sources = new Map<string, RowSource>();

function rowsOf(workflow: string): RowSource {
  const known = sources.get(workflow) ?? sourceOf(workflow);
  sources.set(workflow, known);
  return known;
}

const statements = new Map<string, ReturnType<typeof prepared<{ stream_id: string }>>>();

function statementFor(shape: Shape) {
  const { workflow, single, creates, moves, keeps } = shape;
  const records = `${single ? '_single' : ''}${creates ? '_new' : ''}${moves ? '_known' : ''}`;
  const name = `retrace_append_${workflow}${records}${keeps ? '_kept' : ''}`;
  const known = statements.get(name) ?? prepared<{ stream_id: string }>(name, appendSql(shape));
  statements.set(name, known);
  return known;
}

function appendSql({ workflow, single, creates, moves, keeps }: Shape): SQL {
  const stateVersion = param('stateVersion', 'smallint');
  const created = sql`created AS (
      INSERT INTO streams (stream_id, workflow, version, state_version, state, hash, occurred_at)
      SELECT stream_id, workflow, version, ${stateVersion}, state, decode(hash, 'hex'), occurred_at
        FROM asked WHERE last AND expected = 0
      ON CONFLICT (stream_id) DO NOTHING
      RETURNING stream_id
    ), `;
  const moved = sql`moved AS (
      UPDATE streams s
         SET version = a.version, state_version = ${stateVersion}, state = a.state, hash = decode(a.hash, 'hex'),
             occurred_at = a.occurred_at
        FROM asked a
       WHERE a.last AND a.expected > 0 AND s.stream_id = a.stream_id AND s.version = a.expected
      RETURNING s.stream_id
    ), `;
  const kept = sql`, kept AS (
      INSERT INTO snapshots (stream_id, version, state_version, state)
      SELECT stream_id, version, ${stateVersion}, state FROM taken WHERE version % ${sql.raw(String(snapshotEvery))} = 0
    )`;
  const heads = [
    ...(creates ? [sql`SELECT stream_id FROM created`] : []),
    ...(moves ? [sql`SELECT stream_id FROM moved`] : []),
  ];
  const projection = projections[workflow];
  // That rows are of the workflow goes without saying, but not for the planner: it expects one row, and looks each
  // record up in an index, where it would expect a hundred and read a table that is small yet from end to end.
  return sql`WITH asked AS (
      SELECT * FROM ${rowsOf(workflow).from(single)} WHERE workflow = ${param('workflow', 'text')}
    ), ${creates ? created : sql``}${moves ? moved : sql``}head AS (
      ${sql.join(heads, sql` UNION ALL `)}
    ), taken AS (
      SELECT asked.* FROM asked JOIN head USING (stream_id)
    ), appended AS (
      INSERT INTO events (${eventColumnList}, hash)
      SELECT ${eventColumnList}, decode(hash, 'hex') FROM taken${single ? sql`` : sql` ORDER BY stream_id, version`}
    )${keeps ? kept : sql``}${projection ? sql`, ${projection.ctes}` : sql``}
    SELECT stream_id FROM head`;
}

/**
 * Appends events to one or many records of one workflow.
 *
 * @returns the streams that took their events, each with the hash of its new head in hex; one that is missing had moved
 *   past `expected`, and nothing of it was written. A caller that wants all or nothing runs this in a transaction.
 */
export async function append(
  client: Client,
  workflow: string,
  appends: readonly StreamAppend[],
): Promise<Map<string, string>> {
  const projection = projections[workflow];
  const rows: StoredRow[] = [];
  const hashes = new Map<string, string>();
  let keeps = false;
  for (const { streamId, expected, hash: before, appended } of appends) {
    let previous = before;
    for (const [index, { event, state }] of appended.entries()) {
      const last = index === appended.length - 1;
      const keep = event.version % snapshotEvery === 0;
      const stored = toStored(event, previous);
      const more = { expected, last, state: last || keep ? state : null };
      rows.push({
        stored,
        more: projection ? { ...projection.rowOf(projectedEvent(appended, index)), ...more } : more,
      });
      previous = stored.hash;
      hashes.set(streamId, stored.columns.hash);
      keeps ||= keep;
    }
    if (appended.length === 0) throw new Error(`Nothing to append to the record ${streamId}.`);
  }
  const [first] = rows;
  const single = rows.length === 1 && first !== undefined;
  const statement = statementFor({
    workflow,
    single,
    creates: appends.some(({ expected }) => expected === 0),
    moves: appends.some(({ expected }) => expected > 0),
    keeps,
  });
  const moved = await statement(client, {
    workflow,
    stateVersion: workflowOf(workflow).stateVersion,
    ...(single
      ? rowsOf(workflow).single({ ...first.stored.columns, ...first.more })
      : rowsOf(workflow).many(`[${rows.map(jsonOfRow).join(',')}]`)),
  });
  return new Map(moved.map(({ stream_id: id }) => [id, hashes.get(id) as string]));
}

interface StoredRow {
  stored: ReturnType<typeof toStored>;
  more: object;
}

/** What was hashed is JSON already. */
function jsonOfRow({ stored, more }: StoredRow): string {
  return `${jsonOf(stored).slice(0, -1)},${JSON.stringify(more).slice(1)}`;
}

export function projectedEvent(appended: StreamAppend['appended'], index: number): ProjectedEvent {
  const { event, state } = appended[index] as { event: Recorded; state: object };
  const next = appended[index + 1]?.event ?? null;
  return { event, state, first: index === 0, next };
}
