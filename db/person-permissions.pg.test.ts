/** The app's own people through the one write path: the sign-in tables follow, and an admin is always left. */
import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonCommand } from '@/lib/person/commands';
import { personWorkflow } from '@/lib/person/workflow';
import { type Auth, createAuth } from './auth';
import { readStream } from './event-store';
import { execute } from './execute';
import { addMissingPeople } from './missing-people';
import { createPerson, findSessionPerson } from './people';
import { revert } from './revert';
import { revertMany } from './revert-many';
import { sessions, users } from './schema/auth';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let test: TestDatabase;
let auth: Auth;
beforeAll(async () => {
  test = await createTestDatabase();
  auth = createAuth(test.app, { secret: 'a secret of this test only, long enough' });
});
afterAll(() => test.drop());
beforeEach(() => test.owner.delete(users));

const password = 'correct horse';
type Role = 'viewer' | 'support' | 'manager' | 'admin';

async function add(name: string, role: Role): Promise<string> {
  const email = `${name}@example.com`;
  return (await createPerson(test.app, { name, email, password, role })).id;
}

const reader = { id: 'otto', formatInstant: (instant: string) => instant };
const asked = (actorId: string, streamId: string) => ({
  workflow: personWorkflow,
  streamId,
  operationId: randomUUID(),
  actor: { id: actorId, kind: 'user', name: 'An admin' } as const,
  reason: 'because',
  metadata: {},
  reader,
});

/** A command from a page that has seen everything. */
async function give(streamId: string, command: PersonCommand, actorId = 'otto') {
  const since = (await readStream(test.app.$client, streamId)).length;
  return execute(test.app, { ...asked(actorId, streamId), command, since });
}

const rights = { actorId: 'otto', mayWrite: true, mayChangeOthersWork: true };

function undo(streamId: string, version: number) {
  return revert(test.app, { ...asked('otto', streamId), revert: { button: 'row', version }, rights });
}

async function signInRow(id: string) {
  const [row] = await test.app.select().from(users).where(eq(users.id, id));
  return row;
}

const signIn = (name: string) =>
  auth.api.signInEmail({
    body: { email: `${name}@example.com`, password },
    returnHeaders: true,
  });

const sessionOf = (headers: Headers) =>
  findSessionPerson(new Headers({ cookie: headers.getSetCookie().join('; ') }), auth);

const admins = async () => {
  const { rows } = await test.app.execute<{ id: string }>(
    sql`SELECT id FROM users WHERE role = 'admin' AND deactivated_at IS NULL`,
  );
  return rows.map(({ id }) => id);
};

