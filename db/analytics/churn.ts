/**
 * Which actions predict churn? Counted by customer, or by record where it names none: those who left in the period against
 * those who had not left by its end. An act counts for who left if it came before they did; for who stayed, if it came by the
 * end. Acts on any record of the customer count.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { Signs } from '@/lib/analytics/answers';
import type { AnalyticsFilters } from '@/lib/analytics/question';
import type { Database } from '../client';
import { acts, inPeriod, isOutcome } from './acts';
import { type EvidenceList, readEvidence } from './evidence';
import type { NamedOutcomes } from './outcomes';

interface Asked extends AnalyticsFilters {
  /** The workflow whose customers are asked about: the one in which leaving is told. */
  workflow: string;
}

/** Whose an act is. */
const subject = sql.raw('coalesce(customer_id, stream_id)');

/** Everybody who is asked about: when they left, if they did, and until when their acts count. */
const people = (asked: Asked, named: NamedOutcomes): SQL => {
  const left = isOutcome([{ workflow: asked.workflow, activities: named.get(asked.workflow)?.churn ?? [] }]);
  const before = asked.to ? sql`occurred_at < ${asked.to}::timestamptz` : sql`true`;
  return sql`
    SELECT subject, left_at, left_at IS NOT NULL AS gone FROM (
      SELECT ${subject} AS subject, min(occurred_at) FILTER (WHERE ${left}) AS left_at
        FROM ${acts(asked)} a
       WHERE workflow = ${asked.workflow} AND ${before}
         AND ${asked.customer ? sql`customer_id = ${asked.customer}::uuid` : sql`true`}
       GROUP BY 1
    ) s WHERE left_at IS NULL OR ${inPeriod({ from: asked.from, to: null }, sql`left_at`)}`;
};

/** The acts of everybody; leaving itself is no sign of it. */
const actsOf = (asked: Asked, named: NamedOutcomes): SQL => sql`
  SELECT ${subject} AS subject, workflow, activity, stream_id, version, occurred_at FROM ${acts(asked)} a
   WHERE NOT ${isOutcome([{ workflow: asked.workflow, activities: named.get(asked.workflow)?.churn ?? [] }])}
     AND ${asked.to ? sql`occurred_at < ${asked.to}::timestamptz` : sql`true`}
     AND ${asked.person ? sql`actor_id = ${asked.person}` : sql`true`}`;

/** What those who left had before, against those who stayed. */
export async function readSigns(
  db: Pick<Database, 'execute'>,
  asked: Asked,
  named: NamedOutcomes,
): Promise<Signs> {
  const { rows } = await db.execute<Signs & Record<string, unknown>>(sql`
    WITH person AS MATERIALIZED (${people(asked, named)}), seen AS MATERIALIZED (
      SELECT subject, left_at, workflow, activity, min(occurred_at) AS since
        FROM (${actsOf(asked, named)}) a JOIN person USING (subject)
       GROUP BY subject, left_at, workflow, activity
    ), sign AS (
      SELECT workflow, activity, count(*) FILTER (WHERE since < left_at) AS left,
             count(*) FILTER (WHERE left_at IS NULL) AS stayed
        FROM seen GROUP BY workflow, activity
    )
    SELECT (SELECT count(*)::int FROM person WHERE gone) AS left,
           (SELECT count(*)::int FROM person WHERE NOT gone) AS stayed,
           (SELECT coalesce(json_agg(s ORDER BY s.workflow, s.activity), '[]') FROM sign s
             WHERE s.left + s.stayed > 0) AS signs`);
  return rows[0] ?? { left: 0, stayed: 0, signs: [] };
}

/** The records behind the numbers of a sign: of each customer the first act of the kind. Without one, who left. */
export function readSignRecords(
  db: Pick<Database, 'execute'>,
  asked: Asked,
  named: NamedOutcomes,
  cell: { workflow: string | null; activity: string | null; only: 'left' | 'stayed' },
): Promise<EvidenceList> {
  const gone = cell.only === 'left' ? sql`gone` : sql`NOT gone`;
  const left = isOutcome([{ workflow: asked.workflow, activities: named.get(asked.workflow)?.churn ?? [] }]);
  const rows =
    cell.activity === null
      ? // Who left, by the act of leaving; who stayed, by the last act of theirs in the workflow.
        sql`SELECT DISTINCT ON (subject) stream_id, version FROM person JOIN (
              SELECT ${subject} AS subject, stream_id, version, occurred_at, ${left} AS leaves FROM ${acts(asked)} a
               WHERE workflow = ${asked.workflow}
                 AND ${asked.to ? sql`occurred_at < ${asked.to}::timestamptz` : sql`true`}
            ) a USING (subject)
            WHERE ${gone} AND (NOT gone OR (leaves AND occurred_at = left_at))
            ORDER BY subject, occurred_at DESC, stream_id, version DESC`
      : sql`SELECT DISTINCT ON (subject) stream_id, version FROM person JOIN (${actsOf(asked, named)}) a USING (subject)
             WHERE a.workflow = ${cell.workflow} AND a.activity = ${cell.activity} AND ${gone}
               AND (NOT gone OR a.occurred_at < left_at)
             ORDER BY subject, occurred_at, stream_id, version`;
  return readEvidence(db, sql`WITH person AS MATERIALIZED (${people(asked, named)}) ${rows}`);
}
