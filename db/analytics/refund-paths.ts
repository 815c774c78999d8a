/**
 * Which path of acts leads to refunds? A record's path up to its first refund, and of the records that came this way how many
 * were refunded next. Whole histories are nearly all different, so a path is also looked at as the kinds of acts in the order
 * in which they first happened, or as the last few acts.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { RefundsOfPath } from '@/lib/analytics/answers';
import type { AnalyticsFilters } from '@/lib/analytics/question';
import { lastActs, type RefundPaths } from '@/lib/analytics/refund-paths';
import type { AnyWorkflow } from '@/lib/event-sourcing/workflow';
import { workflows } from '@/lib/workflows';
import type { Database } from '../client';
import { acts, actsInOrder, inPeriod, isOutcome, ofRecords } from './acts';
import { type EvidenceList, readEvidence } from './evidence';
import { counting, type NamedOutcomes, workflowsWith } from './outcomes';
import { touchedBy } from './touched-by';

/** What is asked: of what, what counts as a refund, and as what paths are looked at. */
export interface AskedPaths {
  filters: AnalyticsFilters;
  named: NamedOutcomes;
  paths: RefundPaths;
}

/** As many paths are compared. */
const mostPaths = 12;

/**
 * The acts that lead a record on along its path: `path` is its hash up to and with the act, `before` the one that the act
 * found. Of the records with a refund alone, or of all.
 */
function steps({ filters, named, paths }: AskedPaths, within: SQL = sql`true`): SQL {
  if (paths === 'whole')
    return sql`(
      SELECT workflow, stream_id, version, activity, occurred_at, customer_id, trail AS path,
             trail # hashtextextended(activity, step) AS before
        FROM ${actsInOrder(filters)} a WHERE activity IS DISTINCT FROM prev_activity AND ${within})`;
  const refundable = workflowsWith(named, 'refund');
  const details = refundable.map((workflow) => ({ workflow, activities: detailActs(workflow, named) }));
  const told = sql`${acts(filters)} a
    WHERE workflow = ANY(${sql.param(refundable)}::text[]) AND NOT ${isOutcome(details)} AND ${within}`;
  return paths === 'kinds' ? kinds(filters, told) : last(told);
}

/** Acts that change a record's details: other ones on each record, so only its whole path has them. */
function detailActs(workflow: string, named: NamedOutcomes): string[] {
  const { kinds } = Object.hasOwn(workflows, workflow) ? (workflows[workflow] as AnyWorkflow) : { kinds: {} };
  return Object.entries(kinds)
    .filter(([activity, kind]) => kind === 'edit' && !named.get(workflow)?.refund.includes(activity))
    .map(([activity]) => activity);
}

/** Each kind of act once, when it first happened. */
const kinds = (filters: AnalyticsFilters, told: SQL): SQL => sql`(
  SELECT *, path # own AS before FROM (
    SELECT *, bit_xor(own) OVER (PARTITION BY stream_id ORDER BY version) AS path FROM (
      SELECT *, hashtextextended(activity, row_number() OVER (PARTITION BY stream_id ORDER BY version)) AS own FROM (
        SELECT workflow, stream_id, activity, min(version) AS version, min(occurred_at) AS occurred_at,
               ${filters.customer ? sql`(array_agg(customer_id ORDER BY version))[1]` : sql`NULL::uuid`} AS customer_id
          FROM ${told} GROUP BY workflow, stream_id, activity
      ) firsts
    ) numbered
  ) ways)`;

/** The last few acts, one after another of a kind as one. */
const last = (told: SQL): SQL => {
  const back = (acts: number) =>
    acts === 0 ? sql`activity` : sql`lag(activity, ${sql.raw(String(acts))}) OVER stream`;
  // Where there are fewer it is the whole of them.
  const hashOf = (from: number) =>
    sql.join(
      Array.from(
        { length: lastActs },
        (_, place) =>
          sql`coalesce(hashtextextended(${back(from + place)}, ${sql.raw(String(place + 1))}), 0)`,
      ),
      sql` # `,
    );
  return sql`(
    SELECT workflow, stream_id, version, activity, occurred_at, customer_id, ${hashOf(0)} AS path, ${hashOf(1)} AS before
      FROM (
        SELECT *, lag(activity) OVER (PARTITION BY stream_id ORDER BY version) AS prev FROM ${told}
      ) each WHERE activity IS DISTINCT FROM prev
    WINDOW stream AS (PARTITION BY stream_id ORDER BY version))`;
};

