/**
 * The acts that a question is about, in one shape whatever the moment and whether undone ones count. An act is an event
 * that takes nothing back; it is in force while it was taken back an even number of times.
 *
 * The facts know what is in force now and what came before it there. At an earlier moment that is the same for every
 * record in which nothing was ever taken back: its acts until then are a beginning of its acts. Only the others are
 * gone through again.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { BehindPage, Selection } from '@/lib/analytics/selection';
import { behindPageSize } from '@/lib/analytics/selection';
import type { Database } from '../client';
import { isoText } from '../stored-event';

const columns = sql.raw(
  'stream_id, version, activity, actor_id, actor_kind, actor_name, occurred_at, customer_id, process',
);

/**
 * A subquery of the acts of a workflow, as of a moment, in force or all, each with the one before it on its record and the
 * number of its step: one after another of a kind are one step.
 */
export function actsOf({ workflow, asOf, undone }: Pick<Selection, 'workflow' | 'asOf' | 'undone'>): SQL {
  const all = sql`analytics_facts WHERE workflow = ${workflow} AND reverts_version IS NULL`;
  if (asOf === null && !undone) {
    return sql`(SELECT ${columns}, prev_activity, prev_at, step FROM ${all} AND undone_at IS NULL)`;
  }
  const then = asOf === null ? sql`true` : sql`occurred_at <= ${asOf}::timestamptz`;
  const inForce = undone
    ? sql`true`
    : sql`(toggles IS NULL OR (SELECT count(*) FROM unnest(toggles) AS at WHERE at <= ${asOf}::timestamptz) % 2 = 0)`;
  const touched = sql`(SELECT stream_id FROM analytics_facts WHERE reverts_version IS NOT NULL)`;
  return sql`(
    SELECT ${columns}, prev_activity, prev_at, step FROM ${all} AND ${then} AND stream_id NOT IN ${touched}
    UNION ALL
    SELECT ${columns}, prev_activity, prev_at,
           count(*) FILTER (WHERE activity IS DISTINCT FROM prev_activity)
             OVER (PARTITION BY stream_id ORDER BY version)::int AS step
      FROM (SELECT ${columns}, lag(activity) OVER stream AS prev_activity, lag(occurred_at) OVER stream AS prev_at
              FROM ${all} AND ${then} AND ${inForce} AND stream_id IN ${touched}
            WINDOW stream AS (PARTITION BY stream_id ORDER BY version)) gone_through)`;
}

/**
 * Which whole records a selection is of: those that began in the period, that were the customer's at any time, and on
 * which the person did something. A condition on `stream_id`.
 */
export function recordsOf({ workflow, from, to, person, customer, asOf }: Selection): SQL {
  const facts = sql`SELECT stream_id FROM analytics_facts WHERE workflow = ${workflow}`;
  const until = asOf === null ? sql`true` : sql`occurred_at <= ${asOf}::timestamptz`;
  const conditions = [
    from !== null || to !== null
      ? sql`stream_id IN (${facts} AND version = 1 AND ${within(from, to)})`
      : null,
    customer === null ? null : sql`stream_id IN (${facts} AND customer_id = ${customer}::uuid AND ${until})`,
    person === null
      ? null
      : sql`stream_id IN (${facts} AND actor_id = ${person} AND reverts_version IS NULL AND ${until})`,
  ];
  return allOf(conditions);
}

/** Which acts a selection is of: those in the period, by the person, on a record that was then the customer's. */
export function actsWhere({ from, to, person, customer }: Selection): SQL {
  return allOf([
    from !== null || to !== null ? within(from, to) : null,
    person === null ? null : sql`actor_id = ${person}`,
    customer === null ? null : sql`customer_id = ${customer}::uuid`,
  ]);
}

function within(from: string | null, to: string | null): SQL {
  return allOf([
    from === null ? null : sql`occurred_at >= ${from}::timestamptz`,
    to === null ? null : sql`occurred_at < ${to}::timestamptz`,
  ]);
}

const allOf = (conditions: readonly (SQL | null)[]): SQL =>
  sql.join([sql`true`, ...conditions.filter((condition) => condition !== null)], sql` AND `);

type Read = Pick<Database, 'execute'>;

/**
 * One page of what is behind a number.
 *
 * @param places a query for `stream_id` and `version`, one row for each that the number counts
 * @param page from 0
 */
export async function readBehind(db: Read, places: SQL, page: number): Promise<BehindPage> {
  const { rows } = await db.execute<{
    streamId: string;
    version: number;
    at: string;
    activity: string;
    actorName: string;
    total: number;
  }>(sql`
    WITH places AS MATERIALIZED (${places}), shown AS (
      SELECT f.stream_id, f.version, f.occurred_at, f.activity, f.actor_name
        FROM places JOIN analytics_facts f USING (stream_id, version)
       ORDER BY f.occurred_at DESC, f.stream_id, f.version DESC
       LIMIT ${behindPageSize} OFFSET ${page * behindPageSize}
    )
    SELECT stream_id AS "streamId", version, ${isoText('occurred_at')} AS at, activity, actor_name AS "actorName",
           (SELECT count(*)::int FROM places) AS total
      FROM shown ORDER BY occurred_at DESC, stream_id, version DESC`);
  const [first] = rows;
  if (first) return { rows: rows.map(({ total: _, ...row }) => row), total: first.total };
  return { rows: [], total: page === 0 ? 0 : (await readBehind(db, places, 0)).total };
}
