/**
 * Which workflow causes most refunds? Counted by record: of those that were paid or refunded in the period, how many were
 * refunded in it. By business path; by the path of acts that led there see refund-paths.ts.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { RefundsOfProcess } from '@/lib/analytics/answers';
import type { AnalyticsFilters } from '@/lib/analytics/question';
import type { Database } from '../client';
import { acts, inPeriod, ofRecords } from './acts';
import { type EvidenceList, readEvidence } from './evidence';
import { counting, type NamedOutcomes } from './outcomes';
import { touchedBy } from './touched-by';

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
