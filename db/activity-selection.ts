import { sql } from 'drizzle-orm';
import type { ActivityFilters } from '@/lib/activity/activity-query';
import type { SelectedEvents } from '@/lib/batch-selection';
import { activityWhere } from './activity-filters';
import type { Database } from './client';

/** The events that Activity's filters match, on these records or on all, by record; of more than `most` the newest. */
export async function readActivitySelection(
  db: Pick<Database, 'execute'>,
  filters: ActivityFilters,
  most: number,
  records: readonly string[] | null = null,
): Promise<SelectedEvents[]> {
  const where = activityWhere(filters);
  const on = records ? sql`stream_id = ANY(${sql.param(records)}::uuid[]) AND ${where}` : where;
  const { rows } = await db.execute<{ streamId: string; versions: number[] }>(sql`
    SELECT stream_id AS "streamId", array_agg(version ORDER BY version) AS versions
      FROM (SELECT stream_id, version FROM events WHERE ${on}
             ORDER BY occurred_at DESC, stream_id DESC, version DESC LIMIT ${most}) matching
     GROUP BY stream_id ORDER BY stream_id`);
  return rows;
}
