import { sql } from 'drizzle-orm';
import { type AppPerson, lastAdmin, roleOf } from '@/lib/person/person';
import { summarize } from '@/lib/person/summarize';
import type { Projection } from './projection';
import { recordsProjection } from './records';

// Not `fills`: rows that are copied into the tables of records would leave the sign-in tables behind.
const { fills: _, ...records } = recordsProjection(summarize);

/**
 * People are in the tables of records, as of any moment, and the sign-in tables follow the same row: who they are, what they
 * may do, and whether they may sign in. Whoever is deactivated has no session any more when the append is done; one that
 * was begun at the very same moment counts for nothing, and is removed at the latest before they are let in again. A password
 * link whose making is undone works no more, until redo puts it back, unless a newer one has taken its place.
 */
export const peopleProjection: Projection = {
  ...records,
  follows: {
    what: 'what the person signs in with',
    rows: `SELECT name, email, role, deactivated_at IS NULL AS active FROM users WHERE id = $1::uuid::text`,
    of: (state) => {
      const { name, email, active } = state as AppPerson;
      return [{ name, email, role: roleOf(state as AppPerson), active }];
    },
  },
  ctes: sql`${records.ctes}, signing_in AS (
      INSERT INTO users (id, name, email, role, deactivated_at, created_at, updated_at)
      SELECT stream_id::text, title, fields->>'email', fields->>'role',
             CASE WHEN status <> 'active' THEN occurred_at END, occurred_at, recorded_at
        FROM taken WHERE last
      ON CONFLICT (id) DO UPDATE SET
        name = excluded.name, email = excluded.email, role = excluded.role, updated_at = excluded.updated_at,
        deactivated_at = CASE WHEN excluded.deactivated_at IS NOT NULL
                              THEN coalesce(users.deactivated_at, excluded.deactivated_at) END
    ), ended_sessions AS (
      DELETE FROM sessions s USING taken t
       WHERE t.last AND (t.status <> 'active' OR t.type = 'person_reactivated') AND s.user_id = t.stream_id::text
    ), withdrawn_links AS (
      UPDATE verifications v SET identifier = 'withdrawn:' || t.stream_id
        FROM taken t WHERE t.type = 'password_link_withdrawn' AND v.id = t.payload->>'linkId'
    ), links_again AS (
      UPDATE verifications v SET identifier = 'password:' || t.stream_id
        FROM taken t WHERE t.type = 'password_link_made' AND v.id = t.payload->>'linkId'
         AND NOT EXISTS (SELECT FROM verifications n WHERE n.identifier = 'password:' || t.stream_id)
    )`,
  refusals: {
    users_last_admin: lastAdmin,
    users_email_unique: {
      code: 'email_taken',
      message: 'Somebody with this email address is here already. Look for them in the list of people.',
      field: 'email',
    },
  },
};
