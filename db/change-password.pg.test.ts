import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Auth, createAuth } from './auth';
import { changePassword, passwordChangeSchema } from './change-password';
import { createPerson, findSessionPerson } from './people';
import { accounts, sessions, signInAttempts, users } from './schema/auth';
import { failuresPerEmail } from './sign-in-limits';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let test: TestDatabase;
let auth: Auth;
const email = 'ana@example.com';
const [old, fresh] = ['correct horse', 'battery staple'] as const;

beforeAll(async () => {
  test = await createTestDatabase();
  auth = createAuth(test.app, { secret: 'a secret of at least thirty-two characters' });
});
afterAll(() => test.drop());
beforeEach(async () => {
  await test.owner.delete(users);
  await test.owner.delete(signInAttempts);
  await createPerson(test.app, { name: 'Ana Novak', email, password: old, role: 'support' });
});

const cookieOf = (headers: Headers) =>
  new Headers({
    cookie: headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; '),
  });

async function signIn(password: string = old): Promise<Headers> {
  const signedIn = await auth.api.signInEmail({
    body: { email, password },
    headers: new Headers(),
    returnHeaders: true,
  });
  return cookieOf(signedIn.headers);
}

const change = (headers: Headers, current: string, next: string = fresh) =>
  changePassword(headers, { current, next }, { through: auth, db: test.app });

describe('changing one’s own password', () => {
  it('puts the new one in force, and ends every session but this one', async () => {
    const [here, elsewhere] = [await signIn(), await signIn()];
    expect(await change(here, old)).toEqual({ ok: true });
    expect(await findSessionPerson(elsewhere, auth)).toBeNull();
    expect(await findSessionPerson(here, auth)).toMatchObject({ name: 'Ana Novak' });
    await expect(signIn(old)).rejects.toMatchObject({ statusCode: 401 });
    await signIn(fresh);
  });

  it('is refused at its field where the current one is wrong, and nothing changes', async () => {
    const here = await signIn();
    const [before] = await test.app.select().from(accounts);
    expect(await change(here, 'not it at all')).toEqual({
      ok: false,
      field: 'current',
      message: 'This is not your current password.',
    });
    expect(await findSessionPerson(here, auth)).not.toBeNull();
    expect((await test.app.select().from(accounts))[0]?.password).toBe(before?.password);
  });

  it('is refused to who is signed out, or deactivated meanwhile', async () => {
    expect(await change(new Headers(), old)).toMatchObject({
      ok: false,
      message: expect.stringContaining('signed out'),
    });
    const here = await signIn();
    await test.owner.update(users).set({ deactivatedAt: new Date() }).where(eq(users.email, email));
    expect(await change(here, old)).toMatchObject({
      ok: false,
      message: expect.stringContaining('signed out'),
    });
    await test.owner.update(users).set({ deactivatedAt: null }).where(eq(users.email, email));
    await signIn(old);
  });

  it('gives no more guesses than signing in does, made at once or not, and a right one counts none', async () => {
    const here = await signIn();
    const guesses = await Promise.all(
      Array.from({ length: failuresPerEmail.points + 5 }, (_, n) => change(here, `guess number ${n}`)),
    );
    const messages = guesses.map((guess) => (guess.ok ? 'changed' : guess.message));
    expect(messages.filter((message) => message === 'This is not your current password.')).toHaveLength(
      failuresPerEmail.points,
    );
    expect(await change(here, old)).toEqual({
      ok: false,
      message: 'Too many failed attempts. Try again in 10 minutes.',
    });
    await expect(signIn()).rejects.toMatchObject({ statusCode: 429 });
    expect(await test.app.select().from(sessions)).toHaveLength(1);
  });

  it('changes once where two try at the same time', async () => {
    const here = await signIn();
    const both = await Promise.all([
      change(here, old, 'the one password'),
      change(here, old, 'the other one'),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    await signIn(both[0]?.ok ? 'the one password' : 'the other one');
  });

  it('can’t be had over HTTP, where nobody counts', async () => {
    const headers = await signIn();
    const response = await auth.handler(
      new Request('http://127.0.0.1:3000/api/auth/change-password', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          host: '127.0.0.1:3000',
          origin: 'http://127.0.0.1:3000',
          cookie: headers.get('cookie') ?? '',
        },
        body: JSON.stringify({ currentPassword: old, newPassword: fresh }),
      }),
    );
    expect(response.status).toBe(404);
    await signIn(old);
  });
});

describe('what is typed', () => {
  const problems = (typed: { current: string; next: string; again: string }) =>
    passwordChangeSchema
      .safeParse(typed)
      .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

  it.each([
    [{ current: '', next: fresh, again: fresh }, ['current: Enter your current password.']],
    [{ current: old, next: 'short', again: 'short' }, ['next: Choose a password of at least 10 characters.']],
    [
      { current: old, next: fresh, again: 'battery stable' },
      ['again: This is not the same as the new password. Type it once more.'],
    ],
    [
      { current: old, next: old, again: old },
      ['next: This is the password that you have. Choose another one.'],
    ],
    [{ current: old, next: fresh, again: fresh }, []],
  ])('%j', (typed, expected) => expect(problems(typed)).toEqual(expected));
});
