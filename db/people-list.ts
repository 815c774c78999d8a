/** The people who may sign in, by name, now or as of a moment: who could do what then. */
import { sql } from 'drizzle-orm';
import { type GrantableRole, grantableRoles } from '@/lib/access';
import type { PersonListRow } from '@/lib/person/person-list';
import { personWorkflow } from '@/lib/person/workflow';
import type { Database } from './client';
import { byName } from './name-order';
import { recordsWhere, recordTables } from './record-list';
import { type AtMoment, rowsAt } from './rows-at';
import { isoText } from './stored-event';

interface PeopleQuery extends AtMoment {
  search: string;
}

/** More are found by searching. */
export const mostPeople = 200;

type Row = Omit<PersonListRow, 'roles'> & { roles: string } & Record<string, unknown>;

/** Those that match, and how many do. */
export async function listPeople(
  db: Pick<Database, 'execute'>,
  { search, ...moment }: PeopleQuery,
): Promise<{ rows: PersonListRow[]; total: number }> {
  const matching = recordsWhere({ workflow: personWorkflow.name, search, statuses: [] });
  const from = sql`${rowsAt(recordTables, moment)} WHERE ${matching}`;
  const [page, count] = await Promise.all([
    db.execute<Row>(sql`
      SELECT stream_id AS id, version, title AS name, fields->>'email' AS email, status = 'active' AS active,
             fields->>'role' AS role, fields->>'roles' AS roles, last_event_type AS "lastEventType",
             last_actor_name AS "lastActorName", ${isoText('valid_from')} AS "changedAt",
             EXISTS (SELECT FROM accounts a WHERE a.user_id = stream_id::text) AS "canSignIn"
        FROM ${from} ORDER BY ${byName(sql`title`)}, stream_id LIMIT ${mostPeople}`),
    db.execute<{ total: number }>(sql`SELECT count(*)::int AS total FROM ${from}`),
  ]);
  const rows = page.rows.map(({ roles, ...row }) => ({ ...row, roles: rolesIn(roles) }));
  return { rows, total: count.rows[0]?.total ?? 0 };
}

const rolesIn = (text: string): GrantableRole[] => {
  const held = text.split(' ');
  return grantableRoles.filter((role) => held.includes(role));
};
