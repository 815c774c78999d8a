import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Invoice } from '@/lib/invoice/invoice';
import { creation, people } from '@/lib/invoice/testing';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { derivedId } from './derived-id';
import { readStream } from './event-store';
import { executeMany, mostRecords } from './execute-many';
import { recordFaults } from './integrity/record-faults';
import type { ManyRequest } from './plan-many';
import { command, createDraft, expectOk } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ max: 20 });
});
afterAll(() => database.drop());

/** A note on each of these invoices, unless told. */
function many(streamIds: readonly string[], over: Partial<ManyRequest> & { text?: string } = {}) {
  const { operationId = randomUUID(), text = 'Called the customer', ...rest } = over;
  return executeMany(database.app, {
    workflow: invoiceWorkflow,
    streamIds,
    operationId,
    actor: people.ana,
    mayApprove: false,
    reason: null,
    metadata: { channel: 'page', batch: { size: streamIds.length, criteria: 'selection' } },
    body: { type: 'add_note', text },
    commandOf: ({ streamId }) => ({
      command: { type: 'add_note', noteId: derivedId(operationId, streamId), text },
    }),
    ...rest,
  });
}

const finalize = { type: 'finalize_invoice' } as const;
const finalizeMany = (streamIds: readonly string[]) =>
  many(streamIds, { body: finalize, commandOf: () => ({ command: finalize }) });
const discard = { type: 'discard_draft' } as const;
const discardMany = (streamIds: readonly string[]) =>
  many(streamIds, { body: discard, commandOf: () => ({ command: discard }) });

async function drafts(count: number): Promise<string[]> {
  const made: string[] = [];
  // Not all at once: the pool is small.
  for (let from = 0; from < count; from += 20) {
    const some = Array.from({ length: Math.min(20, count - from) }, () =>
      createDraft(database.app, { lines: 1 }),
    );
    made.push(...(await Promise.all(some)));
  }
  return made;
}

const notesOf = async (streamId: string): Promise<string[]> =>
  (await readStream(database.app.$client, streamId)).flatMap(({ type, payload }) =>
    type === 'note_added' ? (payload as { note: { text: string } }).note.text : [],
  );

async function expectNoFaults(streamIds: readonly string[]): Promise<void> {
  for (const id of streamIds) expect(await recordFaults(database.app, id)).toEqual([]);
}

test('each record gets the event under one operation, in one transaction, with the batch told', async () => {
  const ids = await drafts(30);
  const operationId = randomUUID();
  expect(await many(ids, { operationId })).toEqual({ ok: true, changed: 30 });
  const { rows } = await database.app.execute<{ events: number; transactions: number; batch: object }>(sql`
    SELECT count(*)::int AS events, count(DISTINCT tx)::int AS transactions, min(metadata->>'batch')::json AS batch
      FROM events WHERE operation_id = ${operationId} AND type = 'note_added' AND step = 0`);
  expect(rows).toEqual([{ events: 30, transactions: 1, batch: { size: 30, criteria: 'selection' } }]);
  await expectNoFaults(ids.slice(0, 5));
});

test('where one of them refuses nothing is written to any, and each refusal says why', async () => {
  const ids = await drafts(6);
  const [first, second] = ids as [string, string];
  expectOk(await command(database.app, first, discard));
  const missing = randomUUID();
  const result = await discardMany([...ids, missing]);
  expect(result).toMatchObject({ ok: false, refusal: { code: 'partly_refused' } });
  if (result.ok) return;
  expect(
    result.refused.map(({ streamId, refusal, state }) => [
      streamId,
      refusal.code,
      (state as Invoice | null)?.id,
    ]),
  ).toEqual(
    expect.arrayContaining([
      [first, 'not_lawful', first],
      [missing, 'not_found', undefined],
    ]),
  );
  expect(result.refused).toHaveLength(2);
  expect(await readStream(database.app.$client, second)).toHaveLength(1);
  // Without those two it goes through.
  expect(await discardMany(ids.filter((id) => id !== first))).toEqual({ ok: true, changed: 5 });
});

