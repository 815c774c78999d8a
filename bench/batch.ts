/**
 * What it costs to take back many events at once: the dry run, the undo, and the undo of that, over the app's own
 * planner and write path. Time, and how much memory is in use while it runs: the point is that the latter does not grow
 * with the batch.
 */
import { randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readBatchSelection } from '@/db/batch-operations';
import { connect, type Database } from '@/db/client';
import { migrate } from '@/db/migrate';
import { type BatchRequest, planReverts } from '@/db/plan-reverts';
import { revertMany } from '@/db/revert-many';
import { createManyDrafts } from '@/db/testing/many-drafts';
import type { SelectedEvents } from '@/lib/batch-selection';
import type { Actor } from '@/lib/event-sourcing/event';
import { clerk } from './invoice-story';
import { round } from './results';

/** Of one batch: seconds, and megabytes of heap in use at most beyond what was in use before it. */
export interface BatchTimes {
  events: number;
  records: number;
  dryRun: number;
  undo: number;
  undoOfIt: number;
  heap: number;
}

const sam: Actor = { id: 'sam', kind: 'user', name: 'Sam Field' };
const mia: Actor = { id: 'mia', kind: 'user', name: 'Mia Torres' };

/** Measures batches of these sizes, each on records of its own, with two selected events a record. */
export async function measureBatches(url: string, sizes: readonly number[]): Promise<BatchTimes[]> {
  await migrate({ migrationUrl: url, appUrl: url, log: () => undefined });
  const db = connect(url, { max: 4, applicationName: 'retrace bench' });
  try {
    const measured: BatchTimes[] = [];
    for (const size of sizes) measured.push(await measureBatch(db, size));
    return measured;
  } finally {
    await db.$client.end();
  }
}

async function measureBatch(db: Database, size: number): Promise<BatchTimes> {
  const selected = await mistakes(db, size / 2);
  const before = usedHeap();
  const watch = watchHeap();
  try {
    const dryRun = await seconds(async () => {
      for await (const planned of planReverts(db.$client, requestOf(selected))) {
        if (!planned.plan) throw new Error('The benchmark expected every record to be taken back.');
      }
    });
    const request = requestOf(selected);
    const undo = await seconds(() => carryOut(db, request));
    const back = await readBatchSelection(db, request.operationId);
    const undoOfIt = await seconds(() => carryOut(db, requestOf(back)));
    const heap = (watch.most() - before) / 2 ** 20;
    return { events: size, records: selected.length, dryRun, undo, undoOfIt, heap: round(heap) };
  } finally {
    watch.stop();
  }
}

async function carryOut(db: Database, request: BatchRequest): Promise<void> {
  const result = await revertMany(db, { ...request, body: request.operationId, planHash: null });
  if (!result.ok) throw new Error(`The benchmark's batch was refused: ${result.refusal.message}`);
}

function requestOf(selected: readonly SelectedEvents[]): BatchRequest {
  return {
    selected,
    skip: false,
    operationId: randomUUID(),
    actor: mia,
    rights: { actorId: mia.id, mayWrite: true, mayChangeOthersWork: true },
    refusalToChange: () => null,
    reader: { id: mia.id, formatInstant: (instant) => instant },
    reason: 'Sam mixed the customers up',
    metadata: { channel: 'page', batch: { size: selected.length } },
  };
}

/** Sam's events on so many drafts, by record: two each, behind the creation and a change by somebody else. */
async function mistakes(db: Database, records: number): Promise<SelectedEvents[]> {
  const ids = await createManyDrafts(db, records, [
    { command: { type: 'change_details', memo: 'Thank you' }, actor: clerk },
    { command: { type: 'change_details', dueDate: '2026-12-24' }, actor: sam },
    { command: { type: 'change_details', memo: 'Pay to the new account' }, actor: sam },
  ]);
  return ids.map((streamId) => ({ streamId, versions: [3, 4] }));
}

async function seconds(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return round((performance.now() - began) / 1000);
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is in use, without what nobody holds any more. */
function usedHeap(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** Looks every so often, and so takes part of the time that is measured. */
function watchHeap(): { most(): number; stop(): void } {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, usedHeap());
  }, 250);
  return { most: () => most, stop: () => clearInterval(timer) };
}
