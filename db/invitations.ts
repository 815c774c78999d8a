import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { sql } from 'drizzle-orm';
import type { Actor, EventMetadata } from '@/lib/event-sourcing/event';
import type { PersonCommand } from '@/lib/person/commands';
import { personWorkflow } from '@/lib/person/workflow';
import type { Database } from './client';
import { execute } from './execute';
import { compiled } from './prepared';

/**
 * Links with which somebody chooses their password: whoever was invited, or has forgotten theirs. Nothing is sent by mail;
 * an admin hands the link over. It works once and for a week, a newer one takes its place, and the database keeps a hash of
 * it, which opens nothing. That one was made, by whom and when, stands in the person's history, where undo withdraws it; the
 * link itself does not.
 */

const days = 7;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
const identifierOf = (personId: string): string => `password:${personId}`;

/** Who makes a link, and through what. */
interface Maker {
  actor: Actor;
  metadata: EventMetadata;
}

/** Makes a link for a person who may sign in, and tells it in their history; null where there is none. */
export async function makePasswordLink(
  db: Database,
  personId: string,
  { actor, metadata }: Maker,
): Promise<{ token: string; expiresAt: string } | null> {
  const token = randomBytes(24).toString('base64url');
  const linkId = randomUUID();
  const command: PersonCommand = { type: 'make_password_link', linkId };
  let expiresAt: string | undefined;
  const result = await execute(db, {
    workflow: personWorkflow,
    streamId: personId,
    operationId: randomUUID(),
    actor,
    reason: null,
    metadata,
    // Whatever has happened since: the newest state decides.
    since: newest,
    command,
    reader: { id: actor.id, formatInstant: (instant) => instant },
    alongside: async (client) => {
      const { rows } = await client.query(compiled(insertLink({ linkId, personId, token })));
      expiresAt = (rows[0] as { expiresAt: string } | undefined)?.expiresAt;
    },
  });
  return result.ok && expiresAt ? { token, expiresAt } : null;
}

const newest = 2_000_000_000;

const insertLink = ({ linkId, personId, token }: { linkId: string; personId: string; token: string }) => sql`
  WITH former AS (DELETE FROM verifications WHERE identifier = ${identifierOf(personId)})
  INSERT INTO verifications (id, identifier, value, expires_at)
  VALUES (${linkId}, ${identifierOf(personId)}, ${hashOf(token)}, now() + make_interval(days => ${days}::int))
  RETURNING to_json(expires_at) #>> '{}' AS "expiresAt"`;

/** Whom a link is for, while it works. */
export async function findPasswordLink(
  db: Database,
  token: string,
): Promise<{ name: string; email: string } | null> {
  const { rows } = await db.execute<{ name: string; email: string }>(sql`
    SELECT u.name, u.email
      FROM verifications v JOIN users u ON v.identifier = 'password:' || u.id
     WHERE v.value = ${hashOf(token)} AND v.expires_at > now() AND u.deactivated_at IS NULL`);
  return rows[0] ?? null;
}

/**
 * Sets the password of whom the link is for, and uses the link up; whoever was signed in as them is so no more.
 *
 * @returns the address that they sign in with; null where the link does not work, or not any more
 */
export async function followPasswordLink(
  db: Database,
  token: string,
  password: string,
): Promise<{ email: string } | null> {
  const hash = await hashPassword(password);
  const { rows } = await db.execute<{ email: string }>(sql`
    WITH used AS (
      DELETE FROM verifications v USING users u
       WHERE v.value = ${hashOf(token)} AND v.expires_at > now() AND v.identifier = 'password:' || u.id
         AND u.deactivated_at IS NULL
      RETURNING u.id, u.email
    ), proof AS (
      INSERT INTO accounts (id, account_id, provider_id, user_id, password)
      SELECT ${randomUUID()}, id, 'credential', id, ${hash} FROM used
      ON CONFLICT (user_id, provider_id) DO UPDATE SET password = excluded.password, updated_at = now()
    ), ended AS (
      DELETE FROM sessions s USING used WHERE s.user_id = used.id
    )
    SELECT email FROM used`);
  return rows[0] ?? null;
}
