import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Person, roles } from '@/lib/access';
import type { Scope } from '@/lib/event-sourcing/event';
import { isStorable, unstorableMessage } from '@/lib/storable-text';
import { type Auth, auth, maxPasswordLength, minPasswordLength } from './auth';
import type { Database } from './client';
import { accounts, users } from './schema/auth';

/** What a new person needs. Messages are written for whoever fills in the form or types the command. */
export const newPersonSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Enter a name.')
    .max(200, 'Shorten the name to 200 characters.')
    .refine(isStorable, unstorableMessage),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(
      z.email('Enter an email address such as ana@example.com.').max(254, 'This email address is too long.'),
    ),
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

/** Adds a person who signs in with a password. Throws a ZodError, or a PersonExistsError. */
export async function createPerson(db: Database, person: NewPerson): Promise<{ id: string }> {
  const valid = newPersonSchema.parse(person);
  const password = await hashPassword(valid.password);
  return db.transaction((tx) => insertPerson(tx, { ...valid, password }));
}

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
  const valid = newPersonSchema.parse({ ...person, role: 'admin' });
  const password = await hashPassword(valid.password);
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${firstAdminLock})`);
    if (await anyPersonExists(tx)) throw new SetUpAlreadyError();
    return insertPerson(tx, { ...valid, password });
  });
}

type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

async function insertPerson(
  tx: Transaction,
  person: z.output<typeof newPersonSchema>,
): Promise<{ id: string }> {
  const { name, email, role, password } = person;
  const id = randomUUID();
  const added = await tx
    .insert(users)
    .values({ id, name, email, role })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id });
  if (!added.length) throw new PersonExistsError(email);
  await tx.insert(accounts).values({
    id: randomUUID(),
    accountId: id,
    providerId: 'credential',
    userId: id,
    password,
  });
  return { id };
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
