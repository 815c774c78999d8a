import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordEvents } from '@/lib/event-sourcing/append';
import { creation, people } from '@/lib/invoice/testing';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { readStream } from './event-store';
import { recordFaults } from './integrity/record-faults';
import { type AppendRequest, sharedStore } from './store';
import { command, createDraft, expectOk } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ max: 10 });
});
afterAll(() => database.drop());

/** How many transactions wrote the events of these records. */
async function transactionsOf(streamIds: readonly string[]): Promise<number> {
  const { rows } = await database.owner.$client.query<{ count: number }>(
    'SELECT count(DISTINCT tx)::int AS count FROM events WHERE stream_id = ANY($1)',
    [streamIds],
  );
  return rows[0]?.count ?? 0;
}

test('40 drafts at once are written in a few transactions, each whole and with a chain of its own', async () => {
  const drafts = await Promise.all(Array.from({ length: 40 }, () => createDraft(database.app)));
  expect(await transactionsOf(drafts)).toBeLessThan(10);
  for (const draft of drafts) expect(await recordFaults(database.app, draft)).toEqual([]);
});

test('two commands on one record at the same time never go together, and both are carried out', async () => {
  const draft = await createDraft(database.app);
  const results = await Promise.all([
    command(database.app, draft, { type: 'change_details', memo: 'One' }),
    command(database.app, draft, { type: 'change_details', dueDate: '2027-01-31' }),
  ]);
  for (const result of results) expectOk(result);
  expect(await transactionsOf([draft])).toBe(3);
  expect(await recordFaults(database.app, draft)).toEqual([]);
});

/** A new draft as the write path would append it. */
async function creationOf(streamId: string, reason: string | null = null): Promise<AppendRequest> {
  const store = sharedStore(database.app.$client);
  const operationId = randomUUID();
  const head = await store.head({ streamId, operationId });
  const { invoiceId, type: _, ...payload } = creation(1, streamId);
  const event = { type: 'invoice_created', payload: { invoiceId, ...payload } };
  const envelope = { streamId, operationId, actor: people.ana, reason, metadata: {} };
  const appended = recordEvents(
    invoiceWorkflow,
    { version: 0, state: invoiceWorkflow.initialState },
    [{ event, cause: 'command' }],
    { ...envelope, occurredAt: head.now, recordedAt: head.now },
  );
  return { workflow: 'invoice', streamId, expected: 0, hash: null, appended };
}

test('what the database refuses to one of them is refused to that one only', async () => {
  const store = sharedStore(database.app.$client);
  const ids = [randomUUID(), randomUUID(), randomUUID()] as const;
  const [good, bad, last] = await Promise.all([
    creationOf(ids[0]),
    // No text can hold NUL; the door refuses it long before it comes this far.
    creationOf(ids[1], 'a\u0000b'),
    creationOf(ids[2]),
  ]);
  const results = await Promise.allSettled([good, bad, last].map((each) => store.append(each)));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  const counts = await Promise.all(ids.map((id) => readStream(database.app.$client, id)));
  expect(counts.map(({ length }) => length)).toEqual([1, 0, 1]);
});

test('a state that this process knows is not believed once another process has changed the record', async () => {
  const draft = await createDraft(database.app);
  const memo = (db: typeof database.app, text: string) =>
    command(db, draft, { type: 'change_details', memo: text }).then(expectOk);
  await memo(database.app, 'here');
  // Another pool knows nothing of what this one knows, as another process would not.
  await memo(database.owner, 'there');
  const { events } = await memo(database.app, 'here again');
  expect(events[0]?.changes.memo).toEqual({ from: 'there', to: 'here again' });
  expect(await recordFaults(database.app, draft)).toEqual([]);
});
