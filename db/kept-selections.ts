/** What somebody chose by hand, kept for as long as they may look at it: see the schema. */
import { eq, sql } from 'drizzle-orm';
import type { Chosen } from '@/lib/batch-selection';
import type { Database } from './client';
import { keptSelections } from './schema/kept-selections';

const longestKept = sql.raw(`interval '30 days'`);

/** Keeps a selection, and lets go of those that nobody will look at any more. Answers its id. */
export async function keepSelection(db: Database, chosen: Chosen, madeBy: string): Promise<string> {
  await db.delete(keptSelections).where(sql`${keptSelections.madeAt} < now() - ${longestKept}`);
  const [kept] = await db
    .insert(keptSelections)
    .values({ chosen, madeBy })
    .returning({ id: keptSelections.id });
  if (!kept) throw new Error('The database kept no selection.');
  return kept.id;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What is kept under an id; null where nothing is, or is no more. */
export async function readKeptSelection(db: Database, id: string): Promise<Chosen | null> {
  if (!uuid.test(id)) return null;
  const [kept] = await db
    .select({ chosen: keptSelections.chosen })
    .from(keptSelections)
    .where(eq(keptSelections.id, id));
  return (kept?.chosen as Chosen | undefined) ?? null;
}
