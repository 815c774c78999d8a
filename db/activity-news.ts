import { sql } from 'drizzle-orm';
import type { ActivityFilters } from '@/lib/activity/activity-query';
import { activityWhere } from './activity-filters';
import type { Database } from './client';

/** Counting ends here: "99+" says enough. */
export const mostNews = 100;

const markPattern = /^(\d{1,19}):(\d{1,19}):((?:\d{1,19}(?:,\d{1,19})*)?)$/;

/** Is this a mark that a page of Activity can have given? Text from an address is asked before PostgreSQL reads it. */
export function isMark(text: string): boolean {
  const match = text.length <= 4000 ? markPattern.exec(text) : null;
  if (!match) return false;
  const [xmin, xmax] = [BigInt(match[1] ?? 0), BigInt(match[2] ?? 0)];
  const running = (match[3] || null)?.split(',').map(BigInt) ?? [];
  const inOrder = running.every((tx, index) => index === 0 || (running[index - 1] ?? 0n) < tx);
  return 0n < xmin && xmin <= xmax && inOrder && running.every((tx) => xmin <= tx && tx < xmax);
}

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
