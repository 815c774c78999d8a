/** An export, brought into an empty database, is the same history: every event, state and read table. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { derivedId } from '@/db/derived-id';
import { readStoredStream } from '@/db/event-store';
import { importHistory } from '@/db/import/history-import';
import { stage } from '@/db/import/stage';
import { writeImport } from '@/db/import/write';
import { readLogBatches } from '@/db/log-export';
import { appendHistory } from '@/db/testing/append-history';
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database';
import { tellStored } from '@/db/told-events';
import { verifyChain } from '@/db/verify-chain';
import { eventCsv } from '@/lib/activity/export-table';
import { RecordBuilder } from '@/lib/event-sourcing/record-builder';
import { exportText } from '@/lib/export-format';
import { logFile } from '@/lib/log-file/event-file';
import { anyCommand as anyOrderCommand, order as orderOf } from '@/lib/order/testing';
import { person } from '@/lib/person/testing';
import type { RecordCommand } from '@/lib/record/commands';
import type { LogRecord } from '@/lib/record/record';
import { anyCommand as anyRecordCommand, people, start as startRecord } from '@/lib/record/testing';
import { recordWorkflow } from '@/lib/record/workflow';
import {
  anyCommand as anySubscriptionCommand,
  subscription as subscriptionOf,
} from '@/lib/subscription/testing';
import { workflows } from '@/lib/workflows';
import { createDemoDatabase, loadingTime } from './testing';

/** A record of each workflow that the demo has none of, with all that can happen to it. */
function others(): readonly RecordBuilder<object, { type: string }>[] {
  const [subscribed, ordered, logged] = [randomUUID(), randomUUID(), randomUUID()];
  const imported = new RecordBuilder<LogRecord, RecordCommand>(recordWorkflow, logged);
  imported.command(people.ana, { ...startRecord, recordId: logged } as RecordCommand);
  for (const command of anyRecordCommand) imported.command(people.ana, command);
  const subscription = subscriptionOf(subscribed);
  for (const command of anySubscriptionCommand) subscription.command(people.ana, command);
  subscription.press(people.ana, 'undo');
  const order = orderOf(ordered);
  for (const command of anyOrderCommand) order.command(people.ana, command);
  return [subscription, order, imported, person()] as never;
}

async function appendOthers(): Promise<void> {
  for (const { streamId, events } of others()) {
    const own = events.map((event) => ({ ...event, operationId: derivedId(streamId, event.operationId) }));
    await appendHistory(from.app, own);
  }
}

let from: TestDatabase;
let to: TestDatabase;
let exported: string;
beforeAll(async () => {
  [from, to] = await Promise.all([createDemoDatabase(), createTestDatabase()]);
  await appendOthers();
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
  records: 'SELECT * FROM records ORDER BY stream_id',
  recordVersions: 'SELECT * FROM record_versions ORDER BY stream_id, version',
  people: 'SELECT id, name, email, role, deactivated_at FROM users ORDER BY id',
  numbers: 'SELECT series, number, stream_id, holder FROM number_allocations ORDER BY number',
};

it('there is something of every workflow', async () => {
  const there = await rowsOf(from, 'SELECT DISTINCT workflow FROM events');
  const known = Object.keys(workflows).filter((name) => name !== 'books');
  expect(there.map((row) => (row as { workflow: string }).workflow)).toEqual(expect.arrayContaining(known));
});

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

const some = `stream_id < '20000000-0000-0000-0000-000000000000'`;

it.each(['csv', 'xes', 'cloudevents'] as const)(
  'as %s it can be brought in as a log with the same cases, activities and times',
  async (format) => {
    // Of some records: reading all of them three times more would tell nothing more.
    const batches = readLogBatches(from.app, sql.raw(some));
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
    // XES calls a case of a log by its name, with the log's in front in a file that has more than that log.
    const named =
      format === 'xes'
        ? `CASE e.workflow WHEN 'record' THEN concat(s.state->>'log', ': ', s.state->>'caseId') ELSE stream_id::text END`
        : 'stream_id::text';
    const expected = await rowsOf(
      from,
      `SELECT ${named} AS case, coalesce(e.payload->>'activity', e.type) AS activity, e.occurred_at AS at
         FROM events e JOIN streams s USING (stream_id) WHERE ${some} ORDER BY 1, e.version`,
    );
    expect(happened).toEqual(expected);
  },
);
