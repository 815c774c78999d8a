import { sql } from 'drizzle-orm';
import type { ActivityFilters, ActivityKind } from '@/lib/activity/activity-query';
import { type Buckets, bucketsOf } from '@/lib/activity/buckets';
import { eventTypes } from '@/lib/activity/event-types';
import type { TimeRange } from '@/lib/activity/time-range';
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

/** The viewer's clock: the moment at which a page is read, ISO 8601, and the zone whose days its buckets are. */
interface Clock {
  now: string;
  timeZone: string;
}

/** The buckets of a range of time; where it is open they reach from the log's first event until now. */
export async function readBuckets(
  db: Pick<Database, 'execute'>,
  range: TimeRange,
  { now, timeZone }: Clock,
): Promise<Buckets | null> {
  const first = await db.execute<{ first: string | null }>(
    sql`SELECT ${isoText('min(occurred_at)')} AS first FROM events`,
  );
  const oldest = first.rows[0]?.first;
  if (!oldest) return null;
  const from = range.from ?? oldest;
  const to = range.to ?? (now > from ? now : from);
  return bucketsOf({ from, to, openStart: range.from === null, openEnd: range.to === null }, timeZone);
}

/**
 * Counts the events that match over the time asked for, or from the log's first event until now.
 *
 * @returns null where the log is empty
 */
export async function readActivityDensity(
  db: Pick<Database, 'execute'>,
  filters: ActivityFilters,
  clock: Clock,
): Promise<ActivityDensity | null> {
  const buckets = await readBuckets(db, filters, clock);
  if (!buckets) return null;
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
