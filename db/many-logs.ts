import { sql } from 'drizzle-orm';
import type { Recorded } from '@/lib/event-sourcing/event';
import { type Client, param, prepared } from './prepared';
import { type StoredEvent, storedColumns, toRecorded } from './stored-event';

const selectStreams = prepared<StoredEvent>(
  'retrace_streams',
  sql`SELECT ${storedColumns} FROM events WHERE stream_id = ANY(${param('streamIds', 'uuid[]')})
       ORDER BY stream_id, version`,
);

/** All events of each of these records, by id, in one round trip. */
export async function readManyLogs(
  client: Client,
  streamIds: readonly string[],
): Promise<Map<string, Recorded[]>> {
  const logs = new Map<string, Recorded[]>(streamIds.map((id) => [id, []]));
  for (const row of await selectStreams(client, { streamIds }))
    logs.get(row.stream_id)?.push(toRecorded(row));
  return logs;
}
