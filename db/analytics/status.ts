/** How the analytics stand: how far they have read, what is still to read, and what holds it back. */
import { sql } from 'drizzle-orm';
import type { AnalyticsStatus, Generation } from '@/lib/analytics/status';
import type { Database } from '../client';
import { readHealth } from '../health';
import { isoText } from '../stored-event';

interface Row extends Record<string, unknown> {
  generations: Generation[];
  events: number;
  seconds: number;
}

/** As many waiting events are counted. */
const mostWaiting = 100_000;

const question = sql`
  SELECT (SELECT json_agg(json_build_object(
            'generation', generation, 'status', status, 'checkpoint', tx::text || '.' || position, 'events', events,
            'goal', goal, 'startedAt', ${isoText('started_at')}, 'lookedAt', ${isoText('looked_at')},
            'movedAt', ${isoText('moved_at')}, 'finishedAt', ${isoText('finished_at')}, 'failure', failure
          )) FROM analytics_generations) AS generations, waiting.events, waiting.seconds
    FROM analytics_generations current
   CROSS JOIN LATERAL (
     SELECT count(*)::int AS events,
            coalesce(extract(epoch FROM clock_timestamp() - min(recorded_at)), 0)::float8 AS seconds
       FROM (SELECT recorded_at FROM events e
              WHERE (e.tx, e.position) > (current.tx, current.position)
                AND e.tx < pg_snapshot_xmin(pg_current_snapshot())
              ORDER BY tx, position LIMIT ${mostWaiting}) e
   ) waiting
   WHERE current.status = 'current'`;

/** Asks how the analytics stand. */
export async function readAnalyticsStatus(db: Pick<Database, 'execute'>): Promise<AnalyticsStatus> {
  const [{ rows }, { lag }] = await Promise.all([db.execute<Row>(question), readHealth(db)]);
  const [row] = rows;
  const current = row?.generations.find(({ status }) => status === 'current');
  if (!row || !current) throw new Error('No generation of the analytics is in force.');
  return {
    current,
    building: row.generations.find(({ status }) => status === 'building') ?? null,
    lag: { events: row.events, seconds: row.seconds, heldBack: lag.events, cause: lag.cause },
  };
}
