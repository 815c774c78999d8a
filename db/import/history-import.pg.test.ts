/** A file is brought in as it was exported, or not at all, and says where it is not. */
import { afterAll, beforeEach, expect, it } from 'vitest';
import { exportText } from '@/lib/export-format';
import { people } from '@/lib/invoice/testing';
import { logFile } from '@/lib/log-file/event-file';
import { readLogBatches } from '../log-export';
import { command, createDraft, expectOk } from '../testing/invoices';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { importHistory } from './history-import';
import { placed, type UnreadableFileError } from './unreadable-file';

let from: TestDatabase;
let to: TestDatabase;
let lines: string[];
const opened: TestDatabase[] = [];
beforeEach(async () => {
  [from, to] = await Promise.all([createTestDatabase({ max: 3 }), createTestDatabase({ max: 3 })]);
  opened.push(from, to);
  for (let count = 0; count < 3; count += 1) {
    const id = await createDraft(from.app);
    expectOk(await command(from.app, id, { type: 'change_details', memo: 'Zażółć \u2028 🧾' }));
  }
  lines = await exportOf(from);
});
afterAll(() => Promise.all(opened.map((database) => database.drop())));

async function exportOf(database: TestDatabase): Promise<string[]> {
  let text = '';
  for await (const piece of exportText(logFile('jsonl'), readLogBatches(database.app))) text += piece;
  return text.trimEnd().split('\n');
}

const bring = (content: readonly string[] | Uint8Array, database = to) =>
  importHistory({ db: database.app, open: () => once(content), dryRun: false });

/** What is wrong, with its place. */
const problemOf = (content: readonly string[] | Uint8Array) =>
  bring(content).then(
    () => 'nothing',
    (error: UnreadableFileError) => placed('log.jsonl', error.place, error.reason),
  );

async function* once(content: readonly string[] | Uint8Array): AsyncGenerator<Uint8Array> {
  yield content instanceof Uint8Array ? content : Buffer.from(`${content.join('\n')}\n`);
}

const countIn = async (database: TestDatabase) =>
  (await database.app.$client.query('SELECT count(*)::int AS n FROM events')).rows[0].n;

/** The fourth line, changed. */
const withFourth = (change: (event: Record<string, unknown>) => object): string[] =>
  lines.map((line, index) => (index === 3 ? JSON.stringify(change(JSON.parse(line))) : line));

it.each<[string, RegExp, (event: Record<string, unknown>) => object]>([
  [
    'a changed value',
    /line 4: The hash of event 2 of the record .* does not follow/,
    (event) => ({ ...event, reason: 'x' }),
  ],
  ['a changed hash', /line 4: The hash of event 2/, (event) => ({ ...event, hash: 'ab'.repeat(32) })],
  ['a missing column', /line 4: “cause” is missing/, ({ cause: _, ...event }) => event],
  [
    'a time without microseconds',
    /line 4: “occurred_at” is no instant/,
    (event) => ({ ...event, occurred_at: '2026-11-10' }),
  ],
  [
    'a missing event',
    /line 4: Event 3 of the record .* follows event 1/,
    (event) => ({ ...event, version: 3 }),
  ],
  [
    'an unknown type',
    /line 4: Event 2, “sent_to_mars”, cannot be read. .*Update Retrace/,
    (event) => ({ ...event, type: 'sent_to_mars' }),
  ],
  [
    'another payload',
    /line 4: Event 2, “memo_changed”, cannot be read/,
    (event) => ({ ...event, payload: { memo: 7 } }),
  ],
  [
    'the future',
    /line 4: Event 2 lies in the future/,
    (event) => ({ ...event, recorded_at: '2126-11-10T00:00:00.000000Z' }),
  ],
  [
    'a character that cannot be stored',
    /line 4: There is a character in it/,
    (event) => ({ ...event, reason: 'a\0b' }),
  ],
])('%s is refused with its place, and nothing is written', async (_what, message, change) => {
  expect(await problemOf(withFourth(change))).toMatch(message);
  expect(await countIn(to)).toBe(0);
});

it('a file that is cut off, no UTF-8, out of order or in part is refused with its place', async () => {
  const bytes = Buffer.from(lines.join('\n'));
  expect(await problemOf(bytes.subarray(0, -40))).toMatch(
    /^log\.jsonl, line 6(?:, column \d+)?: It is no JSON/,
  );
  const broken = Buffer.from(bytes);
  broken[bytes.indexOf('ż')] = 0xff;
  expect(await problemOf(broken)).toMatch(/^log\.jsonl, line 2, column \d+: The byte .. is no UTF-8/);
  expect(await problemOf([...lines.slice(2), ...lines.slice(0, 2)])).toMatch(/line 5: .* is out of order/);
  expect(await problemOf(lines.slice(1))).toMatch(/line 1: .* begins with its event 2/);
  expect(await countIn(to)).toBe(0);
});

it('what is here is passed over, and what is missing added, also to a history that had begun', async () => {
  await bring(lines.slice(0, 3));
  expect(await countIn(to)).toBe(3);
  expect(await bring(lines)).toMatchObject({ events: 6, addedEvents: 3, addedRecords: 1, different: [] });
  expect(await exportOf(to)).toEqual(lines);
});

it('who may not change records of a workflow brings none in, unless they are here already', async () => {
  const barred = (workflow: string) => (workflow === 'invoice' ? 'Ask an admin.' : null);
  const asked = { db: to.app, open: () => once(lines), dryRun: false, barred };
  await expect(importHistory(asked)).rejects.toThrow(
    'This adds to a record of the workflow invoice. Ask an admin.',
  );
  expect(await countIn(to)).toBe(0);
  await bring(lines);
  expect(await importHistory(asked)).toMatchObject({ addedEvents: 0 });
});

it('a record with another history here is left alone and named, and the others come in', async () => {
  await bring(lines.slice(0, 1));
  const { stream_id: id } = JSON.parse(lines[0] as string);
  expectOk(await command(to.app, id, { type: 'change_details', memo: 'Ours' }, { actor: people.bob }));
  expect(await bring(lines)).toMatchObject({
    addedEvents: 4,
    addedRecords: 2,
    different: [{ workflow: 'invoice', streamId: id, version: 2 }],
  });
  expect((await exportOf(to)).filter((line) => line.includes('"Ours"'))).toHaveLength(1);
});
