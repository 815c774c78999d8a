import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Person, roles } from '@/lib/access';
import type { Actor, EventMetadata, Scope } from '@/lib/event-sourcing/event';
import type { PersonCommand } from '@/lib/person/commands';
import { personEmail, personName } from '@/lib/person/fields';
import { personWorkflow } from '@/lib/person/workflow';
import { type Auth, auth, maxPasswordLength, minPasswordLength } from './auth';
import type { Database } from './client';
import { systemActor } from './ensure-record';
import { execute } from './execute';
import { type Client, compiled } from './prepared';
import { users } from './schema/auth';

/** What a new person needs. Messages are written for whoever fills in the form or types the command. */
export const newPersonSchema = z.object({
  name: personName,
  email: personEmail,
  password: z
    .string()
    .min(minPasswordLength, `Choose a password of at least ${minPasswordLength} characters.`)
    .max(maxPasswordLength, `Shorten the password to ${maxPasswordLength} characters.`),
  role: z.enum(roles, `Choose a role: ${roles.join(', ')}.`),
});

export type NewPerson = z.input<typeof newPersonSchema>;

/** Somebody with this email address is there already. */
export class PersonExistsError extends Error {
  constructor(readonly email: string) {
    super(`A person with the email address ${email} already exists. Choose another address.`);
    this.name = 'PersonExistsError';
  }
}

/** The first admin has been created already, perhaps a moment ago by somebody else. */
export class SetUpAlreadyError extends Error {
  constructor() {
    super('Retrace has already been set up. Sign in, or ask an admin to add you.');
    this.name = 'SetUpAlreadyError';
  }
}

interface Circumstances {
  /** Who invites them; the installation itself unless told. */
  actor?: Actor;
  metadata?: EventMetadata;
  /** When, if not now: ISO 8601 in UTC with microseconds. */
  occurredAt?: string;
  /** What else must hold, asked in the same transaction, after the person was written; throws if it does not. */
  provided?: (client: Client, id: string) => Promise<unknown>;
}

/**
 * Invites a person who signs in with a password: their first events, the sign-in tables and the password in one
 * transaction. Throws a ZodError, or a PersonExistsError.
 */
export async function createPerson(
  db: Database,
  person: NewPerson,
  { actor = systemActor, metadata = {}, occurredAt, provided }: Circumstances = {},
): Promise<{ id: string }> {
  const { password, ...valid } = newPersonSchema.parse(person);
  const hash = await hashPassword(password);
  const id = randomUUID();
  const command: PersonCommand = { type: 'invite_person', personId: id, ...valid };
  const result = await execute(db, {
    workflow: personWorkflow,
    streamId: id,
    operationId: randomUUID(),
    actor,
    reason: null,
    metadata,
    since: 0,
    command,
    reader: { id: actor.id, formatInstant: (instant) => instant },
    ...(occurredAt ? { occurredAt } : {}),
    alongside: async (client) => {
      await client.query(insertPassword(id, hash));
      await provided?.(client, id);
    },
  });
  if (result.ok) return { id };
  if (result.refusal.code === 'email_taken') throw new PersonExistsError(valid.email);
  throw new Error(`${valid.name} could not be added: ${result.refusal.message}`);
}

/** A person's first password, already hashed. They have one only, so a second one is refused by the table. */
export const insertPassword = (personId: string, hash: string) =>
  compiled(sql`
    INSERT INTO accounts (id, account_id, provider_id, user_id, password)
    VALUES (${randomUUID()}, ${personId}, 'credential', ${personId}, ${hash})`);

/** Has anybody been added yet? */
export async function anyPersonExists(db: Pick<Database, 'select'>): Promise<boolean> {
  const found = await db.select({ id: users.id }).from(users).limit(1);
  return found.length > 0;
}

/** Any number will do, as long as nobody else takes this lock in Retrace's database. */
const firstAdminLock = 7_382_004;

/**
 * Adds the first person, as an admin, when there is nobody. Of two visitors at once one wins and the other gets a
 * SetUpAlreadyError: the lock makes the second look only after the first has committed.
 */
export async function createFirstAdmin(
  db: Database,
  person: Omit<NewPerson, 'role'>,
): Promise<{ id: string }> {
  if (await anyPersonExists(db)) throw new SetUpAlreadyError();
  const provided = async (client: Client, id: string) => {
    await client.query(compiled(sql`SELECT pg_advisory_xact_lock(${firstAdminLock})`));
    const { rows } = await client.query(compiled(sql`SELECT FROM users WHERE id <> ${id} LIMIT 1`));
    if (rows.length > 0) throw new SetUpAlreadyError();
  };
  try {
    return await createPerson(
      db,
      { ...person, role: 'admin' },
      { metadata: { process: 'installation' }, provided },
    );
  } catch (error) {
    // The other visitor typed the same address.
    throw error instanceof PersonExistsError ? new SetUpAlreadyError() : error;
  }
}

/** Whoever may sign in with this address, or null. */
export async function findPerson(db: Database, email: string): Promise<Person | null> {
  const [found] = await db
    .select({ id: users.id, name: users.name, role: users.role })
    .from(users)
    .where(and(eq(users.email, email.trim().toLowerCase()), isNull(users.deactivatedAt)));
  return found ?? null;
}

/** A person with what they chose for themselves. */
export interface SignedIn extends Person {
  undoScope: Scope;
}

/**
 * Who sends this request, with the role the database has now; null when nobody is signed in or they have been
 * deactivated.
 */
export async function findSessionPerson(headers: Headers, through: Auth = auth()): Promise<SignedIn | null> {
  const found = await through.api.getSession({ headers });
  if (!found || found.user.deactivatedAt) return null;
  const role = roles.find((candidate) => candidate === found.user.role);
  if (!role) return null;
  const { id, name, undoScope } = found.user;
  return { id, name, role, undoScope: undoScope === 'anyone' ? 'anyone' : 'mine' };
}

/** Remembers whose actions a person's Undo and Redo walk, wherever they sign in. */
export async function rememberUndoScope(db: Database, personId: string, undoScope: Scope): Promise<void> {
  await db.update(users).set({ undoScope }).where(eq(users.id, personId));
}

/** The address that whoever sends this request signs in with; null when nobody is signed in. */
export async function findSessionEmail(headers: Headers, through: Auth = auth()): Promise<string | null> {
  const found = await through.api.getSession({ headers });
  return found?.user.email ?? null;
}
