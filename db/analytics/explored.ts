/** What the Explorer and the process map read: the acts of one kind of record, and which of them filters are about. */
import { type SQL, sql } from 'drizzle-orm';
import type { AnalyticsFilters } from '@/lib/analytics/question';
import { acts, actsInOrderParts, inPeriod, ofOneLog } from './acts';

/** Filters of one kind of record. */
export type Explored = AnalyticsFilters & { workflow: string };

/** The acts of the kind that count. A relation for FROM. */
export const actsOf = (explored: Explored): SQL =>
  sql`(SELECT * FROM ${acts(explored)} counted WHERE workflow = ${explored.workflow})`;

/** The same, each with what came before it, in parts that have no record in common. */
export const actsInOrderOf = (explored: Explored): SQL[] =>
  actsInOrderParts(explored).map(
    (part) => sql`(SELECT * FROM ${part} counted WHERE workflow = ${explored.workflow})`,
  );

/**
 * Which whole records the filters are about: those that began in the period, that were the customer's at any time, and on
 * which the person did something. A condition on `stream_id`.
 */
export function recordsOf(explored: Explored): SQL {
  const { workflow, log, from, to, person, customer, asOf } = explored;
  const facts = sql`SELECT stream_id FROM analytics_facts WHERE workflow = ${workflow} AND ${ofOneLog(log)}`;
  const until = asOf === null ? sql`true` : sql`occurred_at <= ${asOf}::timestamptz`;
  const began = sql`${facts} AND version = 1 AND ${inPeriod(explored, sql`occurred_at`)}`;
  const theirs = sql`${facts} AND customer_id = ${customer}::uuid AND ${until}`;
  const touched = sql`${facts} AND actor_id = ${person} AND reverts_version IS NULL AND ${until}`;
  const conditions = [
    from === null && to === null ? null : began,
    customer === null ? null : theirs,
    person === null ? null : touched,
  ];
  return sql.join(
    [sql`true`, ...conditions.flatMap((records) => (records ? [sql`stream_id IN (${records})`] : []))],
    sql` AND `,
  );
}

/** Which acts the filters are about: those in the period, by the person, on a record that was then the customer's. */
export function isMeant(explored: Explored): SQL {
  const { person, customer } = explored;
  return sql`${inPeriod(explored, sql`occurred_at`)}
    AND ${person === null ? sql`true` : sql`actor_id = ${person}`}
    AND ${customer === null ? sql`true` : sql`customer_id = ${customer}::uuid`}`;
}
