/** Stretches of one record's log for its page: the newest events as a log of their own, older ones to look at. */
import { sql } from 'drizzle-orm';
import type { Recorded } from '@/lib/event-sourcing/event';
import { type LogPart, type PastWindow, windowSize, windowStart } from '@/lib/event-sourcing/log-part';
import { fromCreation, type LogStart } from '@/lib/event-sourcing/log-start';
import { narrate } from '@/lib/event-sourcing/narrate';
import { type Column, emptyColumns, type MarkKind } from '@/lib/event-sourcing/outline';
import { packEvents } from '@/lib/event-sourcing/packed-events';
import type { AnyWorkflow, EventKind } from '@/lib/event-sourcing/workflow';
import { type Client, param, prepared } from './prepared';
import { readExcerpts } from './record-excerpts';
import { readStates } from './states-before';
import { isoText, type StoredEvent, storedColumns, toRecorded } from './stored-event';

const selectStretch = prepared<StoredEvent>(
  'retrace_stretch',
  sql`SELECT ${storedColumns} FROM events
       WHERE stream_id = ${param('streamId', 'uuid')} AND version > ${param('after', 'int')}
         AND version <= ${param('through', 'int')} ORDER BY version`,
);

/** The events of a record after one version up to another, in order. */
export async function readStretch(
  client: Client,
  streamId: string,
  after: number,
  through: number,
): Promise<Recorded[]> {
  return (await selectStretch(client, { streamId, after, through })).map(toRecorded);
}

const selectEarlier = prepared<StoredEvent>(
  'retrace_earlier',
  sql`
    WITH RECURSIVE stream AS NOT MATERIALIZED (
      SELECT version, reverts_version, operation_id, actor_id, cause, metadata
        FROM events WHERE stream_id = ${param('streamId', 'uuid')}
    ), begun AS (
      SELECT reverts_version AS version FROM stream
       WHERE version > ${param('start', 'int')} AND reverts_version <= ${param('start', 'int')}
      UNION
      SELECT last.version FROM stream last JOIN stream next USING (operation_id)
       WHERE last.version = ${param('start', 'int')} AND next.version = ${param('start', 'int')} + 1
      UNION
      (SELECT version FROM stream
        WHERE version <= ${param('start', 'int')} AND actor_id = ${param('viewer', 'text')}
          AND NOT (cause IN ('undo', 'redo') AND coalesce(metadata->>'button', '') = 'list')
        ORDER BY version DESC LIMIT 1)
    ), reached AS (
      SELECT e.version, e.reverts_version, e.operation_id FROM begun JOIN events e USING (version)
       WHERE e.stream_id = ${param('streamId', 'uuid')}
      UNION
      SELECT linked.* FROM reached CROSS JOIN LATERAL (
        SELECT version, reverts_version, operation_id FROM events
         WHERE stream_id = ${param('streamId', 'uuid')} AND version = reached.reverts_version
        UNION ALL
        SELECT version, reverts_version, operation_id FROM events
         WHERE stream_id = ${param('streamId', 'uuid')} AND reverts_version = reached.version
           AND version <= ${param('start', 'int')}
        UNION ALL
        SELECT version, reverts_version, operation_id FROM events
         WHERE stream_id = ${param('streamId', 'uuid')} AND operation_id = reached.operation_id
           AND version <= ${param('start', 'int')}
      ) linked
    )
    SELECT e.* FROM reached CROSS JOIN LATERAL (
      SELECT ${storedColumns} FROM events
       WHERE stream_id = ${param('streamId', 'uuid')} AND version = reached.version
    ) e ORDER BY e.version`,
);

interface StartQuery {
  workflow: AnyWorkflow;
  streamId: string;
  version: number;
  /** Whose Undo and Redo are to be known of. */
  viewer: string;
}

