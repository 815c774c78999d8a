import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Auth, createAuth } from './auth';
import { createPerson, findSessionPerson } from './people';
import { sessions, signInAttempts, users } from './schema/auth';
import { attemptsPerAddress, failuresPerEmail } from './sign-in-limits';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let test: TestDatabase;
let auth: Auth;
const password = 'correct horse';

beforeAll(async () => {
  test = await createTestDatabase();
  auth = createAuth(test.app, { secret: 'a secret of at least thirty-two characters' });
});
afterAll(() => test.drop());
beforeEach(async () => {
  await test.owner.delete(users);
  await test.owner.delete(signInAttempts);
  await createPerson(test.app, { name: 'Ana Novak', email: 'ana@example.com', password, role: 'support' });
});

interface SignIn {
  email?: string;
  password?: string;
  address?: string;
  headers?: Record<string, string>;
  host?: string;
}

/** Over HTTP, as a program or a test would. */
function signIn({ address = '192.0.2.1', headers, host = '127.0.0.1:3000', ...credentials }: SignIn = {}) {
  return auth.handler(
    new Request(`http://${host}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address, host, ...headers },
      body: JSON.stringify({ email: 'ana@example.com', password, ...credentials }),
    }),
  );
}

/** The cookies of a response as the next request sends them. */
function cookiesOf(response: Response): Headers {
  const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0]);
  return new Headers({ cookie: cookies.join('; ') });
}

async function failTimes(count: number, attempt: SignIn = {}): Promise<void> {
  for (let n = 0; n < count; n += 1) await signIn({ ...attempt, password: 'wrong password' });
}

describe('signing in', () => {
  it('gives a session that names the person', async () => {
    const response = await signIn({ email: 'Ana@Example.com' });
    expect(response.status).toBe(200);
    const person = await findSessionPerson(cookiesOf(response), auth);
    expect(person).toMatchObject({ name: 'Ana Novak', role: 'support' });
  });

  it('refuses a wrong password and an unknown address alike', async () => {
    const wrong = await signIn({ password: 'wrong password' });
    const unknown = await signIn({ email: 'nobody@example.com' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.json()).toEqual(await unknown.json());
    expect(await test.app.select().from(sessions)).toEqual([]);
  });

  it('is somebody only with a cookie that we signed', async () => {
    const cookie = cookiesOf(await signIn()).get('cookie') ?? '';
    const forged = new Headers({ cookie: `${cookie.slice(0, -8)}AAAAAAA%3D` });
    expect(await findSessionPerson(forged, auth)).toBeNull();
    expect(await findSessionPerson(new Headers(), auth)).toBeNull();
  });

  it.each(['http://127.0.0.1:3000', 'http://localhost:3000'])('is possible from %s', async (origin) => {
    const response = await signIn({ headers: { origin, cookie: 'anything=1' } });
    expect(response.status).toBe(200);
  });

  it.each(['http://evil.example', 'http://127.0.0.1:4000'])('is impossible from %s', async (origin) => {
    const response = await signIn({ headers: { origin, cookie: 'anything=1' } });
    expect(response.status).toBe(403);
  });
});

describe('what a client may not do', () => {
  const post = (path: string, body: object, cookie?: string) =>
    auth.handler(
      new Request(`http://127.0.0.1:3000/api/auth${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          host: '127.0.0.1:3000',
          origin: 'http://127.0.0.1:3000',
          ...(cookie ? { cookie } : {}),
        },
        body: JSON.stringify(body),
      }),
    );

  it('sign up', async () => {
    const response = await post('/sign-up/email', {
      name: 'Eve',
      email: 'eve@example.com',
      password,
      role: 'admin',
    });
    expect(response.ok).toBe(false);
    expect(await test.app.select().from(users)).toHaveLength(1);
  });

  it('give itself a role', async () => {
    const cookie = cookiesOf(await signIn()).get('cookie') ?? '';
    const response = await post('/update-user', { role: 'admin' }, cookie);
    expect(response.ok).toBe(false);
    expect(await test.app.select({ role: users.role }).from(users)).toEqual([{ role: 'support' }]);
  });
});

describe('a change to the person counts at the next request', () => {
  it('with their role', async () => {
    const cookies = cookiesOf(await signIn());
    await test.app.update(users).set({ role: 'manager' });
    expect(await findSessionPerson(cookies, auth)).toMatchObject({ role: 'manager' });
  });

  it('when they are deactivated: no session, and no new one', async () => {
    const cookies = cookiesOf(await signIn());
    await test.app.update(users).set({ deactivatedAt: new Date() }).where(eq(users.email, 'ana@example.com'));
    expect(await findSessionPerson(cookies, auth)).toBeNull();
    const again = await signIn();
    expect(again.status).toBe(403);
    expect((await again.json()).message).toMatch(/deactivated/);
  });
});

describe('too many failed attempts', () => {
  it('close an address of somebody for a while, from wherever they come, and say for how long', async () => {
    await failTimes(failuresPerEmail.points);
    const refused = await signIn({ address: '192.0.2.99', email: 'ANA@example.com' });
    expect(refused.status).toBe(429);
    expect((await refused.json()).message).toBe('Too many failed attempts. Try again in 10 minutes.');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(500);
    expect(refused.headers.getSetCookie()).toEqual([]);
  });

  it('do not close anybody else’s', async () => {
    await createPerson(test.app, { name: 'Bob', email: 'bob@example.com', password, role: 'support' });
    await failTimes(failuresPerEmail.points);
    expect((await signIn({ email: 'bob@example.com' })).status).toBe(200);
  });

  it('are forgotten after a success', async () => {
    await failTimes(failuresPerEmail.points - 1);
    expect((await signIn()).status).toBe(200);
    await failTimes(failuresPerEmail.points - 1);
    expect((await signIn()).status).toBe(200);
  });

  it('count when made all at once: a right guess after ten wrong ones makes no session', async () => {
    const guesses = Array.from({ length: 30 }, () => signIn({ password: 'wrong password' }));
    await Promise.all(guesses);
    expect((await signIn()).status).toBe(429);
    expect(await test.app.select().from(sessions)).toEqual([]);
  });

  it('from one network address over many people are stopped as well', { timeout: 120_000 }, async () => {
    const many = Array.from({ length: attemptsPerAddress.points }, (_, n) =>
      signIn({ email: `n${n}@example.com`, password: 'wrong password' }),
    );
    expect(new Set((await Promise.all(many)).map(({ status }) => status))).toEqual(new Set([401]));
    expect((await signIn()).status).toBe(429);
    expect((await signIn({ address: '192.0.2.2' })).status).toBe(200);
  });

  it('are not counted for successes: an office signs in as often as it likes', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 40 }, () => signIn().then(({ status }) => status)),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it('work the same for a server action, which calls the API directly', async () => {
    await failTimes(failuresPerEmail.points);
    const call = auth.api.signInEmail({
      body: { email: 'ana@example.com', password },
      headers: new Headers({ 'x-forwarded-for': '192.0.2.1' }),
    });
    await expect(call).rejects.toMatchObject({ statusCode: 429 });
  });
});