test('repeated it is done once, and answers what it did', async () => {
  const ids = await drafts(10);
  const operationId = randomUUID();
  const first = await many(ids, { operationId });
  expect(await many(ids.toReversed(), { operationId })).toEqual(first);
  for (const id of ids) expect(await notesOf(id)).toHaveLength(1);
});

test('sent twice at once it is done once', async () => {
  const ids = await drafts(40);
  const operationId = randomUUID();
  const results = await Promise.all([1, 2, 3].map(() => many(ids, { operationId })));
  expect(results).toEqual(results.map(() => ({ ok: true, changed: 40 })));
  for (const id of ids) expect(await notesOf(id)).toHaveLength(1);
  await expectNoFaults(ids);
});

test.each([
  { other: 'words', over: { text: 'Something else' } },
  { other: 'person', over: { actor: people.bob } },
])('the same id for another $other is refused', async ({ over }) => {
  const ids = await drafts(3);
  const operationId = randomUUID();
  await many(ids, { operationId });
  expect(await many(ids, { operationId, ...over })).toMatchObject({ refusal: { code: 'operation_id_used' } });
  expect(await many(ids.slice(1), { operationId })).toMatchObject({ refusal: { code: 'operation_id_used' } });
});

test('while others write to the same records, every change of everybody is there once', async () => {
  const ids = await drafts(60);
  const single = async (id: string) => {
    for (let n = 1; n <= 30; n++)
      expectOk(await command(database.app, id, { type: 'change_details', memo: `memo ${n}` }));
    return 30;
  };
  const busy = ids.slice(0, 4).map(single);
  const results = await Promise.all([
    many(ids, { text: 'forwards' }),
    many(ids.toReversed(), { text: 'backwards' }),
    many(ids.slice(20), { text: 'some' }),
  ]);
  const counts = await Promise.all(busy);
  expect(results.map((result) => result.ok)).toEqual([true, true, true]);
  for (const [index, id] of ids.entries()) {
    const expected = index < 20 ? ['backwards', 'forwards'] : ['backwards', 'forwards', 'some'];
    expect((await notesOf(id)).sort()).toEqual(expected);
    const memos = (await readStream(database.app.$client, id)).filter(({ type }) => type === 'memo_changed');
    expect(memos).toHaveLength(counts[index] ?? 0);
  }
  await expectNoFaults(ids);
}, 60_000);

test('what needs a number of its own is not done in bulk', async () => {
  const ids = await drafts(2);
  expect(await finalizeMany(ids)).toMatchObject({
    refused: [{ refusal: { code: 'one_by_one' } }, { refusal: { code: 'one_by_one' } }],
  });
});

test('what changes nothing appends nothing', async () => {
  const ids = await drafts(2);
  const same = { type: 'change_details', memo: null } as const;
  expect(await many(ids, { body: same, commandOf: () => ({ command: same }) })).toEqual({
    ok: true,
    changed: 0,
  });
  expect(await readStream(database.app.$client, ids[0] as string)).toHaveLength(1);
});

test('more than ten thousand are refused before anything is read', async () => {
  const ids = Array.from({ length: mostRecords + 1 }, () => randomUUID());
  expect(await many(ids)).toMatchObject({ ok: false, refusal: { code: 'too_many' } });
});

test('a thousand notes take a few seconds', async () => {
  const ids = Array.from({ length: 1000 }, () => randomUUID());

  for (let from = 0; from < ids.length; from += 20) {
    await Promise.all(
      ids.slice(from, from + 20).map((id) => command(database.app, id, creation(1, id)).then(expectOk)),
    );
  }
  const began = performance.now();
  expect(await many(ids)).toEqual({ ok: true, changed: 1000 });
  expect(performance.now() - began).toBeLessThan(5000);
  await expectNoFaults(ids.slice(0, 3));
}, 60_000);
