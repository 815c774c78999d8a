import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { personWorkflow } from '@/lib/person/workflow';
import { createAuth } from './auth';
import { readStream } from './event-store';
import { execute } from './execute';
import { findPasswordLink, followPasswordLink, makePasswordLink } from './invitations';
import { createPerson } from './people';
import { revert } from './revert';
import { accounts, sessions, users, verifications } from './schema/auth';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

let id: string;
const email = 'ana@example.com';
const otto = {
  actor: { id: 'otto', kind: 'user', name: 'Otto Brandt' },
  metadata: { channel: 'form' },
} as const;
beforeEach(async () => {
  await test.owner.delete(users);
  await test.owner.delete(verifications);
  const ana = { name: 'Ana Novak', email, password: 'a first password', role: 'support' } as const;
  ({ id } = await createPerson(test.app, ana));
});

async function link(): Promise<string> {
  const made = await makePasswordLink(test.app, id, otto);
  if (!made) throw new Error('No link was made.');
  return made.token;
}

const signIn = (password: string) =>
  createAuth(test.app, { secret: 'a secret of this test only, long enough' }).api.signInEmail({
    body: { email, password },
  });

it('sets the first password of somebody who has none, once', async () => {
  await test.owner.delete(accounts);
  const token = await link();
  expect(await findPasswordLink(test.app, token)).toEqual({ name: 'Ana Novak', email });
  const uses = await Promise.all(
    ['one password', 'two passwords'].map((each) => followPasswordLink(test.app, token, each)),
  );
  expect(uses.filter(Boolean)).toEqual([{ email }]);
  expect(await findPasswordLink(test.app, token)).toBeNull();
  const chosen = uses[0] ? 'one password' : 'two passwords';
  expect((await signIn(chosen)).user.email).toBe(email);
});

it('takes the place of a forgotten password, and ends the sessions that were begun with it', async () => {
  await signIn('a first password');
  expect(await followPasswordLink(test.app, await link(), 'a second password')).toEqual({ email });
  expect(await test.app.select().from(sessions)).toEqual([]);
  await expect(signIn('a first password')).rejects.toMatchObject({ statusCode: 401 });
  await signIn('a second password');
});

it('works no more when a newer one was made, when its week is over, or when it was never made', async () => {
  const former = await link();
  const newer = await link();
  expect(await findPasswordLink(test.app, former)).toBeNull();
  expect(await followPasswordLink(test.app, former, 'a second password')).toBeNull();
  expect(await findPasswordLink(test.app, newer)).not.toBeNull();
  await test.owner.execute(sql`UPDATE verifications SET expires_at = now() - interval '1 second'`);
  expect(await findPasswordLink(test.app, newer)).toBeNull();
  expect(await followPasswordLink(test.app, newer, 'a second password')).toBeNull();
  expect(await followPasswordLink(test.app, '', 'a second password')).toBeNull();
});

it('is used for nobody who is deactivated', async () => {
  const token = await link();
  await test.owner.update(users).set({ deactivatedAt: new Date() }).where(eq(users.id, id));
  expect(await findPasswordLink(test.app, token)).toBeNull();
  expect(await followPasswordLink(test.app, token, 'a second password')).toBeNull();
});

it('is made for nobody who is deactivated, nor for a record that is nobody, and then leaves no event', async () => {
  const deactivated = await execute(test.app, {
    workflow: personWorkflow,
    streamId: id,
    operationId: randomUUID(),
    ...otto,
    reason: null,
    since: 2,
    command: { type: 'deactivate_person' },
    reader: { id: 'otto', formatInstant: (instant) => instant },
  });
  expect(deactivated.ok).toBe(true);
  const before = await readStream(test.app.$client, id);
  expect(await makePasswordLink(test.app, id, otto)).toBeNull();
  expect(await makePasswordLink(test.app, randomUUID(), otto)).toBeNull();
  expect(await readStream(test.app.$client, id)).toEqual(before);
  expect(await test.app.select().from(verifications)).toEqual([]);
});

it('stands in the person’s history: who made it, when and for whom, and nothing that opens anything', async () => {
  const token = await link();
  const { rows } = await test.app.execute<{ row: string }>(
    sql`SELECT type, payload, actor_name, metadata->>'channel' AS channel, e::text AS row
          FROM events e WHERE stream_id = ${id} ORDER BY version DESC LIMIT 1`,
  );
  expect(rows).toMatchObject([
    {
      type: 'password_link_made',
      payload: { linkId: expect.any(String) },
      actor_name: 'Otto Brandt',
      channel: 'form',
    },
  ]);
  const { rows: links } = await test.app.execute<{ value: string }>(sql`SELECT value FROM verifications`);
  expect(links).toHaveLength(1);
  for (const secret of [token, links[0]?.value]) expect(rows[0]?.row).not.toContain(secret);
});

it('works no more while its making is undone, and not again beside a newer one', async () => {
  const press = async (version: number) => {
    const rights = { actorId: 'otto', mayWrite: true, mayChangeOthersWork: true };
    const asked = {
      workflow: personWorkflow,
      streamId: id,
      operationId: randomUUID(),
      ...otto,
      reason: null,
      rights,
    };
    const reader = { id: 'otto', formatInstant: (instant: string) => instant };
    return revert(test.app, { ...asked, reader, revert: { button: 'row', version } });
  };
  const token = await link();
  const made = (await readStream(test.app.$client, id)).length;
  expect((await press(made)).ok).toBe(true);
  expect(await findPasswordLink(test.app, token)).toBeNull();
  expect(await followPasswordLink(test.app, token, 'a second password')).toBeNull();
  expect((await press(made + 1)).ok).toBe(true);
  expect(await findPasswordLink(test.app, token)).not.toBeNull();
  expect((await press(made + 2)).ok).toBe(true);
  const newer = await link();
  expect((await press(made + 3)).ok).toBe(true);
  expect(await findPasswordLink(test.app, token)).toBeNull();
  expect(await findPasswordLink(test.app, newer)).not.toBeNull();
});

it('is not in the database itself', async () => {
  const token = await link();
  const { rows } = await test.app.execute(sql`SELECT v::text AS row FROM verifications v`);
  expect(JSON.stringify(rows)).not.toContain(token);
});
