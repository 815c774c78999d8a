import { sql } from 'drizzle-orm';
import type { ActivityEvent } from './activity';
import type { Database } from './client';
import type { SelectedEvents } from './plan-reverts';
import { readExcerpts } from './record-excerpts';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The events of one action on many records, by record; none where there is no such action. */
export async function readBatchSelection(
  db: Pick<Database, 'execute'>,
  operationId: string,
): Promise<SelectedEvents[]> {
  if (!uuid.test(operationId)) return [];
  const { rows } = await db.execute<{ streamId: string; versions: number[] }>(sql`
    SELECT stream_id AS "streamId", array_agg(version ORDER BY version) AS versions
      FROM events WHERE operation_id = ${operationId}::uuid AND metadata ? 'batch'
     GROUP BY stream_id ORDER BY stream_id`);
  return rows;
}

/** The first events of such an action, each with what it takes to tell it. */
export function readBatchEvents(
  db: Database,
  selected: readonly SelectedEvents[],
  most: number,
): Promise<ActivityEvent[]> {
  const places = selected.flatMap(({ streamId, versions }) =>
    versions.map((version) => ({ streamId, version })),
  );
  return readExcerpts(db.$client, places.slice(0, most));
}
