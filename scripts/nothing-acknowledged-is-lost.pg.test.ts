/**
 * What was acknowledged survives kill -9, of the app and of the database, and nothing is there by halves. A process of
 * its own writes through the app's write path; it, or every process of the server, is killed in the middle, again and
 * again; who got no answer asks again. On an embedded server with the very settings that `npm start` gives it.
 */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connect, type Database } from '@/db/client';
import { recordFaults } from '@/db/integrity/record-faults';
import { migrate } from '@/db/migrate';
import { crashPlan } from './crash-test/plan';
import { serverProcesses } from './crash-test/server-processes';
import { type Acknowledged, startWriter } from './crash-test/writer-process';
import { randomFrom } from './demo/random';
import { discardEmbeddedPostgres, type EmbeddedPostgres, openEmbeddedPostgres } from './embedded-postgres';
import { temporaryFolder } from './throwaway-postgres';

const records = 24;
const rounds = 6;
/** Another chance every time; a run that failed is repeated by its seed, which every failure names. */
const seed = process.env.RETRACE_CRASH_SEED ?? randomUUID();
const random = randomFrom(seed);
const plan = crashPlan(seed, records).flat();

let dataDir: string;
let server: EmbeddedPostgres;

const open = () => openEmbeddedPostgres({ dataDir, log: () => undefined });

beforeEach(async () => {
  dataDir = temporaryFolder();
  server = await open();
  await migrate({ migrationUrl: server.ownerUrl, appUrl: server.appUrl, log: () => undefined });
});

afterEach(() => discardEmbeddedPostgres(dataDir));

/** Holds what the database has against what was acknowledged and what was asked for. */
async function expectNothingLost(acknowledged: readonly Acknowledged[]): Promise<void> {
  const db = connect(server.appUrl, { max: 2, applicationName: 'retrace: crash check' });
  try {
    await settled(db);
    const stored = await storedOperations(db);
    for (const { operationId, versions } of acknowledged) {
      expect(stored.get(operationId), `seed ${seed}: an acknowledged operation`).toEqual(versions);
    }
    const planned = new Map(plan.map((request) => [request.operationId, request.events]));
    for (const [operationId, versions] of stored) {
      expect(versions, `seed ${seed}: an operation is there whole`).toHaveLength(
        planned.get(operationId) ?? -1,
      );
    }
    const { rows } = await db.$client.query<{ stream_id: string }>('SELECT stream_id FROM streams');
    const faults = await Promise.all(rows.map(({ stream_id }) => recordFaults(db, stream_id)));
    expect(faults.flat(), `seed ${seed}`).toEqual([]);
    const orphans = await db.$client.query(
      'SELECT stream_id FROM events WHERE stream_id NOT IN (SELECT stream_id FROM streams)',
    );
    expect(orphans.rows, `seed ${seed}: events without a head`).toEqual([]);
  } finally {
    await db.$client.end();
  }
}

/** What a killed writer had sent may still be carried out: waits until its connections are gone. */
async function settled(db: Database): Promise<void> {
  await expect
    .poll(async () => {
      const { rowCount } = await db.$client.query(
        "SELECT FROM pg_stat_activity WHERE application_name = 'retrace: crash test'",
      );
      return rowCount;
    })
    .toBe(0);
}

async function storedOperations(db: Database): Promise<Map<string, number[]>> {
  const { rows } = await db.$client.query<{ operation_id: string; versions: number[] }>(
    'SELECT operation_id, array_agg(version ORDER BY version) AS versions FROM events GROUP BY stream_id, operation_id',
  );
  return new Map(rows.map((row) => [row.operation_id, row.versions]));
}

/** The whole plan is there, each request once, and every record has a number of its own, without a gap. */
async function expectWholePlan(): Promise<void> {
  const db = connect(server.appUrl, { max: 2 });
  try {
    const stored = await storedOperations(db);
    expect(stored.size, `seed ${seed}`).toBe(plan.length);
    const { rows } = await db.$client.query<{ number: string }>('SELECT number FROM invoices ORDER BY 1');
    expect(rows.map(({ number }) => Number(number.replace(/\D/g, ''))).sort((a, b) => a - b)).toEqual(
      Array.from({ length: records }, (_, index) => index + 1),
    );
  } finally {
    await db.$client.end();
  }
}

it('kill -9 of the app while it writes: every acknowledged event is there, nothing half; who asks again gets one event', {
  timeout: 90_000,
}, async () => {
  const acknowledged: Acknowledged[] = [];
  let known = 0;
  for (let round = 0; round < rounds; round++) {
    const writer = startWriter(server.appUrl, seed, records);
    // It begins from the start each time; what was done before is answered again and adds nothing.
    await writer.reaches(known + 1 + random.below(plan.length / rounds));
    writer.kill();
    await writer.ended;
    acknowledged.push(...writer.acknowledged);
    await expectNothingLost(acknowledged);
    known = new Set(acknowledged.map(({ operationId }) => operationId)).size;
  }
  const last = startWriter(server.appUrl, seed, records);
  expect(await last.ended).toEqual({ code: 0, complaints: '' });
  await expectNothingLost([...acknowledged, ...last.acknowledged]);
  await expectWholePlan();
  await server.release();
});

it('kill -9 of the database while the app writes: it recovers, every acknowledged event is there, nothing half, and the app goes on by itself', {
  timeout: 90_000,
}, async () => {
  const writer = startWriter(server.appUrl, seed, records);
  for (let round = 0; round < rounds; round++) {
    await writer.reaches(writer.acknowledged.length + 1 + random.below(plan.length / rounds / 2));
    serverProcesses(server.folder).kill();
    const before = writer.acknowledged.length;
    const killed = server;
    server = await open();
    await killed.release();
    expect(server.appUrl).toBe(killed.appUrl);
    await expectAcknowledged(writer.acknowledged.slice(0, before));
  }
  const { code, complaints } = await writer.ended;
  expect(code, complaints).toBe(0);
  expect(complaints).not.toBe('');
  await expectNothingLost(writer.acknowledged);
  await expectWholePlan();
  await server.release();
});

/** While the writer goes on: what had been acknowledged before the database was killed is there. */
async function expectAcknowledged(acknowledged: readonly Acknowledged[]): Promise<void> {
  const db = connect(server.appUrl, { max: 1 });
  try {
    const stored = await storedOperations(db);
    for (const { operationId, versions } of acknowledged) {
      expect(stored.get(operationId), `seed ${seed}`).toEqual(versions);
    }
  } finally {
    await db.$client.end();
  }
}
