import { sql } from 'drizzle-orm';
import type { ActivityFilters } from '@/lib/activity/activity-query';
import { mostNews } from '@/lib/list-news';
import { activityWhere } from './activity-filters';
import type { Database } from './client';

/**
 * How many events that match have come into the log since a page was read, at most `mostNews`. Neither time nor
 * position can tell: an import's events may be old, and a lower position may become visible later. The page's own
 * snapshot can.
 *
 * @param mark the page's
 */
export async function countNews(
  db: Pick<Database, 'execute'>,
  filters: ActivityFilters,
  mark: string,
): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM (
      SELECT FROM events
       WHERE tx >= pg_snapshot_xmin(${mark}::pg_snapshot)
         AND NOT pg_visible_in_snapshot(tx, ${mark}::pg_snapshot) AND ${activityWhere(filters)}
       LIMIT ${mostNews}
    ) news`);
  return rows[0]?.count ?? 0;
}
