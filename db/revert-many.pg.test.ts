import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { everything } from '@/lib/activity/activity-query';
import type { Invoice } from '@/lib/invoice/invoice';
import { people } from '@/lib/invoice/testing';
import { readActivitySelection } from './activity-selection';
import { readBatchSelection } from './batch-operations';
import { readStream } from './event-store';
import { recordFaults } from './integrity/record-faults';
import { BatchHash, type BatchRequest, planReverts } from './plan-reverts';
import { readRecordHeads } from './record-heads';
import { revertMany } from './revert-many';
import { command, createDraft, expectOk, undo } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ max: 20 });
});
afterAll(() => database.drop());

const { ana, bob, mia } = people;
const due = (day: string) => ({ type: 'change_details', dueDate: `2026-12-${day}` }) as const;
const memo = (text: string) => ({ type: 'change_details', memo: text }) as const;

type Asked = Partial<BatchRequest> & { planHash?: string | null; body?: unknown };

function requestOf(selected: BatchRequest['selected'], over: Asked = {}) {
  return {
    selected,
    skip: false,
    operationId: randomUUID(),
    actor: mia,
    rights: { actorId: mia.id, mayWrite: true, mayChangeOthersWork: true },
    refusalToChange: () => null,
    reader: { id: mia.id, formatInstant: (instant: string) => instant },
    reason: 'A mistake',
    metadata: { batch: { size: selected.length } },
    body: selected,
    planHash: null,
    ...over,
  };
}

const undoAll = (selected: BatchRequest['selected'], over: Asked = {}) =>
  revertMany(database.app, requestOf(selected, over));

/** So many drafts, on each of which Bob moved the due date. */
async function mistakes(count: number): Promise<string[]> {
  const drafts = await Promise.all(Array.from({ length: count }, () => createDraft(database.app)));
  for (const draft of drafts) expectOk(await command(database.app, draft, due('24'), { actor: bob }));
  return drafts;
}

const select = (ids: readonly string[], versions: number[]) =>
  ids.map((streamId) => ({ streamId, versions }));

async function dueDates(ids: readonly string[]): Promise<(string | null)[]> {
  const heads = await readRecordHeads(database.app, ids);
  const states = new Map([...heads].map(([id, { state }]) => [id, state as Invoice]));
  return ids.map((id) => states.get(id)?.dueDate ?? null);
}

it('case 32: what Bob did on many records goes as one operation, which itself can be undone', async () => {
  const ids = await mistakes(30);
  const operationId = randomUUID();
  expect(await undoAll(select(ids, [2]), { operationId })).toEqual({ ok: true, changed: 30 });
  expect(new Set(await dueDates(ids))).toEqual(new Set([null]));
  for (const id of ids) {
    expect(await recordFaults(database.app, id)).toEqual([]);
    expect((await readStream(database.app.$client, id)).at(-1)).toMatchObject({
      operationId,
      cause: 'undo',
      revertsVersion: 2,
      reason: 'A mistake',
      metadata: { button: 'batch', batch: { size: 30 } },
    });
  }
  const back = await readBatchSelection(database.app, operationId);
  expect(back).toHaveLength(30);
  expect(await undoAll(back)).toEqual({ ok: true, changed: 30 });
  expect(new Set(await dueDates(ids))).toEqual(new Set(['2026-12-24']));
});

it('case 19: 2 of 20 are superseded: nothing happens until the other 18 are asked for', async () => {
  const ids = await mistakes(20);
  const late = ids.slice(0, 2);
  for (const id of late) expectOk(await command(database.app, id, due('31'), { actor: ana }));
  const refused = await undoAll(select(ids, [2]));
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'partly_refused' } });
  expect(refused.ok === false && refused.refused.map(({ streamId }) => streamId).sort()).toEqual(
    late.toSorted(),
  );
  expect(refused.ok === false && refused.refused[0]?.refusal.message).toMatch(
    /^Ana Novak moved the due date to 31 Dec 2026 \(event 3/,
  );
  expect(new Set(await dueDates(ids.slice(2)))).toEqual(new Set(['2026-12-24']));

  expect(await undoAll(select(ids, [2]), { skip: true })).toEqual({ ok: true, changed: 18 });
  expect(new Set(await dueDates(ids.slice(2)))).toEqual(new Set([null]));
  expect(await dueDates(late)).toEqual(['2026-12-31', '2026-12-31']);
});

