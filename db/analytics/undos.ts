/**
 * What is undone most, by whom, and how long after? An undo is an event that takes a change's effect away, whichever button
 * it came from; each event of an operation counts. By default those still in force; else also those put back since.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { UndosOfActivity, UndosOfPerson } from '@/lib/analytics/answers';
import type { AnalyticsFilters } from '@/lib/analytics/question';
import type { Database } from '../client';
import { acts, inPeriod, ofRecords } from './acts';
import { type EvidenceList, readEvidence } from './evidence';

const undos = (filters: AnalyticsFilters): SQL => {
  const then = filters.asOf ? sql`<= ${filters.asOf}::timestamptz` : sql`IS NOT NULL`;
  // In force is the last of a chain of undo and redo, if it is an undo.
  const standing = filters.undone
    ? sql`true`
    : sql`NOT EXISTS (SELECT FROM analytics_facts r WHERE r.stream_id = u.stream_id AND r.reverts_version = u.version
                         AND r.occurred_at ${then})`;
  return sql`
    SELECT u.workflow, u.stream_id, u.version, u.base_activity AS activity, u.actor_id, u.actor_name, u.occurred_at,
           u.actor_id <> u.base_actor_id AS another,
           extract(epoch FROM u.occurred_at - u.reverted_at)::float8 AS seconds
      FROM analytics_facts u
     WHERE u.reverts_version IS NOT NULL AND u.depth % 2 = 1 AND u.occurred_at ${then}
       AND ${ofRecords(filters)} AND ${inPeriod(filters, sql`u.occurred_at`)}
       AND ${filters.person ? sql`u.actor_id = ${filters.person}` : sql`true`} AND ${standing}`;
};

/** Everything that could have been undone, whoever did it, and whether it was or not. */
const done = (filters: AnalyticsFilters): SQL => sql`
  SELECT workflow, activity, stream_id, version FROM ${acts({ ...filters, undone: true })} a
   WHERE ${ofRecords(filters)} AND ${inPeriod(filters, sql`occurred_at`)}`;

const quantile = (share: number): SQL =>
  sql`percentile_cont(${sql.raw(String(share))}) WITHIN GROUP (ORDER BY seconds)`;

/** What is undone most. */
export async function readUndosByActivity(
  db: Pick<Database, 'execute'>,
  filters: AnalyticsFilters,
): Promise<UndosOfActivity[]> {
  const { rows } = await db.execute<UndosOfActivity & Record<string, unknown>>(sql`
    WITH undo AS (
      SELECT workflow, activity, count(*)::int AS undos, count(*) FILTER (WHERE another)::int AS others,
             ${quantile(0.5)} AS median, ${quantile(0.75)} AS quarters, ${quantile(0.9)} AS ninety,
             ${quantile(0.99)} AS longest
        FROM (${undos(filters)}) u GROUP BY workflow, activity
    ), done AS (
      SELECT workflow, activity, count(*)::int AS done FROM (${done(filters)}) a GROUP BY workflow, activity
    )
    SELECT undo.*, coalesce(done.done, 0) AS done FROM undo LEFT JOIN done USING (workflow, activity)
     ORDER BY undos DESC, workflow, activity`);
  return rows;
}

/** Who undoes most. */
export async function readUndosByPerson(
  db: Pick<Database, 'execute'>,
  filters: AnalyticsFilters,
): Promise<UndosOfPerson[]> {
  const { rows } = await db.execute<UndosOfPerson & Record<string, unknown>>(sql`
    SELECT actor_id AS id, (array_agg(actor_name ORDER BY occurred_at DESC, stream_id, version))[1] AS name,
           count(*)::int AS undos, count(*) FILTER (WHERE another)::int AS others, ${quantile(0.5)} AS median
      FROM (${undos(filters)}) u GROUP BY actor_id ORDER BY undos DESC, id`);
  return rows;
}

/** The undos behind a number, by what they take back, or by who did. */
export function readUndoRecords(
  db: Pick<Database, 'execute'>,
  filters: AnalyticsFilters,
  cell: { workflow: string | null; activity: string | null; by: string | null; only: 'all' | 'others' },
): Promise<EvidenceList> {
  return readEvidence(
    db,
    sql`SELECT stream_id, version FROM (${undos(filters)}) u
         WHERE ${cell.activity ? sql`workflow = ${cell.workflow} AND activity = ${cell.activity}` : sql`true`}
           AND ${cell.by ? sql`actor_id = ${cell.by}` : sql`true`}
           AND ${cell.only === 'others' ? sql`another` : sql`true`}`,
  );
}

/** The events of a kind, undone or not. */
export function readDoneRecords(
  db: Pick<Database, 'execute'>,
  filters: AnalyticsFilters,
  cell: { workflow: string; activity: string },
): Promise<EvidenceList> {
  return readEvidence(
    db,
    sql`SELECT stream_id, version FROM (${done(filters)}) a
         WHERE workflow = ${cell.workflow} AND activity = ${cell.activity}`,
  );
}
