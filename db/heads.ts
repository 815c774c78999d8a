/** Reading heads in SQL: where records stand, and what else a writer must know, in one round trip. */
import { hexToBytes } from '@noble/hashes/utils.js';
import { type SQL, sql } from 'drizzle-orm';
import { type Books, booksId } from '@/lib/books/books';
import { booksWorkflow } from '@/lib/books/workflow';
import { type Company, companyId, settingsOf } from '@/lib/company/company';
import { companyWorkflow } from '@/lib/company/workflow';
import type { DecisionSettings } from '@/lib/decision-settings';
import type { Recorded } from '@/lib/event-sourcing/event';
import { workflowOf } from '@/lib/workflows';
import { readStream } from './event-store';
import { type Client, param, prepared } from './prepared';
import { isoText, type StoredEvent, storedColumns, toRecorded } from './stored-event';

/** A record's newest state, and what the log knows of it that a writer must. */
export interface Head {
  streamId: string;
  /** The database's clock at this read: the `recorded_at` of what is appended next. */
  now: string;
  /** 0 and no state where the record does not exist. */
  version: number;
  workflow: string | null;
  state: object | null;
  hash: Uint8Array | null;
  occurredAt: string | null;
  /** The fingerprint of the request for which this operation appended to the record already, if it did. */
  repeated: string | null;
  /** What decisions go by, as it stands at this read. */
  settings: DecisionSettings;
}

/** Whose head is read, and for which operation. */
export interface HeadQuery {
  streamId: string;
  operationId: string;
  /** A state of the record that is at hand: it is not sent again if it still is the newest. */
  known?: KnownState | undefined;
}

/** A state, and the hash of the event that led to it, in hex: the same hash is the same history, and the same state. */
export interface KnownState {
  hash: string;
  state: object;
}

/** A stored state, and what is needed to tell whether it can be taken as it is. */
interface StoredState {
  version: number | null;
  workflow: string | null;
  state_version: number | null;
  state: object | null;
}

/** The records that every decision goes by, as they are stored, and who may manage people. */
interface Settled {
  company: StoredState | null;
  books: StoredState | null;
  admins: string[];
}

interface Row extends StoredState {
  /** Is the newest state the one that is known? Then it does not travel. */
  is_known: boolean | null;
  now: string;
  /** Only in the first row: it is the same for all. */
  settled: Settled | null;
  hash: string | null;
  occurred_at: string | null;
  repeated: string | null;
}

const stored = (streamId: string, workflow: string) => `(
  SELECT json_build_object('version', version, 'workflow', workflow, 'state_version', state_version, 'state', state)
    FROM streams WHERE stream_id = '${streamId}' AND workflow = '${workflow}'
)`;

const settled = sql.raw(
  `json_build_object('company', ${stored(companyId, companyWorkflow.name)}, 'books', ${stored(booksId, booksWorkflow.name)},
     'admins', ARRAY(SELECT id FROM users WHERE role = 'admin' AND deactivated_at IS NULL ORDER BY id))`,
);

/** @param asked rows of `n` from 1, `stream_id`, `operation_id` and `known_hash`, as `a` */
const heads = (asked: SQL, more = sql``): SQL => sql`
  SELECT ${isoText('clock_timestamp()')} AS now, CASE WHEN a.n = 1 THEN ${settled} END AS settled,
         s.version, s.workflow, s.state_version, encode(s.hash, 'hex') AS hash,
         s.hash = a.known_hash AS is_known, CASE WHEN s.hash = a.known_hash THEN NULL ELSE s.state END AS state,
         ${isoText('s.occurred_at')} AS occurred_at,
         (SELECT coalesce(e.metadata->>'request_hash', '') FROM events e
           WHERE e.stream_id = a.stream_id AND e.operation_id = a.operation_id LIMIT 1) AS repeated${more}
    FROM ${asked} LEFT JOIN LATERAL (SELECT * FROM streams WHERE stream_id = a.stream_id LIMIT 1) s ON true
   ORDER BY a.n`;

