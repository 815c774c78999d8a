/** Reads, for events of many records, what it takes to tell them: three queries, however many there are. */
import { sql } from 'drizzle-orm';
import type { Recorded } from '@/lib/event-sourcing/event';
import { RecordExcerpt, statesToTell } from '@/lib/event-sourcing/record-excerpt';
import { workflowOf } from '@/lib/workflows';
import { type Client, param, prepared } from './prepared';
import { readStates } from './states-before';
import { type StoredEvent, storedColumns, toRecorded } from './stored-event';

/** The events asked for and all that are linked to them by reverts, in either direction, however far. */
const selectChains = prepared<StoredEvent>(
  'retrace_chains',
  sql`
    WITH RECURSIVE chain AS (
      SELECT e.stream_id, e.version, e.reverts_version
        FROM unnest(${param('streamIds', 'uuid[]')}, ${param('versions', 'int[]')}) AS asked(stream_id, version)
        JOIN events e USING (stream_id, version)
      UNION
      SELECT linked.* FROM chain CROSS JOIN LATERAL (
        SELECT stream_id, version, reverts_version FROM events
         WHERE stream_id = chain.stream_id AND version = chain.reverts_version
        UNION ALL
        SELECT stream_id, version, reverts_version FROM events
         WHERE stream_id = chain.stream_id AND reverts_version = chain.version
      ) linked
    )
    SELECT e.* FROM chain CROSS JOIN LATERAL (
      SELECT ${storedColumns} FROM events WHERE stream_id = chain.stream_id AND version = chain.version
    ) e`,
);

/**
 * The events at these places, in their order, each with its excerpt; events of one record share one.
 *
 * @throws where there is no such event
 */
export async function readExcerpts(
  client: Client,
  places: readonly { streamId: string; version: number }[],
): Promise<{ event: Recorded; excerpt: RecordExcerpt }[]> {
  if (places.length === 0) return [];
  const rows = await selectChains(client, {
    streamIds: places.map(({ streamId }) => streamId),
    versions: places.map(({ version }) => version),
  });
  const chains = groupByRecord(rows.map(toRecorded));
  const asked = groupByRecord(places);
  const wanted = [...asked].flatMap(([streamId, told]) => {
    const linked = chains.get(streamId) ?? [];
    const { workflow } = linked[0] ?? missing(streamId);
    const versions = new Set(told.map(({ version }) => version));
    const events = linked.filter(({ version }) => versions.has(version));
    return [...statesToTell(events, linked)].map((version) => ({ workflow, streamId, version }));
  });
  const states = await readStates(client, wanted);
  const excerpts = new Map<string, RecordExcerpt>();
  for (const [streamId, linked] of chains) {
    const workflow = workflowOf((linked[0] ?? missing(streamId)).workflow);
    excerpts.set(streamId, new RecordExcerpt(workflow, linked, states.get(streamId) ?? new Map()));
  }
  return places.map(({ streamId, version }) => {
    const excerpt = excerpts.get(streamId) ?? missing(streamId);
    return { event: excerpt.history.event(version), excerpt };
  });
}

function groupByRecord<E extends { streamId: string }>(events: readonly E[]): Map<string, E[]> {
  const groups = new Map<string, E[]>();
  for (const event of events) {
    const group = groups.get(event.streamId);
    if (group) group.push(event);
    else groups.set(event.streamId, [event]);
  }
  return groups;
}

function missing(streamId: string): never {
  throw new Error(`The record ${streamId} has no such event.`);
}
