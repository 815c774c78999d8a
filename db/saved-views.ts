/** The filters that people keep under names: each sees and changes their own. */
import { and, asc, eq, sql } from 'drizzle-orm';
import { mostViews, type SavedView, type ViewPage } from '@/lib/saved-view';
import type { Database } from './client';
import { savedViews } from './schema/saved-views';

/** Why a view was not kept or not changed; null where it was. */
export type ViewRefusal = 'name_taken' | 'too_many' | 'gone' | null;

const columns = { id: savedViews.id, name: savedViews.name, address: savedViews.address };

/** Somebody's views of a page, by name. */
export async function readViews(db: Database, personId: string, page: ViewPage): Promise<SavedView[]> {
  return db
    .select(columns)
    .from(savedViews)
    .where(and(eq(savedViews.personId, personId), eq(savedViews.page, page)))
    .orderBy(asc(sql`lower(${savedViews.name})`));
}

/** Keeps a view. Sent twice, or put back after it was deleted, it is there once. */
export async function addView(
  db: Database,
  personId: string,
  { id, page, name, address }: SavedView & { page: ViewPage },
): Promise<ViewRefusal> {
  // Two at once may come to one more than the most, which harms nobody.
  const { rowCount } = await db.execute(sql`
    INSERT INTO saved_views (id, person_id, page, name, address)
    SELECT ${id}::uuid, ${personId}, ${page}, ${name}, ${address}
     WHERE (SELECT count(*) FROM saved_views WHERE person_id = ${personId} AND page = ${page}) < ${mostViews}
    ON CONFLICT DO NOTHING`);
  if (rowCount) return null;
  const there = await readViews(db, personId, page);
  if (there.some((view) => view.id === id && view.name === name)) return null;
  if (await isTaken(db, { personId, page, id, name })) return 'name_taken';
  return there.length >= mostViews ? 'too_many' : 'gone';
}

/** Gives a view another name, or what it stands for another address; what is not given stays. */
export async function changeView(
  db: Database,
  personId: string,
  id: string,
  change: { name?: string; address?: string },
): Promise<ViewRefusal> {
  const [found] = await db
    .select({ page: savedViews.page })
    .from(savedViews)
    .where(and(eq(savedViews.id, id), eq(savedViews.personId, personId)));
  if (!found) return 'gone';
  const { page } = found;
  if (change.name !== undefined && (await isTaken(db, { personId, page, id, name: change.name })))
    return 'name_taken';
  const changed = await db
    .update(savedViews)
    .set(change)
    .where(and(eq(savedViews.id, id), eq(savedViews.personId, personId)))
    .returning({ id: savedViews.id });
  return changed.length > 0 ? null : 'gone';
}

/** Has another view of theirs this name? Whose letters are the same the database says, as its index does. */
async function isTaken(
  db: Database,
  { personId, page, id, name }: { personId: string; page: ViewPage; id: string; name: string },
): Promise<boolean> {
  const { rows } = await db.execute<{ taken: boolean }>(sql`
    SELECT EXISTS (
      SELECT FROM saved_views
       WHERE person_id = ${personId} AND page = ${page} AND id <> ${id}::uuid AND lower(name) = lower(${name})
    ) AS taken`);
  return rows[0]?.taken ?? false;
}

/** Deletes a view. One that is gone already is no failure. */
export async function removeView(db: Database, personId: string, id: string): Promise<void> {
  await db.delete(savedViews).where(and(eq(savedViews.id, id), eq(savedViews.personId, personId)));
}