describe('the sign-in tables', () => {
  it('begin with the invitation: person, role and password, all or none', async () => {
    const ana = await add('ana', 'support');
    const events = await readStream(test.app.$client, ana);
    expect(events.map(({ type, payload }) => [type, payload])).toEqual([
      ['person_invited', { personId: ana, name: 'ana', email: 'ana@example.com' }],
      ['role_granted', { role: 'support' }],
    ]);
    expect(new Set(events.map(({ operationId }) => operationId)).size).toBe(1);
    expect(await signInRow(ana)).toMatchObject({ name: 'ana', role: 'support', deactivatedAt: null });
    // A second one with this address leaves nothing behind, not even an event.
    const before = await test.app.execute(sql`SELECT count(*) FROM events`);
    await expect(add('ana', 'admin')).rejects.toThrow('already exists');
    expect((await test.app.execute(sql`SELECT count(*) FROM events`)).rows).toEqual(before.rows);
  });

  it('leave nobody behind where the password could not be written', async () => {
    const failing = createPerson(
      test.app,
      { name: 'ana', email: 'ana@example.com', password, role: 'support' },
      { provided: () => Promise.reject(new Error('no')) },
    );
    await expect(failing).rejects.toThrow('no');
    expect(await test.app.select().from(users)).toEqual([]);
    const { rows } = await test.app.execute(
      sql`SELECT FROM events WHERE workflow = 'person' AND payload->>'name' = 'ana' AND NOT EXISTS
          (SELECT FROM streams s WHERE s.stream_id = events.stream_id)`,
    );
    expect(rows).toEqual([]);
  });

  it('follow each event and its undo', async () => {
    const ana = await add('ana', 'support');
    const role = async () => (await signInRow(ana))?.role;
    expect((await give(ana, { type: 'grant_role', role: 'manager' })).ok).toBe(true);
    expect(await role()).toBe('manager');
    expect((await undo(ana, 3)).ok).toBe(true);
    expect(await role()).toBe('support');
    expect((await give(ana, { type: 'revoke_role', role: 'support' })).ok).toBe(true);
    expect(await role()).toBe('viewer');
  });

  it('end the sessions of whoever is deactivated at once, refuse them, and let them in again after undo', async () => {
    await add('otto', 'admin');
    const ana = await add('ana', 'support');
    const { headers } = await signIn('ana');
    expect(await sessionOf(headers)).toMatchObject({ id: ana, role: 'support' });
    expect((await give(ana, { type: 'deactivate_person' })).ok).toBe(true);
    expect(await sessionOf(headers)).toBeNull();
    expect(await test.app.select().from(sessions).where(eq(sessions.userId, ana))).toEqual([]);
    await expect(signIn('ana')).rejects.toMatchObject({ body: { code: 'DEACTIVATED' } });

    // A sign-in that raced with it may have left a session behind: it counts for nothing, now and later.
    const [token, userId] = ['a token that came too late', ana];
    await test.app
      .insert(sessions)
      .values({ id: randomUUID(), token, userId, expiresAt: new Date(Date.now() + 60_000) });
    expect((await undo(ana, 3)).ok).toBe(true);
    expect(await test.app.select().from(sessions).where(eq(sessions.userId, ana))).toEqual([]);
    expect(await sessionOf(headers)).toBeNull();
    expect(await sessionOf((await signIn('ana')).headers)).toMatchObject({ id: ana, role: 'support' });
  });

  it('can’t lose anybody by the app’s own hand', async () => {
    await add('ana', 'support');
    await expect(test.app.delete(users)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('permission denied') },
    });
  });
});

