import { sql } from 'drizzle-orm';
import type { Database } from '../client';

/** How often an act has happened in a workflow. */
export interface KnownActivity {
  workflow: string;
  activity: string;
  count: number;
}

/** As many kinds of acts of a workflow as are offered: a log with more has other problems. */
const most = 500;

/** The acts that the log knows, of each workflow the most frequent first. */
export async function readActivities(db: Pick<Database, 'execute'>): Promise<KnownActivity[]> {
  const { rows } = await db.execute<KnownActivity & Record<string, unknown>>(sql`
    SELECT workflow, activity, count FROM (
      SELECT workflow, activity, count(*)::int AS count,
             row_number() OVER (PARTITION BY workflow ORDER BY count(*) DESC, activity) AS place
        FROM analytics_facts WHERE reverts_version IS NULL GROUP BY workflow, activity
    ) a WHERE place <= ${most} ORDER BY workflow, place`);
  return rows;
}

/** Of these workflows those in which anything has happened. */
export async function readBusyWorkflows(
  db: Pick<Database, 'execute'>,
  workflows: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await db.execute<{ name: string }>(sql`
    SELECT name FROM unnest(${sql.param([...workflows])}::text[]) AS name
     WHERE EXISTS (SELECT FROM analytics_facts WHERE workflow = name)`);
  return new Set(rows.map(({ name }) => name));
}
