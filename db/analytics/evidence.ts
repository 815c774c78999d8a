import { type SQL, sql } from 'drizzle-orm';
import type { Evidence } from '@/lib/analytics/question';
import type { Database } from '../client';
import { isoText } from '../stored-event';

/** As many records as the list behind a number shows. */
export const mostEvidence = 200;

/** Some records behind a number, newest first, and how many there are. */
export interface EvidenceList {
  records: readonly Evidence[];
  count: number;
}

/** @param rows what counts: a relation with the columns `stream_id` and `version` */
export async function readEvidence(db: Pick<Database, 'execute'>, rows: SQL): Promise<EvidenceList> {
  const { rows: found } = await db.execute<Evidence & Record<string, unknown>>(sql`
    SELECT f.workflow, f.stream_id AS "streamId", f.version, f.activity, f.actor_name AS "actorName",
           ${isoText('f.occurred_at')} AS "occurredAt", count(*) OVER ()::int AS count
      FROM (${rows}) counted JOIN analytics_facts f USING (stream_id, version)
     ORDER BY f.occurred_at DESC, f.stream_id, f.version LIMIT ${mostEvidence}`);
  const records = found.map(({ workflow, streamId, version, activity, actorName, occurredAt }) => ({
    workflow,
    streamId,
    version,
    activity,
    actorName,
    occurredAt,
  }));
  return { records, count: Number(found[0]?.count ?? 0) };
}
