/** Reading the log in SQL: a head, a stream, the feed. Knows no rules. What writes it is in append.ts. */
import { hexToBytes } from '@noble/hashes/utils.js';
import { type SQL, sql } from 'drizzle-orm';
import { type Company, companyId, settingsOf } from '@/lib/company/company';
import { companyWorkflow } from '@/lib/company/workflow';
import type { CompanySettings } from '@/lib/company-settings';
import type { Recorded } from '@/lib/event-sourcing/event';
import { workflowOf } from '@/lib/workflows';
import { type Client, param, prepared } from './prepared';
import { isoText, type StoredEvent, storedColumns, toRecorded } from './stored-event';

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
  /** What the company has settled, as it stands at this read. */
  settings: CompanySettings;
}

/** A stored state, and what is needed to tell whether it can be taken as it is. */
export interface StoredState {
  version: number | null;
  workflow: string | null;
  state_version: number | null;
  state: object | null;
}

interface HeadRow extends StoredState {
  now: string;
  company: StoredState | null;
  hash: string | null;
  occurred_at: string | null;
}

const eventsAsJson = (where: SQL): SQL => sql`(
  SELECT coalesce(json_agg(e ORDER BY e.version), '[]')
    FROM (SELECT ${storedColumns} FROM events WHERE stream_id = ${param('streamId', 'uuid')} AND ${where}) e
)`;

/** The company's record, in the same round trip as whatever else is read. */
const companyState = sql.raw(`(
  SELECT json_build_object('version', version, 'workflow', workflow, 'state_version', state_version, 'state', state)
    FROM streams WHERE stream_id = '${companyId}' AND workflow = '${companyWorkflow.name}'
)`);

const head = (repeated: SQL, later: SQL): SQL => sql`
  SELECT ${isoText('clock_timestamp()')} AS now, s.version, s.workflow, s.state_version, s.state,
         encode(s.hash, 'hex') AS hash, ${isoText('s.occurred_at')} AS occurred_at, ${companyState} AS company,
         ${repeated} AS repeated, ${later} AS later
    FROM (SELECT) one LEFT JOIN streams s ON s.stream_id = ${param('streamId', 'uuid')}`;

const ofOperation = sql`operation_id = ${param('operationId', 'uuid')}`;

/** For undo, which needs all events of the record. */
const selectHeadAndLog = prepared<HeadRow & { repeated: StoredEvent[]; later: StoredEvent[] }>(
  'retrace_head_and_log',
  head(eventsAsJson(ofOperation), eventsAsJson(sql`version > ${param('since', 'int')}`)),
);

/** For commands, which are hardly ever repeated or late: only then their events are read, in a round trip of their own. */
const selectHead = prepared<HeadRow & { repeated: boolean; later: null }>(
  'retrace_head',
  head(
    sql`EXISTS (SELECT FROM events WHERE stream_id = ${param('streamId', 'uuid')} AND ${ofOperation})`,
    sql`NULL`,
  ),
);

const selectOperation = prepared<StoredEvent>(
  'retrace_operation',
  sql`SELECT ${storedColumns} FROM events
       WHERE stream_id = ${param('streamId', 'uuid')} AND ${ofOperation} ORDER BY version`,
);

/**
 * A record's head, with what this operation did before and the events after `since`: one round trip, but for a command
 * that is repeated or late.
 */
export async function readHead(
  client: Client,
  { streamId, operationId, since }: { streamId: string; operationId: string; since: number },
): Promise<Head> {
  const [row] =
    since === 0
      ? await selectHeadAndLog(client, { streamId, operationId, since })
      : await selectHead(client, { streamId, operationId });
  if (!row) throw new Error('The database answered nothing to a head read.');
  const version = row.version ?? 0;
  const repeated =
    row.repeated === true ? await selectOperation(client, { streamId, operationId }) : row.repeated || [];
  // Events are for ever, so reading them after the head is the same as reading them with it.
  const later = row.later ?? (version > since ? await readStoredStream(client, streamId, since) : []);
  return {
    now: row.now,
    version,
    workflow: row.workflow,
    state: await headState(client, streamId, row),
    hash: row.hash ? hexToBytes(row.hash) : null,
    occurredAt: row.occurred_at,
    repeated: repeated.map(toRecorded),
    later: later.filter((event) => event.version <= version).map(toRecorded),
    settings: await settingsIn(client, row.company),
  };
}

/** What a stored record of the company says; the first settings where there is none yet. */
async function settingsIn(client: Client, stored: StoredState | null): Promise<CompanySettings> {
  return settingsOf(stored && ((await headState(client, companyId, stored)) as Company | null));
}

const selectCompany = prepared<{ company: StoredState | null }>(
  'retrace_company',
  sql`SELECT ${companyState} AS company`,
);

/** What the company has settled, as it stands now. */
export async function readCompanySettings(client: Client): Promise<CompanySettings> {
  const [row] = await selectCompany(client, {});
  return settingsIn(client, row?.company ?? null);
}

/** The stored state, or a replay where an older release wrote it in another shape. */
export async function headState(client: Client, streamId: string, row: StoredState): Promise<object | null> {
  if (!row.workflow) return null;
  const workflow = workflowOf(row.workflow);
  if (row.state_version === workflow.stateVersion) return row.state;
  const events = await readStream(client, streamId);
  return events
    .slice(0, row.version ?? 0)
    .reduce((state, event) => workflow.evolve(state, event), workflow.initialState);
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const selectExists = prepared<object>(
  'retrace_exists',
  sql`SELECT FROM streams WHERE stream_id = ${param('streamId', 'uuid')} AND workflow = ${param('workflow', 'text')}`,
);

/** Is there such a record? Anything may be asked for, as what stands in an address is. */
export async function recordExists(client: Client, streamId: string, workflow: string): Promise<boolean> {
  return uuid.test(streamId) && (await selectExists(client, { streamId, workflow })).length > 0;
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
