import { sql } from 'drizzle-orm';
import { presenceChannel } from './announce';
import type { Database } from './client';

/** A tab that has been silent for so long is closed. A tab speaks every 20 seconds, unless it is hidden. */
const goneAfter = '45 seconds';

interface Tab {
  tab: string;
  streamId: string;
  person: { id: string; name: string };
}

/** Notes that a tab has a record open, and answers who else has, by name. Whoever is there is told of a newcomer. */
export async function here(db: Database, { tab, streamId, person }: Tab): Promise<{ others: string[] }> {
  const { rows } = await db.execute<{ is_new: boolean; others: string[] }>(sql`
    WITH gone AS (
      DELETE FROM presence WHERE seen_at < now() - ${goneAfter}::interval AND tab <> ${tab}::uuid
    ), noted AS (
      INSERT INTO presence (tab, stream_id, person_id, person_name)
      VALUES (${tab}, ${streamId}, ${person.id}, ${person.name})
      ON CONFLICT (tab) DO UPDATE SET stream_id = excluded.stream_id, person_id = excluded.person_id,
                                      person_name = excluded.person_name, seen_at = now()
      RETURNING xmax = 0 AS is_new
    )
    SELECT (SELECT is_new FROM noted) AS is_new,
           ARRAY(SELECT DISTINCT person_name FROM presence
                  WHERE stream_id = ${streamId}::uuid AND person_id <> ${person.id}
                    AND seen_at >= now() - ${goneAfter}::interval
                  ORDER BY person_name) AS others`);
  const [row] = rows;
  if (row?.is_new) await tell(db, streamId);
  return { others: row?.others ?? [] };
}

/** Notes that a tab has closed a record. */
export async function gone(db: Database, tab: string, personId: string): Promise<void> {
  const { rows } = await db.execute<{ stream_id: string }>(
    sql`DELETE FROM presence WHERE tab = ${tab}::uuid AND person_id = ${personId} RETURNING stream_id`,
  );
  if (rows[0]) await tell(db, rows[0].stream_id);
}

const tell = (db: Database, streamId: string) =>
  db.execute(sql`SELECT pg_notify(${presenceChannel}, ${streamId})`);
