/**
 * The states of many records at many versions in one query: for each, the nearest snapshot at or before it and the
 * events from there on, which are at most 99 unless an older release kept its snapshots in another shape. Versions of
 * one record that lie near each other share what they are replayed from.
 */
import { sql } from 'drizzle-orm';
import { workflowOf } from '@/lib/workflows';
import { type Client, param, prepared } from './prepared';
import { type StoredEvent, storedColumns, toRecorded } from './stored-event';

/** A state to be had: that of a record after the event of this version. */
export interface WantedState {
  workflow: string;
  streamId: string;
  version: number;
}

/** By record and version. */
export type States = ReadonlyMap<string, ReadonlyMap<number, object>>;

interface Start {
  stream_id: string;
  version: number;
  state: object;
}

const selectStates = prepared<{ starts: Start[]; tails: StoredEvent[] }>(
  'retrace_states',
  sql`
    WITH wanted AS (
      SELECT * FROM unnest(${param('streamIds', 'uuid[]')}, ${param('versions', 'int[]')},
                           ${param('stateVersions', 'smallint[]')}) AS w(stream_id, version, state_version)
    ), starts AS (
      SELECT w.stream_id, w.version AS wanted, coalesce(s.version, 0) AS version, s.state
        FROM wanted w LEFT JOIN LATERAL (
          SELECT version, state FROM snapshots
           WHERE stream_id = w.stream_id AND version <= w.version AND state_version = w.state_version
           ORDER BY version DESC LIMIT 1
        ) s ON true
    ), spans AS (
      SELECT stream_id, unnest(range_agg(int4range(version + 1, wanted + 1))) AS span FROM starts GROUP BY stream_id
    ), tails AS (
      SELECT e.* FROM spans s CROSS JOIN LATERAL (
        SELECT ${storedColumns} FROM events
         WHERE stream_id = s.stream_id AND version >= lower(s.span) AND version < upper(s.span)
      ) e
    )
    SELECT (SELECT coalesce(json_agg(k), '[]') FROM (
              SELECT DISTINCT ON (stream_id, version) stream_id, version, state FROM starts WHERE version > 0
            ) k) AS starts,
           (SELECT coalesce(json_agg(t ORDER BY t.stream_id, t.version), '[]') FROM tails t) AS tails`,
);

/** Reads states; one that is wanted at a version its record does not have yet is left out. */
export async function readStates(client: Client, wanted: readonly WantedState[]): Promise<States> {
  const states = new Map<string, Map<number, object>>();
  const asked = wanted.filter(({ version }) => version > 0);
  if (asked.length === 0) return states;
  const [row] = await selectStates(client, {
    streamIds: asked.map(({ streamId }) => streamId),
    versions: asked.map(({ version }) => version),
    stateVersions: asked.map(({ workflow }) => workflowOf(workflow).stateVersion),
  });
  const of = (streamId: string) => {
    const known = states.get(streamId) ?? new Map<number, object>();
    states.set(streamId, known);
    return known;
  };
  const wantedOf = new Set(asked.map(({ streamId, version }) => `${streamId} ${version}`));
  const snapshots = new Map(row?.starts.map((start) => [`${start.stream_id} ${start.version}`, start.state]));
  for (const { stream_id, version, state } of row?.starts ?? []) {
    if (wantedOf.has(`${stream_id} ${version}`)) of(stream_id).set(version, state);
  }
  // The tails come in order: one that follows another goes on from its state, any other from a snapshot or nothing.
  let at: { streamId: string; version: number; state: object } | undefined;
  for (const stored of row?.tails ?? []) {
    const event = toRecorded(stored);
    const { streamId, version } = event;
    const workflow = workflowOf(event.workflow);
    const follows = at?.streamId === streamId && at.version === version - 1;
    const before = follows ? at?.state : snapshots.get(`${streamId} ${version - 1}`);
    const state: object = workflow.evolve(before ?? workflow.initialState, event);
    at = { streamId, version, state };
    if (wantedOf.has(`${streamId} ${version}`)) of(streamId).set(version, state);
  }
  return states;
}
