import { afterAll, beforeAll, expect, test } from 'vitest';
import { readStream } from '@/db/event-store';
import { createPerson } from '@/db/people';
import { command, createDraft, expectOk } from '@/db/testing/invoices';
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database';
import type { Actor } from '@/lib/event-sourcing/event';
import { people } from '@/lib/invoice/testing';
import { runRetrace } from '@/test/run-retrace';

let database: TestDatabase;
let record: string;
const password = 'long enough to be one';
const details = (fields: { memo?: string; dueDate?: string }) =>
  ({ type: 'change_details', ...fields }) as const;

beforeAll(async () => {
  database = await createTestDatabase();
  const { id } = await createPerson(database.app, {
    name: 'Ana Novak',
    email: 'ana@example.com',
    role: 'support',
    password,
  });
  await createPerson(database.app, {
    name: 'Mia Torres',
    email: 'mia@example.com',
    role: 'manager',
    password,
  });
  await createPerson(database.app, {
    name: 'Vera Lindt',
    email: 'vera@example.com',
    role: 'viewer',
    password,
  });
  const ana: Actor = { id, kind: 'user', name: 'Ana Novak' };
  record = await createDraft(database.app);
  expectOk(await command(database.app, record, details({ dueDate: '2027-01-10' }), { actor: ana }));
  expectOk(await command(database.app, record, details({ dueDate: '2027-02-01' }), { actor: people.bob }));
  expectOk(await command(database.app, record, details({ memo: 'Urgent' }), { actor: ana }));
});

afterAll(() => database.drop());

const undo = (event: number, who: string, ...more: string[]) =>
  runRetrace(database, 'undo', record, '--event', String(event), '--as', `${who}@example.com`, ...more);
const events = () => readStream(database.app.$client, record);

test('a refusal has the words of the page, names the ways around it, and ends with 1', async () => {
  const { code, stdout, stderr } = await undo(2, 'ana');
  expect(stderr).toContain('Bob Ekdahl moved the due date to 1 Feb 2027 (event 3');
  expect(stderr).toContain('Take that back first, then this can be undone.');
  expect(stderr).toContain('Instead:\n  - ');
  expect(stdout).toBe('');
  expect(code).toBe(1);
  const others = await undo(3, 'ana');
  expect(others.stderr).toContain('Only Bob Ekdahl or a manager can undo it.');
  expect(others.stderr).toContain('  - Ask a manager to undo it');
  const viewer = await undo(4, 'vera');
  expect(viewer.stderr).toContain('Your role lets you look at everything, but not change it.');
  expect(await events()).toHaveLength(4);
});

test('a dry run says what it comes to and writes nothing; without it it is done, and done back', async () => {
  const dry = await undo(4, 'ana', '--dry-run');
  expect(dry).toEqual({ code: 0, stdout: 'Undo event 4: Ana Novak added the memo.\n', stderr: '' });
  expect(await events()).toHaveLength(4);
  expect(await undo(4, 'ana')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Done, as event 5.'),
  });
  expect((await events()).at(-1)).toMatchObject({
    revertsVersion: 4,
    actor: { name: 'Ana Novak' },
    metadata: { channel: 'command_line' },
  });
  expect((await undo(4, 'ana')).stdout).toMatch(/^Re-apply event 4: .*\nDone, as event 6\.\n$/);
});

test('a manager takes what stands in the way with it, and says why', async () => {
  const silent = await undo(2, 'mia', '--cascade');
  expect(silent.stderr).toContain('Say why');
  expect(silent.code).toBe(1);
  const { code, stdout } = await undo(2, 'mia', '--cascade', '--reason', 'Both were wrong.');
  expect(stdout).toBe(
    'Undo event 3: Bob Ekdahl moved the due date to 1 Feb 2027.\n' +
      'Undo event 2: Ana Novak set the due date to 10 Jan 2027.\n' +
      'Done, as event 7 to 8.\n',
  );
  expect(code).toBe(0);
});

test('the history tells every event, with its reason and what took it back', async () => {
  const { code, stdout } = await runRetrace(database, 'history', record);
  expect(stdout).toContain('Bob Ekdahl moved the due date to 1 Feb 2027 (event 3');
  expect(stdout).toContain('    Taken back by Mia Torres, event 7.');
  expect(stdout).toContain('    Reason: Both were wrong.');
  expect(code).toBe(0);
});

test('what can’t be meant ends with 2', async () => {
  for (const [args, message] of [
    [['INV-99', '--event', '1', '--as', 'ana@example.com'], 'There is no record INV-99.'],
    [[record, '--event', '99', '--as', 'ana@example.com'], 'has no event 99'],
    [[record, '--event', 'x', '--as', 'ana@example.com'], '--event is the number of an event'],
    [[record, '--event', '1', '--as', 'nobody@example.com'], 'Nobody who may sign in'],
  ] as const) {
    const { code, stderr } = await runRetrace(database, 'undo', ...args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  }
});
