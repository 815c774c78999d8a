import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { and, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import { type Auth, auth } from './auth';
import { type Database, database } from './client';
import { newPersonSchema } from './people';
import { accounts, sessions } from './schema/auth';
import { signInLimits, waitInWords } from './sign-in-limits';

/** What somebody types to change their own password. Messages are written for whoever fills in the form. */
export const passwordChangeSchema = z
  .object({
    current: z.string().min(1, 'Enter your current password.'),
    next: newPersonSchema.shape.password,
    again: z.string(),
  })
  .refine(({ next, again }) => next === again, {
    path: ['again'],
    message: 'This is not the same as the new password. Type it once more.',
  })
  .refine(({ current, next }) => current !== next, {
    path: ['next'],
    message: 'This is the password that you have. Choose another one.',
  });

export type PasswordChange = z.output<typeof passwordChangeSchema>;

export type ChangedPassword = { ok: true } | { ok: false; field?: 'current'; message: string };

const signedOut =
  'You are signed out, so the password was not changed. Sign in again in another tab, then try once more.';

/**
 * Changes the password of whoever sends this request, and ends every session of theirs but this one, both or neither.
 * Wrong guesses at the current one count as those at sign-in do: a browser that somebody left open gives no more of them.
 */
export async function changePassword(
  headers: Headers,
  { current, next }: Pick<PasswordChange, 'current' | 'next'>,
  { through = auth(), db = database() }: { through?: Auth; db?: Database } = {},
): Promise<ChangedPassword> {
  const found = await through.api.getSession({ headers });
  if (!found || found.user.deactivatedAt) return { ok: false, message: signedOut };
  const { user, session } = found;
  const limits = signInLimits(db);
  const wait = await limits.guess(user.email);
  if (wait) return { ok: false, message: `Too many failed attempts. Try again in ${waitInWords(wait)}.` };

  const own = and(eq(accounts.userId, user.id), eq(accounts.providerId, 'credential'));
  const [account] = await db.select({ password: accounts.password }).from(accounts).where(own);
  const hash = account?.password;
  if (!hash || !(await verifyPassword({ hash, password: current }))) return wrong;
  const password = await hashPassword(next);
  const changed = await db.transaction(async (tx) => {
    // Somebody may have changed it while this one was being hashed.
    const updated = await tx
      .update(accounts)
      .set({ password, updatedAt: new Date() })
      .where(and(own, eq(accounts.password, hash)))
      .returning({ id: accounts.id });
    if (updated.length === 0) return false;
    await tx.delete(sessions).where(and(eq(sessions.userId, user.id), ne(sessions.token, session.token)));
    return true;
  });
  if (!changed) return wrong;
  await limits.forget(user.email);
  return { ok: true };
}

const wrong: ChangedPassword = { ok: false, field: 'current', message: 'This is not your current password.' };