/** The first refund of each record, with the path before it. */
const firstRefunds = (asked: AskedPaths): SQL => {
  const { filters, named } = asked;
  const refund = counting(named, 'refund');
  const refunded = sql`stream_id IN (SELECT stream_id FROM ${acts(filters)} r WHERE ${refund})`;
  return sql`
    SELECT workflow, stream_id, version, before AS path FROM (
      SELECT DISTINCT ON (stream_id) * FROM ${steps(asked, refunded)} s
       WHERE ${refund} AND ${ofRecords(filters)} ORDER BY stream_id, version
    ) first
     WHERE ${inPeriod(filters, sql`occurred_at`)} AND ${touchedBy(filters)}`;
};

/** The records that came a way: by the act that completed it, or by the refund that followed it. */
const came = (asked: AskedPaths, paths: SQL): SQL => {
  const { filters } = asked;
  return sql`
    SELECT workflow, path, stream_id, version, false AS refunded FROM (
      SELECT * FROM ${steps(asked)} s
       WHERE path IN (${paths}) AND ${ofRecords(filters)} AND ${inPeriod(filters, sql`occurred_at`)} OFFSET 0
    ) s WHERE ${touchedBy(filters)}
    UNION ALL
    SELECT workflow, path, stream_id, version, true FROM refund WHERE path IN (${paths})`;
};

/** Refunds by the path of acts that led to them, most first. */
export async function readRefundsByPath(
  db: Pick<Database, 'execute'>,
  asked: AskedPaths,
): Promise<RefundsOfPath[]> {
  const { rows } = await db.execute<RefundsOfPath & Record<string, unknown>>(sql`
    WITH refund AS MATERIALIZED (${firstRefunds(asked)}), top AS MATERIALIZED (
      SELECT workflow, path, count(*)::int AS refunded, (array_agg(stream_id ORDER BY stream_id))[1] AS example
        FROM refund GROUP BY workflow, path ORDER BY refunded DESC, path LIMIT ${mostPaths}
    ), way AS MATERIALIZED (
      SELECT workflow, path, count(DISTINCT stream_id)::int AS came
        FROM (${came(asked, sql`SELECT path FROM top`)}) c GROUP BY workflow, path
    ), walked AS MATERIALIZED (
      SELECT s.stream_id, array_agg(s.activity ORDER BY s.version) AS activities
        FROM ${steps(asked, sql`stream_id IN (SELECT example FROM top)`)} s
        JOIN refund r ON r.stream_id = s.stream_id AND s.version < r.version GROUP BY s.stream_id
    )
    SELECT t.workflow, t.path::text, t.refunded, w.came, coalesce(walked.activities, '{}') AS activities
      FROM top t JOIN way w USING (workflow, path) LEFT JOIN walked ON walked.stream_id = t.example
     ORDER BY t.refunded DESC, w.came, t.path`);
  return asked.paths === 'last'
    ? rows.map((row) => ({ ...row, activities: row.activities.slice(-lastActs) }))
    : rows;
}

/** The records behind the numbers of a path of acts. */
export function readPathRecords(
  db: Pick<Database, 'execute'>,
  asked: AskedPaths,
  cell: { workflow: string; path: string; only: 'refunded' | 'came' },
): Promise<EvidenceList> {
  return readEvidence(
    db,
    sql`WITH refund AS MATERIALIZED (${firstRefunds(asked)})
        SELECT DISTINCT ON (stream_id) stream_id, version FROM (${came(asked, sql`${cell.path}::bigint`)}) c
         WHERE workflow = ${cell.workflow} AND ${cell.only === 'refunded' ? sql`refunded` : sql`true`}
         ORDER BY stream_id, refunded DESC, version`,
  );
}
