import { afterAll, beforeAll, expect, test } from 'vitest';
import { readStream } from '@/db/event-store';
import { findPasswordLink } from '@/db/invitations';
import { findPerson } from '@/db/people';
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database';
import { runRetrace } from '@/test/run-retrace';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const create = (...more: string[]) =>
  runRetrace(database, 'user', 'create', '--name', 'Olga Admin', '--email', 'Olga@example.com', ...more);

test('a person is created through events, once, and gets a link for another password', async () => {
  const made = await create('--role', 'admin', '--password', 'long enough to be one');
  expect(made.stdout).toMatch(/^Created Olga Admin <Olga@example\.com>, admin, with the id [0-9a-f-]{36}\./);
  const olga = await findPerson(database.app, 'olga@example.com');
  const events = await readStream(database.app.$client, olga?.id ?? '');
  expect(events.map(({ type, metadata }) => [type, metadata.channel])).toEqual([
    ['person_invited', 'command_line'],
    ['role_granted', 'command_line'],
  ]);
  const again = await create('--role', 'viewer', '--password', 'long enough to be one');
  expect(again.code).not.toBe(0);
  expect(again.stderr).toContain('already exists');

  const link = await runRetrace(database, 'user', 'link', '--email', 'olga@example.com');
  const token = link.stdout.trim().replace('/password/', '');
  expect(await findPasswordLink(database.app, token)).toMatchObject({ name: 'Olga Admin' });
  expect((await readStream(database.app.$client, olga?.id ?? '')).at(-1)).toMatchObject({
    type: 'password_link_made',
    actor: { kind: 'system' },
    metadata: { channel: 'command_line' },
  });
  const nobody = await runRetrace(database, 'user', 'link', '--email', 'nobody@example.com');
  expect(nobody.code).toBe(2);
  expect(nobody.stderr).toContain('Nobody who may sign in has the address nobody@example.com.');
}, 120_000);
