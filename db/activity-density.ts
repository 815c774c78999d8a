import { sql } from 'drizzle-orm';
import type { ActivityFilters, ActivityKind } from '@/lib/activity/activity-query';
import { type Buckets, bucketsOf } from '@/lib/activity/buckets';
import { eventTypes } from '@/lib/activity/event-types';
import { activityWhere } from './activity-filters';
import type { Database } from './client';
import { isoText } from './stored-event';

/** How many events match in each stretch of time. */
export interface ActivityDensity extends Buckets {
  /** By bucket; `bounds` has one more. */
  counts: readonly BucketCount[];
  /** How many match in all. */
  total: number;
}

export interface BucketCount {
  count: number;
  /** What most of them are about; null where there is none. */
  kind: ActivityKind | null;
}

/**
 * Counts the events that match over the time asked for, or from the log's first event until now.
 *
 * @param now ISO 8601
 * @param timeZone the viewer's, whose days the buckets are
 * @returns null where the log is empty
 */
export async function readActivityDensity(
  db: Pick<Database, 'execute'>,
  filters: ActivityFilters,
  { now, timeZone }: { now: string; timeZone: string },
): Promise<ActivityDensity | null> {
  const first = await db.execute<{ first: string | null }>(
    sql`SELECT ${isoText('min(occurred_at)')} AS first FROM events`,
  );
  const oldest = first.rows[0]?.first;
  if (!oldest) return null;
  const from = filters.from ?? oldest;
  const to = filters.to ?? (now > from ? now : from);
  const buckets = bucketsOf(
    { from, to, openStart: filters.from === null, openEnd: filters.to === null },
    timeZone,
  );
  const { rows } = await db.execute<Counted>(sql`
    SELECT width_bucket(occurred_at, ${sql.param(buckets.bounds)}::timestamptz[]) AS bucket, workflow, type,
           reverts_version IS NOT NULL AS reverts, count(*)::int AS count
      FROM events WHERE ${activityWhere(filters)} GROUP BY 1, 2, 3, 4`);
  return { ...buckets, counts: countsOf(rows, buckets.bounds.length - 1), total: sum(rows) };
}

type Counted = { bucket: number; workflow: string; type: string; reverts: boolean; count: number };

function countsOf(rows: readonly Counted[], length: number): BucketCount[] {
  const kinds = new Map<string, ActivityKind>(
    eventTypes().map(({ workflow, type, kind }) => [`${workflow} ${type}`, kind]),
  );
  const byKind = Array.from({ length }, () => new Map<ActivityKind, number>());
  for (const { bucket, workflow, type, reverts, count } of rows) {
    const kind = reverts ? 'undo' : (kinds.get(`${workflow} ${type}`) ?? 'edit');
    // What lies beyond the last bound, as an event of a clock that ran ahead does, is counted in the last bucket.
    const counts = byKind[Math.min(Math.max(bucket, 1), length) - 1];
    counts?.set(kind, (counts.get(kind) ?? 0) + count);
  }
  return byKind.map((counts) => {
    const [most] = [...counts].sort(([, a], [, b]) => b - a);
    return { count: [...counts.values()].reduce((a, b) => a + b, 0), kind: most?.[0] ?? null };
  });
}

const sum = (rows: readonly Counted[]): number => rows.reduce((total, { count }) => total + count, 0);
