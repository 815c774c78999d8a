/**
 * Which support action usually fixes failed payments? A failed payment is open until the record's next payment or failure.
 * Each act on the record meanwhile counts once; it was followed by a payment if what ended the time was a payment, within so
 * many days of the act. The base rate is the same of all failures, whatever was done or not.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { Remedies, Remedy } from '@/lib/analytics/answers';
import type { AnalyticsFilters } from '@/lib/analytics/question';
import type { Database } from '../client';
import { acts, inPeriod, ofRecords } from './acts';
import { type EvidenceList, readEvidence } from './evidence';
import { counting, type NamedOutcomes } from './outcomes';

interface Asked extends AnalyticsFilters {
  /** Within how many days a payment must follow. */
  days: number;
}

/** Each failure with how it ended. `over`: until when what happens counts, which is now or the moment asked for. */
const failures = (asked: Asked, named: NamedOutcomes): SQL => sql`
  SELECT * FROM (
    SELECT workflow, stream_id, version, occurred_at, ${counting(named, 'failure')} AS failed,
           lead(version) OVER record AS next_version, lead(occurred_at) OVER record AS next_at,
           lead(${counting(named, 'success')}) OVER record AS paid
      FROM ${acts(asked)} a
     WHERE (${counting(named, 'success')} OR ${counting(named, 'failure')}) AND ${ofRecords(asked)}
    WINDOW record AS (PARTITION BY stream_id ORDER BY version)
  ) ending
 WHERE failed AND ${inPeriod(asked, sql`occurred_at`)}`;

const within = (asked: Asked, since: SQL): SQL =>
  sql`(paid IS TRUE AND next_at <= ${since} + ${asked.days} * interval '1 day')`;
const open = (asked: Asked, since: SQL): SQL =>
  sql`(next_at IS NULL AND ${since} + ${asked.days} * interval '1 day' > coalesce(${asked.asOf}::timestamptz, now()))`;

/** Each kind of act after each failure, by the first of its kind. What the system does by itself is no support. */
const attempts = (asked: Asked): SQL => sql`
  SELECT workflow, activity, stream_id, version, ${within(asked, sql`at`)} AS followed, ${open(asked, sql`at`)} AS open
    FROM (
      SELECT f.workflow, f.stream_id, a.activity, min(a.version) AS version, min(a.occurred_at) AS at, f.next_at, f.paid
        FROM failure f JOIN ${acts(asked)} a ON a.stream_id = f.stream_id AND a.version > f.version
         AND (f.next_version IS NULL OR a.version < f.next_version)
       WHERE a.actor_kind <> 'system' AND ${asked.person ? sql`a.actor_id = ${asked.person}` : sql`true`}
       GROUP BY f.workflow, f.stream_id, f.version, a.activity, f.next_at, f.paid
    ) first`;

/** What was done after failed payments, and how often a payment followed. */
export async function readRemedies(
  db: Pick<Database, 'execute'>,
  asked: Asked,
  named: NamedOutcomes,
): Promise<Remedies> {
  const { rows } = await db.execute<{ base: Remedies['base']; remedies: Remedy[] }>(sql`
    WITH failure AS MATERIALIZED (${failures(asked, named)}), remedy AS (
      SELECT workflow, activity, count(*) AS done, count(*) FILTER (WHERE followed) AS followed,
             count(*) FILTER (WHERE open) AS open
        FROM (${attempts(asked)}) a GROUP BY workflow, activity
    )
    SELECT (SELECT json_build_object('of', count(*), 'count', count(*) FILTER (WHERE ${within(asked, sql`occurred_at`)}),
                     'open', count(*) FILTER (WHERE ${open(asked, sql`occurred_at`)})) FROM failure) AS base,
           (SELECT coalesce(json_agg(r ORDER BY r.followed::float8 / r.done DESC, r.done DESC, r.activity), '[]')
              FROM remedy r) AS remedies`);
  return rows[0] ?? { base: { count: 0, of: 0, open: 0 }, remedies: [] };
}

/** The records behind the numbers of an act, or, where none is named, of all failures. */
export function readRemedyRecords(
  db: Pick<Database, 'execute'>,
  asked: Asked,
  named: NamedOutcomes,
  cell: { workflow: string | null; activity: string | null; only: 'followed' | 'done' | 'open' },
): Promise<EvidenceList> {
  const only = (at: SQL): SQL =>
    ({ followed: within(asked, at), open: open(asked, at), done: sql`true` })[cell.only];
  const rows =
    cell.activity === null
      ? sql`SELECT stream_id, version FROM failure WHERE ${only(sql`occurred_at`)}`
      : sql`SELECT stream_id, version FROM (${attempts(asked)}) a
             WHERE workflow = ${cell.workflow} AND activity = ${cell.activity}
               AND ${cell.only === 'done' ? sql`true` : sql.raw(cell.only)}`;
  return readEvidence(db, sql`WITH failure AS MATERIALIZED (${failures(asked, named)}) ${rows}`);
}