const selectHeads = prepared<Row>(
  'retrace_heads',
  heads(sql`unnest(${param('streamIds', 'uuid[]')}, ${param('operationIds', 'uuid[]')}, ${param('known', 'bytea[]')})
            WITH ORDINALITY AS a (stream_id, operation_id, known_hash, n)`),
);

const selectHeadAndLog = prepared<Row & { log: StoredEvent[] }>(
  'retrace_head_and_log',
  heads(
    sql`(SELECT ${param('streamId', 'uuid')} AS stream_id, ${param('operationId', 'uuid')} AS operation_id,
                NULL::bytea AS known_hash, 1 AS n) a`,
    sql`, (SELECT coalesce(json_agg(e ORDER BY e.version), '[]')
             FROM (SELECT ${storedColumns} FROM events WHERE stream_id = a.stream_id) e) AS log`,
  ),
);

/** The heads of these records, in this order, in one round trip. */
export async function readHeads(client: Client, asked: readonly HeadQuery[]): Promise<Head[]> {
  const rows = await selectHeads(client, {
    streamIds: asked.map(({ streamId }) => streamId),
    operationIds: asked.map(({ operationId }) => operationId),
    known: asked.map(({ known }) => (known ? `\\x${known.hash}` : null)),
  });
  const settings = await settingsIn(client, rows[0]?.settled ?? null);
  return Promise.all(asked.map((each, index) => headOf(client, each, rows[index], settings)));
}

/** One record's head with all its events, in one round trip: what undo needs. */
export async function readHeadAndLog(
  client: Client,
  { streamId, operationId }: HeadQuery,
): Promise<Head & { log: Recorded[] }> {
  const [row] = await selectHeadAndLog(client, { streamId, operationId });
  const settings = await settingsIn(client, row?.settled ?? null);
  const head = await headOf(client, { streamId, operationId }, row, settings);
  return { ...head, log: (row?.log ?? []).map(toRecorded) };
}

async function headOf(
  client: Client,
  { streamId, known }: HeadQuery,
  row: Row | undefined,
  settings: DecisionSettings,
): Promise<Head> {
  if (!row) throw new Error('The database answered nothing to a head read.');
  return {
    streamId,
    now: row.now,
    version: row.version ?? 0,
    workflow: row.workflow,
    // Only where an older release wrote the state in another shape does this ask the database.
    state: row.is_known && known ? known.state : await stateOf(client, streamId, row),
    hash: row.hash ? hexToBytes(row.hash) : null,
    occurredAt: row.occurred_at,
    repeated: row.repeated,
    settings,
  };
}

const selectSettled = prepared<{ settled: Settled }>('retrace_settled', sql`SELECT ${settled} AS settled`);

/** What decisions go by, as it stands now. */
export async function readSettings(client: Client): Promise<DecisionSettings> {
  const [row] = await selectSettled(client, {});
  return settingsIn(client, row?.settled ?? null);
}

/** What the stored records say; the first settings where there is none yet. */
async function settingsIn(client: Client, stored: Settled | null): Promise<DecisionSettings> {
  const company = stored?.company && ((await stateOf(client, companyId, stored.company)) as Company | null);
  const books = stored?.books && ((await stateOf(client, booksId, stored.books)) as Books | null);
  return {
    ...settingsOf(company ?? null),
    closedThrough: books?.closedThrough ?? null,
    admins: stored?.admins ?? [],
  };
}

/** The stored state, or a replay where an older release wrote it in another shape. */
async function stateOf(client: Client, streamId: string, row: StoredState): Promise<object | null> {
  if (!row.workflow) return null;
  const workflow = workflowOf(row.workflow);
  if (row.state_version === workflow.stateVersion) return row.state;
  const events = await readStream(client, streamId);
  return events
    .slice(0, row.version ?? 0)
    .reduce((state, event) => workflow.evolve(state, event), workflow.initialState);
}
