import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PersonCommand } from '@/lib/person/commands';
import { personWorkflow } from '@/lib/person/workflow';
import { execute } from './execute';
import { createPerson } from './people';
import { listPeople } from './people-list';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let test: TestDatabase;
let bob: string;

async function give(occurredAt: string, since: number, command: PersonCommand): Promise<void> {
  const result = await execute(test.app, {
    workflow: personWorkflow,
    streamId: bob,
    operationId: randomUUID(),
    actor: { id: 'otto', kind: 'user', name: 'Otto Brandt' },
    reason: null,
    metadata: {},
    reader: { id: 'otto', formatInstant: (instant) => instant },
    command,
    since,
    occurredAt,
  });
  expect(result).toMatchObject({ ok: true });
}

beforeAll(async () => {
  test = await createTestDatabase();
  const add = (name: string, email: string, role: 'support' | 'admin') =>
    createPerson(
      test.app,
      {
        name,
        email,
        password: 'a long password',
        role,
      },
      { occurredAt: '2026-03-02T08:00:00.000000Z' },
    );
  ({ id: bob } = await add('Bob Ekdahl', 'bob.ekdahl@example.com', 'support'));
  await add('Åsa Lind', 'asa@example.com', 'admin');
  await give('2026-03-10T09:00:00.000000Z', 2, { type: 'grant_role', role: 'manager' });
  await give('2026-03-12T09:00:00.000000Z', 3, { type: 'revoke_role', role: 'manager' });
  await give('2026-03-20T09:00:00.000000Z', 4, { type: 'deactivate_person' });
});
afterAll(() => test.drop());

const bobAt = async (asOf: string | null, sense?: 'was' | 'known') => {
  const { rows } = await listPeople(test.app, { search: 'ekdahl', asOf, ...(sense ? { sense } : {}) });
  return rows.map(({ role, roles, active }) => ({ role, roles, active }));
};

it('says who could do what on a day', async () => {
  const support = { role: 'support', roles: ['support'], active: true };
  expect(await bobAt('2026-03-01T08:00:00Z')).toEqual([]);
  expect(await bobAt('2026-03-09T08:00:00Z')).toEqual([support]);
  expect(await bobAt('2026-03-11T08:00:00Z')).toEqual([
    { role: 'manager', roles: ['support', 'manager'], active: true },
  ]);
  expect(await bobAt('2026-03-13T08:00:00Z')).toEqual([support]);
  expect(await bobAt(null)).toEqual([{ ...support, active: false }]);
});

it('says it as known then, too: what was recorded later nobody knew', async () => {
  expect(await bobAt('2026-03-11T08:00:00Z', 'known')).toEqual([]);
  expect(await bobAt(new Date(Date.now() + 60_000).toISOString(), 'known')).toEqual(await bobAt(null));
});

it('finds by name, address and role, in the order of names', async () => {
  const names = async (search: string) =>
    (await listPeople(test.app, { search, asOf: null })).rows.map(({ name }) => name);
  expect(await names('')).toEqual(['Åsa Lind', 'Bob Ekdahl']);
  expect(await names('ÅSA')).toEqual(['Åsa Lind']);
  expect(await names('ekdahl@example')).toEqual(['Bob Ekdahl']);
  expect(await names('admin')).toEqual(['Åsa Lind']);
  expect(await names('nobody%')).toEqual([]);
});

it('tells the last change, and who has a password', async () => {
  const { rows, total } = await listPeople(test.app, { search: 'bob', asOf: null });
  expect(total).toBe(1);
  expect(rows[0]).toMatchObject({
    id: bob,
    version: 5,
    email: 'bob.ekdahl@example.com',
    lastEventType: 'person_deactivated',
    lastActorName: 'Otto Brandt',
    changedAt: '2026-03-20T09:00:00.000000Z',
    canSignIn: true,
  });
});
