/**
 * The acts that analytics count, as a relation for FROM: own changes, never undo and redo themselves, which show in whether
 * a change counts. By default those in force now; as of a moment, those that were in force then; or all that were ever done.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { AnalyticsFilters } from '@/lib/analytics/question';
import { pathClass } from '../schema/path-class';

/** Which acts count: those up to a moment, with those that are taken back or without. */
export type Mode = Pick<AnalyticsFilters, 'asOf' | 'undone' | 'log'>;

/** Does this row count? */
export function counts({ asOf, undone, log }: Mode): SQL {
  const then = sql`${asOf ? sql`occurred_at <= ${asOf}::timestamptz` : sql`true`} AND ${ofOneLog(log)}`;
  if (undone) return sql`reverts_version IS NULL AND ${then}`;
  if (!asOf) return sql`stands AND ${ofOneLog(log)}`;
  return sql`reverts_version IS NULL AND ${then} AND (toggles IS NULL OR
    (SELECT count(*) % 2 = 0 FROM unnest(toggles) toggle WHERE toggle <= ${asOf}::timestamptz))`;
}

const columns = sql.raw(
  'workflow, stream_id, version, activity, actor_id, actor_kind, actor_name, occurred_at, customer_id, process',
);

const inOrder = sql.raw('prev_activity, prev_at, path_class, step, trail');

/** The acts that count. What came before each on its record is not known of all: see `actsInOrder`. */
export const acts = (mode: Mode): SQL => sql`(SELECT ${columns} FROM analytics_facts WHERE ${counts(mode)})`;

/**
 * The acts that count with `prev_activity`, `prev_at`, `path_class`, `step` and `trail` among those that count. A relation for FROM.
 */
export const actsInOrder = (mode: Mode): SQL => sql`(${sql.join(actsInOrderParts(mode), sql` UNION ALL `)})`;

/**
 * The same in one or two parts, which have no record in common. What comes before an act is stored as it is among those in
 * force now. That is the same up to any moment, unless something was taken back or put back on the record since; and with
 * undone acts, unless anything ever was. Only such records are gone through again. Who counts the parts one by one is quicker:
 * what is not gone through again is read by several processes then.
 */
export function actsInOrderParts(mode: Mode): SQL[] {
  const { asOf, undone } = mode;
  if (!asOf && !undone)
    return [sql`(SELECT ${columns}, ${inOrder} FROM analytics_facts WHERE ${counts(mode)})`];
  const changed = sql`SELECT stream_id FROM analytics_facts WHERE reverts_version IS NOT NULL
                         AND ${undone ? sql`true` : sql`occurred_at > ${asOf}::timestamptz`}`;
  // On what was not changed since, what was in force then is what is in force now: sooner seen than by its toggles.
  const unchanged = undone
    ? counts(mode)
    : sql`${counts({ ...mode, asOf: null })} AND occurred_at <= ${asOf}::timestamptz`;
  // As a join: a list that rows are looked up in would be read by one process.
  const asStored = sql`(
    SELECT ${columns}, ${inOrder} FROM analytics_facts f
     WHERE ${unchanged} AND NOT EXISTS (SELECT FROM (${changed}) c WHERE c.stream_id = f.stream_id))`;
  const again = sql`(
    SELECT ${columns}, prev_activity, prev_at, ${pathClass} AS path_class, step::int,
           coalesce(bit_xor(CASE WHEN activity IS DISTINCT FROM prev_activity THEN hashtextextended(activity, step) END)
             OVER (PARTITION BY stream_id ORDER BY version), 0) AS trail
      FROM (
        SELECT *, count(*) FILTER (WHERE activity IS DISTINCT FROM prev_activity)
                    OVER (PARTITION BY stream_id ORDER BY version) AS step
          FROM (
            SELECT ${columns}, lag(activity) OVER stream AS prev_activity, lag(occurred_at) OVER stream AS prev_at
              FROM analytics_facts
             WHERE ${counts(mode)} AND stream_id IN (${changed})
            WINDOW stream AS (PARTITION BY stream_id ORDER BY version)
          ) told
      ) stepped)`;
  return [asStored, again];
}

/** The path that a record of a log began on is the log. */
export const ofOneLog = (log: string | null | undefined): SQL =>
  log ? sql`workflow = 'record' AND process = ${log}` : sql`true`;

/** The filters on records; the period and the person are each question's own. */
export function ofRecords({
  workflow,
  log,
  customer,
}: Pick<AnalyticsFilters, 'workflow' | 'log' | 'customer'>): SQL {
  return sql`${workflow ? sql`workflow = ${workflow}` : sql`true`} AND ${ofOneLog(log)}
    AND ${customer ? sql`customer_id = ${customer}::uuid` : sql`true`}`;
}

/** Is a column within the period? */
export function inPeriod({ from, to }: Pick<AnalyticsFilters, 'from' | 'to'>, column: SQL): SQL {
  return sql`${from ? sql`${column} >= ${from}::timestamptz` : sql`true`}
    AND ${to ? sql`${column} < ${to}::timestamptz` : sql`true`}`;
}

/** Is it an act that counts as one of these outcomes? */
export function isOutcome(named: readonly { workflow: string; activities: readonly string[] }[]): SQL {
  const alternatives = named
    .filter(({ activities }) => activities.length > 0)
    .map(
      ({ workflow, activities }) =>
        sql`(workflow = ${workflow} AND activity = ANY(${sql.param([...activities])}::text[]))`,
    );
  return alternatives.length > 0 ? sql`(${sql.join(alternatives, sql` OR `)})` : sql`false`;
}