describe('the last admin', () => {
  const refused = { ok: false, refusal: { code: 'last_admin' } };

  it.each<PersonCommand>([{ type: 'revoke_role', role: 'admin' }, { type: 'deactivate_person' }])(
    'is not removed by $type, and nothing is written',
    async (command) => {
      const otto = await add('otto', 'admin');
      await add('mia', 'manager');
      expect(await give(otto, command)).toMatchObject(refused);
      expect(await readStream(test.app.$client, otto)).toHaveLength(2);
      expect(await admins()).toEqual([otto]);
    },
  );

  it('is not removed by the undo of their grant, nor by redo', async () => {
    const otto = await add('otto', 'admin');
    const ada = await add('ada', 'viewer');
    await give(ada, { type: 'grant_role', role: 'admin' });
    await give(otto, { type: 'revoke_role', role: 'admin' });
    expect(await undo(ada, 2)).toMatchObject({ ok: false, refusal: { code: 'invariant' } });
    // Otto is back, Ada goes, comes back by undo, and Otto goes again: redo of Ada's going would leave nobody.
    await give(otto, { type: 'grant_role', role: 'admin' });
    expect((await undo(ada, 2)).ok).toBe(true);
    expect((await undo(ada, 3)).ok).toBe(true);
    await give(otto, { type: 'deactivate_person' });
    expect(await undo(ada, 4)).toMatchObject({ ok: false, refusal: { code: 'invariant' } });
    expect(await admins()).toEqual([ada]);
  });

  it('is one of two who revoke each other at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      await test.owner.delete(users);
      const [one, two] = [await add('one', 'admin'), await add('two', 'admin')];
      const results = await Promise.all([
        give(two, { type: 'revoke_role', role: 'admin' }, one),
        give(one, { type: 'revoke_role', role: 'admin' }, two),
      ]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results.find(({ ok }) => !ok)).toMatchObject(refused);
      const left = await admins();
      expect(left).toHaveLength(1);
      // The log says the same as the table: the loser wrote no event.
      const counts = await Promise.all(
        [one, two].map(async (id) => (await readStream(test.app.$client, id)).length),
      );
      expect(counts.sort()).toEqual([2, 3]);
    }
  });

  it('is one of many who go at once by commands and undos, from two processes', async () => {
    const other = (await import('./client')).connect(test.appUrl, {
      max: 4,
      applicationName: 'retrace test: other',
    });
    const everybody: string[] = [];
    for (let n = 0; n < 6; n++) {
      const id = await add(`admin${n}`, 'viewer');
      await give(id, { type: 'grant_role', role: 'admin' });
      everybody.push(id);
    }
    const results = await Promise.all(
      everybody.map((id, n) => {
        if (n % 3 === 0)
          return revert(other, { ...asked('otto', id), revert: { button: 'row', version: 2 }, rights });
        const command: PersonCommand =
          n % 3 === 1 ? { type: 'deactivate_person' } : { type: 'revoke_role', role: 'admin' };
        return execute(n % 2 ? test.app : other, { ...asked('otto', id), command, since: 2 });
      }),
    );
    await other.$client.end();
    expect(results.filter(({ ok }) => ok)).toHaveLength(5);
    expect(await admins()).toHaveLength(1);
  });

  it('is kept by a batch that would take all of them at once, and nothing of it is done', async () => {
    const grants: string[] = [];
    for (const name of ['one', 'two']) {
      const id = await add(name, 'viewer');
      await give(id, { type: 'grant_role', role: 'admin' });
      grants.push(id);
    }
    const result = await revertMany(test.app, {
      selected: grants.map((streamId) => ({ streamId, versions: [2] })),
      skip: false,
      operationId: randomUUID(),
      actor: { id: 'otto', kind: 'user', name: 'Otto' },
      rights,
      refusalToChange: () => null,
      reader,
      reason: 'All wrong',
      metadata: { batch: { size: 2 } },
      body: { grants },
      planHash: null,
    });
    expect(result).toMatchObject(refused);
    expect((await admins()).sort()).toEqual(grants.sort());
    for (const id of grants) expect(await readStream(test.app.$client, id)).toHaveLength(2);
  });

  it('stays even where somebody writes SQL by hand', async () => {
    const otto = await add('otto', 'admin');
    await expect(
      test.owner.update(users).set({ role: 'viewer' }).where(eq(users.id, otto)),
    ).rejects.toMatchObject({ cause: { message: expect.stringContaining('last admin') } });
  });
});

describe('people of an older release', () => {
  it('get the events that lead to what they are, once, and go on from there', async () => {
    const since = new Date('2026-03-02T08:00:00.000Z');
    const left = new Date('2026-05-04T09:00:00.000Z');
    const row = (name: string, role: Role) => ({
      id: randomUUID(),
      name,
      email: `${name}@example.com`,
      role,
      createdAt: since,
    });
    const [otto, vera, bob] = [row('otto', 'admin'), row('vera', 'viewer'), row('bob', 'support')];
    await test.owner.insert(users).values([otto, vera, { ...bob, deactivatedAt: left }]);
    const before = await test.app.select().from(users).orderBy(users.email);

    const counts = await Promise.all([addMissingPeople(test.app), addMissingPeople(test.app)]);
    expect(counts[0] + counts[1]).toBe(3);
    expect(await addMissingPeople(test.app)).toBe(0);

    const after = await test.app.select().from(users).orderBy(users.email);
    expect(after.map(({ updatedAt: _, ...each }) => each)).toEqual(
      before.map(({ updatedAt: _, ...each }) => each),
    );
    const typesOf = async (id: string) =>
      (await readStream(test.app.$client, id)).map(({ type, occurredAt }) => [type, occurredAt.slice(0, 10)]);
    expect(await typesOf(otto.id)).toEqual([
      ['person_invited', '2026-03-02'],
      ['role_granted', '2026-03-02'],
    ]);
    expect(await typesOf(vera.id)).toEqual([['person_invited', '2026-03-02']]);
    expect(await typesOf(bob.id)).toEqual([
      ['person_invited', '2026-03-02'],
      ['role_granted', '2026-03-02'],
      ['person_deactivated', '2026-05-04'],
    ]);
    expect((await undo(bob.id, 3)).ok).toBe(true);
    expect(await signInRow(bob.id)).toMatchObject({ role: 'support', deactivatedAt: null });
  });
});
