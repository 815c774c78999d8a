import { randomUUID } from 'node:crypto';
import { bytesToHex } from '@noble/hashes/utils.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { creation, people } from '@/lib/invoice/testing';
import { readStoredStream } from './event-store';
import { command, createDraft, expectOk, undo } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';
import { verifyChain } from './verify-chain';

let test: TestDatabase;
let streamId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  streamId = await createDraft(test.app);
  expectOk(
    await command(test.app, streamId, {
      type: 'change_details',
      memo: 'ü — “quoted” 🧾 \\ / \u2028',
      dueDate: '2026-12-01',
    }),
  );
  expectOk(await undo(test.app, streamId, { button: 'list', cause: 'undo', versions: [3, 2] }));
  expectOk(
    await command(test.app, streamId, { type: 'finalize_invoice' }, { actor: people.bob, reason: 'ready' }),
  );
});
afterAll(() => test.drop());

it('every hash follows from the rows alone, and the head carries the last', async () => {
  const rows = await readStoredStream(test.app.$client, streamId);
  expect(rows).toHaveLength(6);
  expect(verifyChain(rows)).toBeNull();
  const { rows: heads } = await test.app.$client.query('SELECT hash FROM streams WHERE stream_id = $1', [
    streamId,
  ]);
  expect(bytesToHex(heads[0].hash)).toBe(rows.at(-1)?.hash);
});

it.each([
  [
    'a value',
    (row: { payload: unknown }) => {
      row.payload = { memo: 'forged' };
    },
  ],
  [
    'the actor',
    (row: { actor_name: string }) => {
      row.actor_name = 'Somebody else';
    },
  ],
  [
    'the time by a microsecond',
    (row: { recorded_at: string }) => {
      row.recorded_at = row.recorded_at.replace(/\dZ$/, (end) => `${(Number(end[0]) + 1) % 10}Z`);
    },
  ],
])('notices that %s was changed, and where', async (_what, forge) => {
  const rows = await readStoredStream(test.app.$client, streamId);
  forge(rows[2] as never);
  expect(verifyChain(rows)).toBe(3);
});

it('notices that an event is missing', async () => {
  const rows = await readStoredStream(test.app.$client, streamId);
  expect(verifyChain(rows.filter((row) => row.version !== 4))).toBe(5);
});

it('holds for a client that writes its ids in capitals', async () => {
  const id = randomUUID();
  const upper = id.toUpperCase();
  const operationId = randomUUID().toUpperCase();
  expectOk(await command(test.app, upper, creation(1, id), { operationId }));
  const repeated = expectOk(await command(test.app, id, creation(1, id), { operationId }));
  expect(repeated.events).toHaveLength(1);
  expect(verifyChain(await readStoredStream(test.app.$client, id))).toBeNull();
});

it('a new record that names another id than it comes under is refused', async () => {
  const id = randomUUID();
  const result = await command(test.app, id, creation(1, randomUUID()));
  expect(result).toMatchObject({ ok: false, refusal: { code: 'wrong_record' } });
  expect(await readStoredStream(test.app.$client, id)).toEqual([]);
});
