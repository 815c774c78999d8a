import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordEvents } from '@/lib/event-sourcing/append';
import { given } from '@/lib/event-sourcing/testing';
import { creation, people } from '@/lib/invoice/testing';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { append } from './append';
import { readStream } from './event-store';
import { readHeadAndLog } from './heads';
import { createDraft } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const someCreation = given(invoiceWorkflow, []).when(creation(1)).events;

/** Appends one change of the memo to a stream as a writer does who believes it to be at `expected`. */
async function appendAt(streamId: string, expected: number): Promise<boolean> {
  const head = await readHeadAndLog(test.app.$client, { streamId, operationId: randomUUID() });
  const state = head.state ?? given(invoiceWorkflow, someCreation).state;
  const event = { type: 'memo_changed', payload: { memo: `from ${expected}` } };
  const appended = recordEvents(
    invoiceWorkflow,
    { version: expected, state },
    [{ event, cause: 'command' }],
    {
      streamId,
      operationId: randomUUID(),
      actor: people.ana,
      reason: null,
      metadata: {},
      occurredAt: head.now,
      recordedAt: head.now,
    },
  );
  const moved = await append(test.app.$client, 'invoice', [
    { streamId, expected, hash: head.hash, appended },
  ]);
  return moved.has(streamId);
}

it('a stale writer, or one ahead of the log, appends nothing to a stream', async () => {
  const streamId = await createDraft(test.app);
  expect(await appendAt(streamId, 0)).toBe(false);
  expect(await appendAt(streamId, 2)).toBe(false);
  expect(await appendAt(streamId, 1)).toBe(true);
  expect(await appendAt(streamId, 1)).toBe(false);
  expect((await readStream(test.app.$client, streamId)).map((event) => event.version)).toEqual([1, 2]);
});

it('a writer who expects events creates no stream, so none begins with a hole', async () => {
  const streamId = randomUUID();
  expect(await appendAt(streamId, 7)).toBe(false);
  const { rows } = await test.app.$client.query('SELECT 1 FROM streams WHERE stream_id = $1', [streamId]);
  expect(rows).toEqual([]);
  expect(await readStream(test.app.$client, streamId)).toEqual([]);
});
