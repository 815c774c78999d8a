/** An export, brought into an empty database, is the same history: every event, state and read table. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readStoredStream } from '@/db/event-store';
import { importHistory } from '@/db/import/history-import';
import { readLogBatches } from '@/db/log-export';
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database';
import { verifyChain } from '@/db/verify-chain';
import { exportText } from '@/lib/export-format';
import { logFile } from '@/lib/log-file/event-file';
import { createDemoDatabase, loadingTime } from './testing';

let from: TestDatabase;
let to: TestDatabase;
let exported: string;
beforeAll(async () => {
  [from, to] = await Promise.all([createDemoDatabase(), createTestDatabase()]);
  exported = await jsonLines(from);
}, loadingTime);
afterAll(() => Promise.all([from.drop(), to.drop()]));

async function jsonLines(database: TestDatabase): Promise<string> {
  let text = '';
  for await (const piece of exportText(logFile('jsonl'), readLogBatches(database.app))) text += piece;
  return text;
}

/** In pieces that end in the middle of lines and of letters. */
async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 65_537) yield bytes.subarray(at, at + 65_537);
}

const bring = (text: string, dryRun = false) =>
  importHistory({
    db: to.app,
    open: () => pieces(text),
    dryRun,
  });

const rowsOf = async (database: TestDatabase, query: string): Promise<unknown[]> =>
  (await database.app.$client.query(query)).rows;

/** All of a read table; what says when this database itself did something is left out. */
const tables: Record<string, string> = {
  events: `SELECT to_jsonb(e) - 'tx' - 'position' AS row FROM events e ORDER BY stream_id, version`,
  heads: 'SELECT * FROM streams ORDER BY stream_id',
  snapshots: 'SELECT * FROM snapshots ORDER BY stream_id, version',
  invoices: 'SELECT * FROM invoices ORDER BY stream_id',
  versions: 'SELECT * FROM invoice_versions ORDER BY stream_id, version',
  customers: 'SELECT * FROM customers ORDER BY stream_id',
  numbers: 'SELECT series, number, stream_id, holder FROM number_allocations ORDER BY number',
};

it('a dry run says what there is and writes nothing', async () => {
  const result = await bring(exported, true);
  expect(result.addedEvents).toBe(exported.trimEnd().split('\n').length);
  expect(result.span?.from.localeCompare(result.span.to)).toBe(-1);
  expect(await rowsOf(to, 'SELECT FROM events')).toHaveLength(0);
});

it('brought into an empty database it is the same history', async () => {
  const result = await bring(exported);
  expect(result).toMatchObject({ addedEvents: result.events, addedRecords: result.records, different: [] });
  for (const [name, query] of Object.entries(tables)) {
    const there = await rowsOf(to, query);
    expect(there.length, name).toBeGreaterThan(0);
    expect(there, name).toEqual(await rowsOf(from, query));
  }
  expect(await jsonLines(to)).toBe(exported);
});

it('every chain verifies there', async () => {
  for await (const events of readLogBatches(to.app)) {
    for (const id of new Set(events.map(({ stream_id }) => stream_id))) {
      expect(verifyChain(await readStoredStream(to.app.$client, id))).toBeNull();
    }
  }
});

it('the next number is one that nobody has', async () => {
  const { rows } = await to.app.$client.query(
    `SELECT retrace_reserve_number('invoice', gen_random_uuid(), gen_random_uuid()) AS number`,
  );
  const numbers = [...exported.matchAll(/"to":"INV-(\d+)"/g)].map(([, digits]) => Number(digits));
  const highest = Math.max(...numbers);
  expect(Number(rows[0].number.slice(4))).toBe(highest + 1);
});

it('a second time nothing happens', async () => {
  expect(await bring(exported)).toMatchObject({ addedEvents: 0, addedRecords: 0, different: [] });
});
