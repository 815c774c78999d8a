import { sql } from 'drizzle-orm';
import type { ActivityFilters } from '@/lib/activity/activity-query';
import { activityWhere } from './activity-filters';
import type { Database } from './client';
import type { SelectedEvents } from './plan-reverts';

/** The events that Activity's filters match, by record; of more than `most` the newest. */
export async function readActivitySelection(
  db: Pick<Database, 'execute'>,
  filters: ActivityFilters,
  most: number,
): Promise<SelectedEvents[]> {
  const { rows } = await db.execute<{ streamId: string; versions: number[] }>(sql`
    SELECT stream_id AS "streamId", array_agg(version ORDER BY version) AS versions
      FROM (SELECT stream_id, version FROM events WHERE ${activityWhere(filters)}
             ORDER BY occurred_at DESC, stream_id DESC, version DESC LIMIT ${most}) matching
     GROUP BY stream_id ORDER BY stream_id`);
  return rows;
}
