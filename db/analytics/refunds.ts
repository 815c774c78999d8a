/**
 * Which workflow causes most refunds? Counted by record: of those that were paid or refunded in the period, how many were
 * refunded in it. By business path, and by the path of acts that led to a record's first refund.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { RefundsOfProcess, RefundsOfTrail } from '@/lib/analytics/answers';
import type { AnalyticsFilters } from '@/lib/analytics/question';
import type { Database } from '../client';
import { acts, actsInOrder, inPeriod, ofRecords } from './acts';
import { type EvidenceList, readEvidence } from './evidence';
import { counting, type NamedOutcomes } from './outcomes';

/** The records that somebody worked on; all, if nobody is named. As a value, so that they are looked up in one hash. */
const touchedBy = (filters: AnalyticsFilters): SQL =>
  filters.person
    ? sql`(stream_id IN (SELECT stream_id FROM ${acts(filters)} a WHERE actor_id = ${filters.person})) IS TRUE`
    : sql`true`;

/** The workflows in which something is a refund: what was paid elsewhere has none to come. */
const refundable = (named: NamedOutcomes): NamedOutcomes =>
  new Map([...named].filter(([, { refund }]) => refund.length > 0));

/** One row a record: its path, its refunds, and the act by which it counts. */
const paidRecords = (filters: AnalyticsFilters, named: NamedOutcomes): SQL => {
  const refund = counting(named, 'refund');
  return sql`
    SELECT workflow, stream_id, max(process) AS process, count(*) FILTER (WHERE ${refund}) AS refunds,
           coalesce(min(version) FILTER (WHERE ${refund}), min(version)) AS version
      FROM ${acts(filters)} a
     WHERE (${counting(refundable(named), 'success')} OR ${refund})
       AND ${ofRecords(filters)} AND ${inPeriod(filters, sql`occurred_at`)} AND ${touchedBy(filters)}
     GROUP BY workflow, stream_id`;
};

/** Refunds by business path, most first. */
export async function readRefundsByProcess(
  db: Pick<Database, 'execute'>,
  filters: AnalyticsFilters,
  named: NamedOutcomes,
): Promise<RefundsOfProcess[]> {
  const { rows } = await db.execute<RefundsOfProcess & Record<string, unknown>>(sql`
    SELECT workflow, process, count(*)::int AS paid, count(*) FILTER (WHERE refunds > 0)::int AS refunded,
           sum(refunds)::int AS refunds
      FROM (${paidRecords(filters, named)}) r GROUP BY workflow, process
     ORDER BY refunds DESC, refunded DESC, workflow, process`);
  return rows;
}

/** The records behind a path's numbers. */
export function readRefundRecords(
  db: Pick<Database, 'execute'>,
  filters: AnalyticsFilters,
  named: NamedOutcomes,
  cell: { workflow: string; process: string | null; only: 'refunded' | 'paid' },
): Promise<EvidenceList> {
  return readEvidence(
    db,
    sql`SELECT stream_id, version FROM (${paidRecords(filters, named)}) r
         WHERE workflow = ${cell.workflow} AND process IS NOT DISTINCT FROM ${cell.process}
           AND ${cell.only === 'refunded' ? sql`refunds > 0` : sql`true`}`,
  );
}

/** The records behind the number of refunds of a path: one row a refund. */
export function readRefundActs(
  db: Pick<Database, 'execute'>,
  filters: AnalyticsFilters,
  named: NamedOutcomes,
  cell: { workflow: string; process: string | null },
): Promise<EvidenceList> {
  return readEvidence(
    db,
    sql`SELECT a.stream_id, a.version FROM ${acts(filters)} a
          JOIN (${paidRecords(filters, named)}) r USING (workflow, stream_id)
         WHERE ${counting(named, 'refund')} AND ${inPeriod(filters, sql`a.occurred_at`)}
           AND workflow = ${cell.workflow} AND r.process IS NOT DISTINCT FROM ${cell.process}`,
  );
}

/** As many paths of acts as are compared. */
const mostTrails = 12;

/** The first refund of each record, with the path before it: a refund's own step is taken out of its trail again. */
const firstRefunds = (filters: AnalyticsFilters, named: NamedOutcomes): SQL => sql`
  SELECT workflow, stream_id, version, prev_at, step, trail # hashtextextended(activity, step) AS trail
    FROM (
      SELECT DISTINCT ON (stream_id) * FROM ${actsInOrder(filters)} a
       WHERE ${counting(named, 'refund')} AND ${ofRecords(filters)} ORDER BY stream_id, version
    ) first
   WHERE ${inPeriod(filters, sql`occurred_at`)} AND ${touchedBy(filters)}`;

/** The records that came a way: by the act that completed it, or by the refund that followed it. */
const came = (filters: AnalyticsFilters, refunds: SQL, trails: SQL): SQL => sql`
  SELECT workflow, trail, stream_id, version, false AS refunded FROM (
    SELECT * FROM ${actsInOrder(filters)} a
     WHERE trail IN (${trails}) AND activity IS DISTINCT FROM prev_activity
       AND ${ofRecords(filters)} AND ${inPeriod(filters, sql`occurred_at`)} OFFSET 0
  ) a WHERE ${touchedBy(filters)}
  UNION ALL
  SELECT workflow, trail, stream_id, version, true FROM ${refunds} f WHERE trail IN (${trails})`;

/** Refunds by the path of acts that led to them, most first. */
export async function readRefundsByTrail(
  db: Pick<Database, 'execute'>,
  filters: AnalyticsFilters,
  named: NamedOutcomes,
): Promise<RefundsOfTrail[]> {
  const { rows } = await db.execute<RefundsOfTrail & Record<string, unknown>>(sql`
    WITH refund AS MATERIALIZED (${firstRefunds(filters, named)}), top AS MATERIALIZED (
      SELECT workflow, trail, count(*)::int AS refunded, (array_agg(stream_id ORDER BY stream_id))[1] AS example
        FROM refund GROUP BY workflow, trail ORDER BY refunded DESC, trail LIMIT ${mostTrails}
    ), way AS MATERIALIZED (
      SELECT workflow, trail, count(DISTINCT stream_id)::int AS came
        FROM (${came(filters, sql`refund`, sql`SELECT trail FROM top`)}) c GROUP BY workflow, trail
    )
    SELECT t.workflow, t.trail::text, t.refunded, w.came, coalesce(path.activities, '{}') AS activities
      FROM top t JOIN way w USING (workflow, trail)
      JOIN refund r ON r.stream_id = t.example
      LEFT JOIN LATERAL (
        SELECT array_agg(activity ORDER BY step) AS activities FROM ${actsInOrder(filters)} a
         WHERE a.stream_id = t.example AND a.step < r.step AND activity IS DISTINCT FROM prev_activity
      ) path ON true
     ORDER BY t.refunded DESC, w.came, t.trail`);
  return rows;
}

/** The records behind the numbers of a path of acts. */
export function readTrailRecords(
  db: Pick<Database, 'execute'>,
  filters: AnalyticsFilters,
  named: NamedOutcomes,
  cell: { workflow: string; trail: string; only: 'refunded' | 'came' },
): Promise<EvidenceList> {
  const ways = came(filters, sql`refund`, sql`${cell.trail}::bigint`);
  return readEvidence(
    db,
    sql`WITH refund AS MATERIALIZED (${firstRefunds(filters, named)})
        SELECT DISTINCT ON (stream_id) stream_id, version FROM (${ways}) c
         WHERE workflow = ${cell.workflow} AND ${cell.only === 'refunded' ? sql`refunded` : sql`true`}
         ORDER BY stream_id, refunded DESC, version`,
  );
}