it('what was looked at is what is done, and sent twice it is done once', async () => {
  const ids = await mistakes(3);
  const seen = requestOf(select(ids, [2]), { skip: true });
  const hash = new BatchHash();
  for await (const planned of planReverts(database.app.$client, seen)) hash.add(planned);
  const planHash = hash.digest();
  // Beside it: the plan is the same, though versions moved. In its way: it is another one.
  expectOk(await command(database.app, ids[0] as string, memo('Beside it')));
  expectOk(await command(database.app, ids[1] as string, due('31')));
  const stale = await undoAll(seen.selected, { skip: true, planHash });
  expect(stale).toMatchObject({ ok: false, refusal: { code: 'plan_changed' } });
  expect(await readStream(database.app.$client, ids[2] as string)).toHaveLength(2);

  const again = { operationId: randomUUID(), skip: true };
  const both = await Promise.all([undoAll(seen.selected, again), undoAll(seen.selected, again)]);
  expect(both).toEqual([
    { ok: true, changed: 2 },
    { ok: true, changed: 2 },
  ]);
  expect(await readStream(database.app.$client, ids[2] as string)).toHaveLength(3);
});

it('case 20: undo of a batch partly undone since takes back only what is still in force', async () => {
  const ids = await mistakes(4);
  const [whole, undone, reapplied] = ids as [string, string, string];
  const operationId = randomUUID();
  expect(await undoAll(select(ids, [2]), { operationId })).toEqual({ ok: true, changed: 4 });
  // One was put back by Ana; one was put back by her and then undone again by Bob.
  const byHer = { actor: ana };
  expectOk(await undo(database.app, undone, { button: 'row', version: 3 }, byHer));
  expectOk(await undo(database.app, reapplied, { button: 'row', version: 3 }, byHer));
  expectOk(await undo(database.app, reapplied, { button: 'row', version: 4 }, { actor: bob }));

  const back = await readBatchSelection(database.app, operationId);
  expect(back).toHaveLength(4);
  expect(await undoAll(back)).toEqual({ ok: true, changed: 2 });
  const [first, second, third] = await dueDates([whole, undone, reapplied]);
  expect([first, second, third]).toEqual(['2026-12-24', '2026-12-24', null]);
  expect(await readStream(database.app.$client, undone)).toHaveLength(4);
  expect(await readStream(database.app.$client, reapplied)).toHaveLength(5);
});

it('case 51: everything Bob did, where he undid and redid in it: as if he had done nothing', async () => {
  const id = await createDraft(database.app);
  expectOk(await command(database.app, id, due('01'), { actor: ana }));
  expectOk(await command(database.app, id, memo('B'), { actor: bob }));
  // He takes his own back and puts it there again; and he takes back what Ana had done.
  expectOk(await undo(database.app, id, { button: 'row', version: 3 }, { actor: bob }));
  expectOk(await undo(database.app, id, { button: 'row', version: 4 }, { actor: bob }));
  expectOk(await undo(database.app, id, { button: 'row', version: 2 }, { actor: bob }));
  const filters = { ...everything, actors: [bob.id], record: id };
  const selected = await readActivitySelection(database.app, filters, 100);
  expect(selected).toEqual([{ streamId: id, versions: [3, 4, 5, 6] }]);
  expect(await undoAll(selected)).toEqual({ ok: true, changed: 1 });
  expect((await readRecordHeads(database.app, [id])).get(id)?.state).toMatchObject({
    dueDate: '2026-12-01',
    memo: null,
  });
});

it('asks for a reason, and for what somebody else did for a manager', async () => {
  const ids = await mistakes(1);
  const support = { actorId: ana.id, mayWrite: true, mayChangeOthersWork: false };
  expect(await undoAll(select(ids, [2]), { rights: support, actor: ana })).toMatchObject({
    ok: false,
    refused: [{ refusal: { code: 'not_yours' } }],
  });
  const his = { actorId: bob.id, mayWrite: true, mayChangeOthersWork: false };
  const own = await mistakes(1);
  expect(await undoAll(select(own, [2]), { rights: his, actor: bob })).toEqual({ ok: true, changed: 1 });
  expect(await undoAll(select(ids, [2]), { reason: null })).toMatchObject({
    ok: false,
    refusal: { code: 'reason_required', field: 'reason' },
  });
  expect(await undoAll(select(ids, [9]))).toMatchObject({ ok: false, refusal: { code: 'partly_refused' } });
});
