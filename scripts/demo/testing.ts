import { Client } from 'pg';
import { inject } from 'vitest';
import type { Database } from '@/db/client';
import { readStream } from '@/db/event-store';
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database';
import { RecordLog } from '@/lib/event-sourcing/record-log';
import type { Invoice } from '@/lib/invoice/invoice';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { loadDemoRecords } from './load';
import type { Team } from './step';

/** The demo people as tests need them: nobody has to sign in. */
export const team = {
  ana: { id: 'ana', name: 'Ana Novak', role: 'support' },
  bob: { id: 'bob', name: 'Bob Ekdahl', role: 'support' },
  sam: { id: 'sam', name: 'Sam Okafor', role: 'support' },
  mia: { id: 'mia', name: 'Mia Torres', role: 'manager' },
  priya: { id: 'priya', name: 'Priya Raman', role: 'manager' },
  otto: { id: 'otto', name: 'Otto Brandt', role: 'admin' },
} as const satisfies Team;

/** A Monday after the change to summer time, so that the demo's weeks lie on both sides of it. */
export const now = new Date('2026-04-13T09:30:00Z');

/** One invoice with its history, folded. */
export async function logOf(db: Database, id: string): Promise<RecordLog<Invoice>> {
  return new RecordLog<Invoice>(invoiceWorkflow, await readStream(db.$client, id));
}

/** Any number will do, as long as no other test takes this lock. */
const demoLock = 7_382_011;

/** How long the first test file may take to load the demo, in milliseconds, on a machine that has much else to do. */
export const loadingTime = 240_000;

/** A database of a test file's own with the demo of `now` in it. The demo is loaded once a run, and then copied. */
export async function createDemoDatabase(): Promise<TestDatabase> {
  const { superuserUrl, template } = inject('testServer');
  const demo = `${template}_demo`;
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    // Files that run at the same time wait for the one that loads.
    await client.query('SELECT pg_advisory_lock($1)', [demoLock]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [demo]);
    if (rowCount === 0) {
      const loaded = await createTestDatabase();
      await loadDemoRecords(loaded.app, team, { now, log: () => undefined });
      await loaded.close();
      await client.query(`ALTER DATABASE ${loaded.name} RENAME TO ${demo}`);
    }
    return await createTestDatabase({ template: demo });
  } finally {
    await client.end();
  }
}
