/** An export, brought into an empty database, is the same history: every event, state and read table. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readStoredStream } from '@/db/event-store';
import { importHistory } from '@/db/import/history-import';
import { stage } from '@/db/import/stage';
import { writeImport } from '@/db/import/write';
import { readLogBatches } from '@/db/log-export';
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database';
import { tellStored } from '@/db/told-events';
import { verifyChain } from '@/db/verify-chain';
import { eventCsv } from '@/lib/activity/export-table';
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

it.each(['csv', 'xes', 'cloudevents'] as const)(
  'as %s it can be brought in as a log with the same cases, activities and times',
  async (format) => {
    const batches = readLogBatches(from.app);
    const texts =
      format === 'csv'
        ? exportText(eventCsv('Europe/Berlin'), tellStored(from.app, batches))
        : exportText(logFile(format), batches);
    let text = '';
    for await (const piece of texts) text += piece;
    const { importId, report } = await stage({
      db: to.app,
      bytes: pieces(text),
      fileName: `export-${format}`,
      mapping: { log: format },
      madeBy: { id: 'test', name: 'Test' },
    });
    expect(report.bad).toBe(0);
    await writeImport({ db: to.app, importId });
    const happened = await rowsOf(
      to,
      `SELECT s.state->>'caseId' AS case, e.payload->>'activity' AS activity, e.occurred_at AS at
         FROM events e JOIN streams s USING (stream_id)
        WHERE e.workflow = 'record' AND s.state->>'log' = '${format}' ORDER BY 1, e.version`,
    );
    const expected = await rowsOf(
      from,
      'SELECT stream_id::text AS case, type AS activity, occurred_at AS at FROM events ORDER BY stream_id, version',
    );
    expect(happened).toEqual(expected);
  },
);
