import { type SQL, sql } from 'drizzle-orm';
import {
  analyticsOutcomes,
  defaultOutcomes,
  type Outcome,
  type Outcomes,
  workflowsWithDefaults,
} from '@/lib/analytics/outcomes';
import type { Database } from '../client';
import { isOutcome } from './acts';

/** What counts as what in each workflow, by its name. */
export type NamedOutcomes = ReadonlyMap<string, Outcomes>;

/** The outcomes of every workflow that has any, as somebody chose them or else by default. */
export async function readOutcomes(db: Pick<Database, 'execute'>): Promise<NamedOutcomes> {
  const { rows } = await db.execute<{ workflow: string; outcome: Outcome; activities: string[] }>(
    sql`SELECT workflow, outcome, activities FROM analytics_outcomes`,
  );
  const named = new Map(workflowsWithDefaults.map((workflow) => [workflow, defaultOutcomes(workflow)]));
  for (const { workflow, outcome, activities } of rows)
    named.set(workflow, { ...(named.get(workflow) ?? defaultOutcomes(workflow)), [outcome]: activities });
  return named;
}

/** Chooses what counts as what in a workflow; what is as by default is not kept. */
export async function saveOutcomes(
  db: Database,
  { workflow, outcomes, by }: { workflow: string; outcomes: Outcomes; by: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`DELETE FROM analytics_outcomes WHERE workflow = ${workflow}`);
    const usual = defaultOutcomes(workflow);
    for (const outcome of analyticsOutcomes) {
      const activities = [...new Set(outcomes[outcome])].sort();
      if (activities.join('\n') === [...usual[outcome]].sort().join('\n')) continue;
      await tx.execute(sql`INSERT INTO analytics_outcomes (workflow, outcome, activities, changed_by)
        VALUES (${workflow}, ${outcome}, ${sql.param(activities)}::text[], ${by})`);
    }
  });
}

/** Is it an act that counts as this outcome? */
export function counting(named: NamedOutcomes, outcome: Outcome): SQL {
  return isOutcome([...named].map(([workflow, outcomes]) => ({ workflow, activities: outcomes[outcome] })));
}

/** The workflows in which something counts as this outcome. */
export function workflowsWith(named: NamedOutcomes, outcome: Outcome): string[] {
  return [...named].filter(([, outcomes]) => outcomes[outcome].length > 0).map(([workflow]) => workflow);
}