/** What a log that begins after this version must know of what was before. */
export async function readLogStart(
  client: Client,
  { workflow, streamId, version, viewer }: StartQuery,
): Promise<LogStart> {
  if (version === 0) return fromCreation;
  const earlier = (await selectEarlier(client, { streamId, start: version, viewer })).map(toRecorded);
  const own = earlier.filter((event) => event.revertsVersion === null);
  const wanted = [version, ...own.map((event) => event.version - 1)];
  const states = (
    await readStates(
      client,
      wanted.map((each) => ({ workflow: workflow.name, streamId, version: each })),
    )
  ).get(streamId);
  const stateAt = (at: number): object => states?.get(at) ?? workflow.initialState;
  const described = own.map((event) => [event.version, workflow.describe(event, stateAt(event.version - 1))]);
  return { version, state: stateAt(version), earlier, described: Object.fromEntries(described) };
}

/** The events after the version in question, up to another, as a log that the browser can fold. */
export async function readLogPart(
  client: Client,
  { through, ...query }: StartQuery & { through: number },
): Promise<LogPart> {
  const [events, start] = await Promise.all([
    readStretch(client, query.streamId, query.version, through),
    readLogStart(client, query),
  ]);
  return { events: packEvents(events), start: { ...start, earlier: packEvents(start.earlier) } };
}

/** The window around a version, its events told as the whole log would tell them now. */
export async function readWindow(
  client: Client,
  workflow: AnyWorkflow,
  streamId: string,
  version: number,
): Promise<PastWindow> {
  const after = windowStart(version);
  const versions = Array.from({ length: windowSize }, (_, index) => after + index + 1);
  const [events, states] = await Promise.all([
    readStretch(client, streamId, after, after + windowSize),
    readStates(client, [{ workflow: workflow.name, streamId, version: after }]),
  ]);
  const told = await readExcerpts(
    client,
    versions.slice(0, events.length).map((each) => ({ streamId, version: each })),
  );
  return {
    after,
    before: states.get(streamId)?.get(after) ?? null,
    events: packEvents(events),
    narrations: told.map(({ event, excerpt }) => narrate(excerpt, event.version)),
  };
}

const selectVersionAt = prepared<{ version: number }>(
  'retrace_version_at',
  sql`SELECT version FROM events
       WHERE stream_id = ${param('streamId', 'uuid')} AND occurred_at <= ${param('instant', 'timestamptz')}
       ORDER BY version DESC LIMIT 1`,
);

/** The version in force at an instant, which is that of the last event at or before it; 0 before the creation. */
export async function readVersionAt(client: Client, streamId: string, instant: string): Promise<number> {
  const [row] = await selectVersionAt(client, { streamId, instant });
  return row?.version ?? 0;
}

const selectOutline = prepared<{
  place: number;
  type: string;
  count: number;
  standing: number;
  since: string;
}>(
  'retrace_outline',
  sql`SELECT (e.version - 1) / ${param('size', 'int')} AS place,
             CASE WHEN e.reverts_version IS NULL THEN e.type ELSE '' END AS type,
             count(*)::int AS count, count(*) FILTER (WHERE later.version IS NULL)::int AS standing,
             ${isoText('min(e.occurred_at)')} AS since
        FROM events e
        LEFT JOIN events later ON later.stream_id = e.stream_id AND later.reverts_version = e.version
       WHERE e.stream_id = ${param('streamId', 'uuid')} AND e.version <= ${param('through', 'int')}
       GROUP BY 1, 2 ORDER BY 1`,
);

/** A record's events up to a version, in columns of so many. */
export async function readOutline(
  client: Client,
  {
    workflow,
    streamId,
    ...asked
  }: { workflow: AnyWorkflow; streamId: string; through: number; size: number },
): Promise<Column[]> {
  const columns = emptyColumns(Math.ceil(asked.through / asked.size));
  for (const { place, type, count, standing, since } of await selectOutline(client, { streamId, ...asked })) {
    const column = columns[place] as Column;
    const kind: MarkKind = type === '' ? 'undo' : (workflow.kinds[type] as EventKind);
    column.kinds[kind] = (column.kinds[kind] ?? 0) + count;
    column.standing += standing;
    if (!column.since || since < column.since) column.since = since;
  }
  return columns;
}
