import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SelectedEvents } from '@/lib/batch-selection';
import type { Invoice } from '@/lib/invoice/invoice';
import { people } from '@/lib/invoice/testing';
import { readBatchSelection } from './batch-operations';
import { recordFaults } from './integrity/record-faults';
import { readOutcome } from './many-outcome';
import { readRecordHeads } from './record-heads';
import { mostBatchEvents, revertMany } from './revert-many';
import { command, expectOk } from './testing/invoices';
import { createManyDrafts } from './testing/many-drafts';
import { createTestDatabase, type TestDatabase } from './testing/test-database';
import type { ManyProgress } from './write-many';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const { ana, bob, mia } = people;
const due = { type: 'change_details', dueDate: '2026-12-24' } as const;
const memo = { type: 'change_details', memo: 'Pay to the new account' } as const;

type Over = Partial<Parameters<typeof revertMany>[1]>;

const undoAll = (selected: readonly SelectedEvents[], over: Over = {}) =>
  revertMany(database.app, {
    selected,
    skip: false,
    operationId: randomUUID(),
    actor: mia,
    rights: { actorId: mia.id, mayWrite: true, mayChangeOthersWork: true },
    refusalToChange: () => null,
    reader: { id: mia.id, formatInstant: (instant: string) => instant },
    reason: 'Bob mixed the customers up',
    metadata: { batch: { size: selected.length } },
    body: 'all of it',
    planHash: null,
    ...over,
  });

/** Bob's two events on so many drafts. */
async function mistakes(records: number): Promise<SelectedEvents[]> {
  const ids = await createManyDrafts(database.app, records, [
    { command: due, actor: bob },
    { command: memo, actor: bob },
  ]);
  return ids.map((streamId) => ({ streamId, versions: [2, 3] }));
}

const idsOf = (selected: readonly SelectedEvents[]) => selected.map(({ streamId }) => streamId);

async function detailsOf(ids: readonly string[]): Promise<Set<string>> {
  const heads = await readRecordHeads(database.app, ids);
  return new Set(
    [...heads.values()].map(({ state }) => `${(state as Invoice).dueDate} ${(state as Invoice).memo}`),
  );
}

const eventCount = async (ids: readonly string[]): Promise<number> => {
  const { rows } = await database.app.$client.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM events WHERE stream_id = ANY($1::uuid[])',
    [ids],
  );
  return rows[0]?.count ?? 0;
};

it('case 32: four thousand events on two thousand records go as one operation, which goes as one again', async () => {
  const selected = await mistakes(2000);
  const ids = idsOf(selected);
  const told: ManyProgress[] = [];
  const operationId = randomUUID();
  const undone = await undoAll(selected, { operationId, onProgress: (each) => told.push(each) });
  expect(undone).toEqual({ ok: true, changed: 2000 });
  expect(await detailsOf(ids)).toEqual(new Set(['null null']));
  expect(await eventCount(ids)).toBe(2000 * 5);
  // First all are looked at, then all are written to, and it only ever goes forwards.
  const steps = told.map(({ phase, done, of }) => (phase === 'looking' ? 0 : of) + done);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  expect(told.at(0)?.phase).toBe('looking');
  expect(told.at(-1)).toEqual({ phase: 'writing', done: 2000, of: 2000 });
  for (const id of ids.filter((_, index) => index % 250 === 0))
    expect(await recordFaults(database.app, id)).toEqual([]);

  const back = await readBatchSelection(database.app, operationId);
  expect(await undoAll(back)).toEqual({ ok: true, changed: 2000 });
  expect(await detailsOf(ids)).toEqual(new Set(['2026-12-24 Pay to the new account']));
  expect(await recordFaults(database.app, ids[0] as string)).toEqual([]);
}, 60_000);

it('called off while it looks or while it writes nothing is there, and the same can be done after all', async () => {
  const selected = await mistakes(600);
  const ids = idsOf(selected);
  const operationId = randomUUID();
  for (const phase of ['looking', 'writing'] as const) {
    const stop = new AbortController();
    const onProgress = (progress: ManyProgress) => {
      if (progress.phase === phase) stop.abort();
    };
    expect(await undoAll(selected, { operationId, onProgress, signal: stop.signal })).toMatchObject({
      ok: false,
      refusal: { code: 'cancelled' },
    });
    expect(await eventCount(ids)).toBe(1800);
    expect(await readOutcome(database.app, operationId)).toBeNull();
  }
  expect(await undoAll(selected, { operationId })).toEqual({ ok: true, changed: 600 });
}, 60_000);

it('called off too late, after the last record was written, it still is called off: nothing is saved before the commit', async () => {
  const selected = await mistakes(300);
  const stop = new AbortController();
  const onProgress = ({ phase, done, of }: ManyProgress) => {
    if (phase === 'writing' && done === of) stop.abort();
  };
  expect(await undoAll(selected, { onProgress, signal: stop.signal })).toMatchObject({
    refusal: { code: 'cancelled' },
  });
  expect(await eventCount(idsOf(selected))).toBe(900);
});

it('whoever lost the connection hears what became of it, once it is over; sent again it is done once', async () => {
  const selected = await mistakes(500);
  const operationId = randomUUID();
  const meanwhile: Promise<unknown>[] = [];
  // Asked in the middle of it, answered after it.
  const onProgress = ({ phase }: ManyProgress) => {
    if (phase === 'writing' && meanwhile.length === 0)
      meanwhile.push(readOutcome(database.app, operationId), undoAll(selected, { operationId }));
  };
  expect(await undoAll(selected, { operationId, onProgress })).toEqual({ ok: true, changed: 500 });
  expect(await Promise.all(meanwhile)).toEqual([
    expect.objectContaining({ records: 500, events: 1000 }),
    { ok: true, changed: 500 },
  ]);
  expect(await readOutcome(database.app, operationId)).toMatchObject({ records: 500, events: 1000 });
  expect(await eventCount(idsOf(selected))).toBe(2500);
  // Even where the selection has come to stand for other records since.
  expect(await undoAll([], { operationId })).toEqual({ ok: true, changed: 500 });
});

it('what others write in between is planned on, or in the way', async () => {
  const selected = await mistakes(400);
  const [beside, inTheWay] = idsOf(selected).toSorted().slice(-2) as [string, string];
  const writes: Promise<unknown>[] = [];
  // Between the look and the write, on the records that come last.
  const onProgress = ({ phase, done }: ManyProgress) => {
    if (writes.length > 0 || phase !== 'writing' || done === 0) return;
    const note = { type: 'add_note', noteId: randomUUID(), text: 'Called' } as const;
    writes.push(command(database.app, beside, note, { actor: ana }).then(expectOk));
    writes.push(command(database.app, inTheWay, { ...memo, memo: 'Mine' }, { actor: ana }).then(expectOk));
  };
  const result = await undoAll(selected, { skip: true, onProgress });
  await Promise.all(writes);
  expect(result).toEqual({ ok: true, changed: 400 });
  for (const id of [beside, inTheWay]) expect(await recordFaults(database.app, id)).toEqual([]);
  expect(await detailsOf([inTheWay])).toEqual(new Set(['null Mine']));
});

it('more than ten thousand events are refused, and told what to do', async () => {
  const versions = Array.from({ length: mostBatchEvents + 1 }, (_, index) => index + 1);
  expect(await undoAll([{ streamId: randomUUID(), versions }])).toMatchObject({
    ok: false,
    refusal: { code: 'too_many', message: expect.stringContaining('Narrow the selection') },
  });
});
