/** What XES says of the kind of its attributes is kept, and comes out again: the same log is the same history. */
import { readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportText } from '@/lib/export-format';
import { logFile } from '@/lib/log-file/event-file';
import type { LogRecord } from '@/lib/record/record';
import { readStream } from '../event-store';
import { recordFaults } from '../integrity/record-faults';
import { readLogBatches } from '../log-export';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { stage } from './stage';
import { recordIdOf } from './staged-row';
import { writeImport } from './write';

let from: TestDatabase;
let to: TestDatabase;
beforeAll(async () => {
  [from, to] = await Promise.all([createTestDatabase(), createTestDatabase()]);
});
afterAll(() => Promise.all([from.drop(), to.drop()]));

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function bring({ app }: TestDatabase, text: string) {
  const staged = await stage({
    db: app,
    bytes: once(text),
    fileName: 'typed.xes',
    mapping: {},
    madeBy: { id: 'ana', name: 'Ana Novak' },
  });
  return { log: staged.log, ...(await writeImport({ db: app, importId: staged.importId })) };
}

async function exported({ app }: TestDatabase): Promise<string> {
  let text = '';
  for await (const piece of exportText(logFile('xes'), readLogBatches(app, sql`workflow = 'record'`)))
    text += piece;
  return text;
}

/** All that a log said, and not when and by which run it was brought in. */
const historyIn = async ({ app }: TestDatabase) =>
  (
    await app.$client.query(
      `SELECT stream_id, version, payload, changes, operation_id, actor_id, actor_name, occurred_at
         FROM events WHERE workflow = 'record' ORDER BY stream_id, version`,
    )
  ).rows;

const long = '1234567890123456789012345678901234567890';

it('every kind of attribute, of traces and of events, nested and in lists, is a field with its type', async () => {
  const { log } = await bring(from, await readFile('test/fixtures/logs/typed.xes', 'utf8'));
  expect(log).toBe('Typed');
  const id = recordIdOf(log, 'T-1');
  const [first, second] = await readStream(from.app.$client, id);
  expect(first?.payload).toMatchObject({
    activity: 'Check',
    at: '2026-03-29T01:59:59.123+01:00',
    fields: {
      'case:opened': '2026-02-28T23:00:00.000-05:00',
      'case:customer:since': '1999',
      'case:customer:since.verified': 'true',
      'lifecycle:transition': 'start',
      'org:group': 'Desk',
      'cost:total': '0.10',
      'cost:currency': 'EUR',
      points: long,
      ratio: '-1.50E-7',
      urgent: 'true',
      ticket: 'f3e0b7c2-6f6e-4c56-9a53-3a3c6f0e9d11',
      'items.1.item': 'Lamp',
      'items.1.item.price': '19.90',
      'items.2.item': 'Bulb',
      'items.2.item.price': '2.00',
      'place.city': 'Lisbon',
      'place.floor': '3',
      odd: 'n/a',
    },
    types: {
      'case:opened': 'date',
      'case:customer:since': 'int',
      'case:customer:since.verified': 'boolean',
      'cost:total': 'float',
      points: 'int',
      ratio: 'float',
      urgent: 'boolean',
      ticket: 'id',
      'items.1.item.price': 'float',
      'items.2.item.price': 'float',
      'place.floor': 'int',
    },
  });
  // The start and the end of one activity are two events of it, and globals fill in nothing.
  expect(second?.payload).toMatchObject({
    activity: 'Check',
    fields: { 'lifecycle:transition': 'complete' },
  });
  expect(second?.payload).not.toHaveProperty('types');
  const { rows } = await from.app.$client.query<{ state: LogRecord }>(
    'SELECT state FROM streams WHERE stream_id = $1',
    [id],
  );
  expect(rows[0]?.state.types).toMatchObject({ points: 'int', urgent: 'boolean', 'place%2Efloor': 'int' });
  expect(await recordFaults(from.app, id)).toEqual([]);
});

it('out and in again it is the same typed history, under the same ids', async () => {
  const text = await exported(from);
  const { log, added } = await bring(to, text);
  expect(log).toBe('Typed');
  const history = await historyIn(from);
  expect(added).toBe(history.length);
  expect(await historyIn(to)).toEqual(history);
  expect(await exported(to)).toBe(text);
  // Where it came from it is known.
  expect(await bring(from, text)).toMatchObject({ added: 0, present: history.length });
});

it('two logs with the same case stay two cases', async () => {
  const other = `<log><string key="concept:name" value="Other"/><trace><string key="concept:name" value="T-1"/><event>
    <string key="concept:name" value="Check"/><date key="time:timestamp" value="2026-03-01T00:00:00Z"/></event></trace></log>`;
  await bring(from, other);
  const names = [...(await exported(from)).matchAll(/<trace>\s*<string key="concept:name" value="(.*?)"/g)];
  expect(new Set(names.map(([, name]) => name)).size).toBe(3);
});
