/** What there is to choose from: skips through the index from one to the next instead of reading every fact. */
import { sql } from 'drizzle-orm';
import type { Database } from '../client';
import { ofOneLog } from './acts';

type Read = Pick<Database, 'execute'>;

/** The kinds of record that have facts. */
export async function readWorkflows(db: Read): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(sql`
    WITH RECURSIVE found AS (
      (SELECT workflow AS name FROM analytics_facts ORDER BY workflow LIMIT 1)
      UNION ALL
      SELECT (SELECT workflow FROM analytics_facts WHERE workflow > found.name ORDER BY workflow LIMIT 1)
        FROM found WHERE found.name IS NOT NULL
    ) SELECT name FROM found WHERE name IS NOT NULL`);
  return rows.map(({ name }) => name);
}

/** The logs that were brought in here, by name. */
export async function readLogs(db: Read): Promise<string[]> {
  const { rows } = await db.execute<{ log: string }>(sql`
    SELECT DISTINCT log FROM imports
     WHERE state IN ('writing', 'done') AND coalesce(mapping->>'into', 'record') = 'record' ORDER BY log LIMIT 200`);
  return rows.map(({ log }) => log);
}

/** What was done to records of a kind, or of one log, undone acts included, undo itself not. */
export async function readActivities(
  db: Read,
  { workflow, log }: { workflow: string; log?: string | null },
): Promise<string[]> {
  const next = (after: string) => sql`
    SELECT activity FROM analytics_facts
     WHERE workflow = ${workflow} AND ${ofOneLog(log)} AND reverts_version IS NULL AND ${sql.raw(after)} ORDER BY activity LIMIT 1`;
  const { rows } = await db.execute<{ name: string }>(sql`
    WITH RECURSIVE found AS (
      SELECT (${next('true')}) AS name
      UNION ALL
      SELECT (${next('activity > found.name')}) FROM found WHERE found.name IS NOT NULL
    ) SELECT name FROM found WHERE name IS NOT NULL`);
  return rows.map(({ name }) => name);
}
