import { sql } from 'drizzle-orm';
import type { ActivityActor } from '@/lib/activity/activity-query';
import type { Database } from './client';
import { byName } from './name-order';

/**
 * Everybody, and everything, that ever did something, by name: people, those who left too, agents, the system and
 * imports. Skips through the index from one actor to the next instead of reading every event.
 */
export async function readActors(db: Pick<Database, 'execute'>): Promise<ActivityActor[]> {
  const { rows } = await db.execute<ActivityActor & Record<string, unknown>>(sql`
    WITH RECURSIVE ids AS (
      (SELECT actor_id FROM events ORDER BY actor_id LIMIT 1)
      UNION ALL
      SELECT (SELECT actor_id FROM events WHERE actor_id > ids.actor_id ORDER BY actor_id LIMIT 1)
        FROM ids WHERE ids.actor_id IS NOT NULL
    )
    SELECT ids.actor_id AS id, latest.actor_kind AS kind, latest.actor_name AS name,
           users.deactivated_at IS NOT NULL AS left
      FROM ids CROSS JOIN LATERAL (
        SELECT stream_id, version FROM events WHERE actor_id = ids.actor_id
         ORDER BY occurred_at DESC, stream_id DESC, version DESC LIMIT 1
      ) place
      JOIN events latest ON latest.stream_id = place.stream_id AND latest.version = place.version
      LEFT JOIN users ON users.id = ids.actor_id
     ORDER BY ${byName(sql`latest.actor_name`)}, ids.actor_id`);
  return rows.map(({ id, kind, name, left }) => ({ id, kind, name, left }));
}

/** Of these ids those of people who are here, and of whatever else did something. */
export async function knownActors(
  db: Pick<Database, 'execute'>,
  ids: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    SELECT asked.id FROM json_array_elements_text(${JSON.stringify(ids)}::json) AS asked (id)
     WHERE EXISTS (SELECT FROM events WHERE actor_id = asked.id) OR EXISTS (SELECT FROM users WHERE id = asked.id)`);
  return rows.map(({ id }) => id);
}
