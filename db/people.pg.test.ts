import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import {
  anyPersonExists,
  createFirstAdmin,
  createPerson,
  PersonExistsError,
  SetUpAlreadyError,
} from './people';
import { accounts, users } from './schema/auth';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(() => test.owner.delete(users));

const ana = {
  name: 'Ana Novak',
  email: 'ana@example.com',
  password: 'correct horse',
  role: 'support',
} as const;

describe('createPerson', () => {
  it('adds somebody with a hashed password and a lower-case address', async () => {
    const { id } = await createPerson(test.app, { ...ana, email: ' Ana@Example.COM ' });
    const [person] = await test.app.select().from(users).where(eq(users.id, id));
    const [account] = await test.app.select().from(accounts).where(eq(accounts.userId, id));
    expect(person).toMatchObject({
      email: 'ana@example.com',
      name: 'Ana Novak',
      role: 'support',
      deactivatedAt: null,
    });
    expect(account?.password).toBeTruthy();
    expect(account?.password).not.toContain(ana.password);
  });

  it('refuses an address that is taken, in whatever case, and leaves the person there alone', async () => {
    await createPerson(test.app, ana);
    await expect(
      createPerson(test.app, { ...ana, name: 'Another', email: 'ANA@example.com' }),
    ).rejects.toThrow(PersonExistsError);
    expect(await test.app.select({ name: users.name }).from(users)).toEqual([{ name: 'Ana Novak' }]);
    expect(await test.app.select().from(accounts)).toHaveLength(1);
  });

  it.each([
    ['a short password', { password: 'short' }, /at least 10 characters/],
    ['no name', { name: '  ' }, /Enter a name/],
    ['no address', { email: 'ana' }, /Enter an email address/],
    ['a role that does not exist', { role: 'owner' as 'admin' }, /Choose a role/],
  ])('refuses %s and says what to do', async (_what, change, words) => {
    const refusal = createPerson(test.app, { ...ana, ...change });
    await expect(refusal).rejects.toThrow(ZodError);
    await expect(refusal).rejects.toThrow(words);
    expect(await anyPersonExists(test.app)).toBe(false);
  });
});

describe('createFirstAdmin', () => {
  it('makes one admin of two visitors at once', async () => {
    const visits = await Promise.allSettled(
      ['one@example.com', 'two@example.com'].map((email) => createFirstAdmin(test.app, { ...ana, email })),
    );
    expect(visits.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = visits.find((visit) => visit.status === 'rejected');
    expect(refused?.reason).toBeInstanceOf(SetUpAlreadyError);
    expect(await test.app.select({ role: users.role }).from(users)).toEqual([{ role: 'admin' }]);
  });

  it('refuses when somebody is there already', async () => {
    await createPerson(test.app, { ...ana, role: 'viewer' });
    await expect(createFirstAdmin(test.app, { ...ana, email: 'x@example.com' })).rejects.toThrow(
      SetUpAlreadyError,
    );
  });
});
