/** Whole imports: what a file says is what the log, the heads and the read tables say after it. */
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportMapping } from '@/lib/import/mapping';
import type { LogRecord } from '@/lib/record/record';
import { readStream } from '../event-store';
import { recordFaults } from '../integrity/record-faults';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { discardImport, readImport, readImports } from './imports';
import type { Rejected } from './row-reading';
import { manyEvents, settleTables } from './settle-tables';
import { stage } from './stage';
import { recordIdOf } from './staged-row';
import { writeImport } from './write';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const fixture = (name: string) => readFile(`test/fixtures/logs/${name}`);
const madeBy = { id: 'ana', name: 'Ana Novak' };

/** As a file comes: in pieces, cut anywhere. */
async function* pieces(bytes: Uint8Array, size = 97): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

interface More {
  mapping?: ImportMapping;
  rejects?: (row: Rejected) => void;
}

async function importBytes(fileName: string, bytes: Uint8Array, { mapping = {}, rejects }: More = {}) {
  const staged = await stage({ db: test.app, bytes: pieces(bytes), fileName, mapping, madeBy, rejects });
  const written = await writeImport({ db: test.app, importId: staged.importId });
  return { ...staged, written };
}

const importText = (fileName: string, text: string, more?: More) =>
  importBytes(fileName, Buffer.from(text), more);

const eventsOf = (log: string, caseId: string) => readStream(test.app.$client, recordIdOf(log, caseId));

async function stateOf(log: string, caseId: string): Promise<LogRecord> {
  const { rows } = await test.app.$client.query('SELECT state FROM streams WHERE stream_id = $1', [
    recordIdOf(log, caseId),
  ]);
  return rows[0]?.state;
}

async function expectWell(log: string): Promise<number> {
  const { rows } = await test.app.$client.query<{ stream_id: string }>(
    "SELECT stream_id FROM streams WHERE workflow = 'record' AND state->>'log' = $1",
    [log],
  );
  for (const { stream_id: id } of rows) expect(await recordFaults(test.app, id)).toEqual([]);
  return rows.length;
}

const count = async (table: string) =>
  Number((await test.app.$client.query(`SELECT count(*) FROM ${table}`)).rows[0].count);

describe('a log in XES', () => {
  it('is a record for each trace, in the order of time, with nested attributes and exact numbers', async () => {
    const { log, report, written } = await importBytes('fines.xes', await fixture('fines.xes'));
    expect(log).toBe('Road fines & more');
    expect(report).toMatchObject({
      rows: 6,
      bad: 0,
      cases: 2,
      from: '2006-07-24T00:00:00.000+02:00',
      to: '2006-12-09T00:00:00.000+01:00',
      timeZone: '+02:00',
      problems: [],
    });
    expect(report.activities.slice(0, 2)).toEqual([
      { name: 'Create Fine', count: 2 },
      { name: 'Payment', count: 2 },
    ]);
    expect(written).toEqual({ rows: 6, added: 6, present: 0 });
    const events = await eventsOf(log, 'A1');
    expect(
      events.map(({ payload, occurredAt, actor, cause }) => [payload, occurredAt, actor, cause]),
    ).toMatchObject([
      [
        { activity: 'Create Fine', place: 1, at: '2006-07-24T00:00:00.000+02:00', record: { caseId: 'A1' } },
        '2006-07-23T22:00:00.000000Z',
        { kind: 'import', name: '561' },
        'import',
      ],
      [{ activity: 'Send Fine', place: 2 }, '2006-08-01T07:00:00.000000Z', { name: 'Zoë <clerk>' }, 'import'],
      [
        { activity: 'Payment', place: 3, fields: { amount: '46.50' } },
        '2006-09-05T08:30:00.123456Z',
        { name: 'Import of Road fines & more' },
        'import',
      ],
    ]);
    expect(await stateOf(log, 'A1')).toMatchObject({
      log,
      caseId: 'A1',
      timeZone: '+02:00',
      activities: { 'Create Fine': 1, 'Send Fine': 2, Payment: 3 },
      fields: {
        'case:district': 'Nord',
        amount: '46.50',
        paid: 'true',
        points: '9007199254740993',
        article: '157',
        'article%2Eparagraph': 'a.b',
        'article%2Esections%2E1%2Esection': '1',
        'article%2Esections%2E2%2Esection': '2',
      },
      types: {
        amount: 'float',
        paid: 'boolean',
        points: 'int',
        'article%2Esections%2E1%2Esection': 'int',
        'article%2Esections%2E2%2Esection': 'int',
      },
    });
    expect(await expectWell(log)).toBe(2);
  });

  it('keeps the order of the file for equal times, and finds the name of a trace behind its events', async () => {
    const events = await eventsOf('Road fines & more', 'A2');
    expect(events.map(({ payload }) => (payload as { activity: string }).activity)).toEqual([
      'Create Fine',
      'Payment',
      'Close',
    ]);
  });

  it('packed by gzip is the same: it adds nothing', async () => {
    const before = await count('events');
    const { written } = await importBytes('fines.xes.gz', gzipSync(await fixture('fines.xes')));
    expect(written).toEqual({ rows: 6, added: 0, present: 6 });
    expect(await count('events')).toBe(before);
  });
});

describe('a log in CSV', () => {
  const mapping = {
    case: 'Order',
    activity: 'Step',
    timestamp: 'At',
    resource: 'Clerk',
    timeZone: 'Europe/Berlin',
  };

  it('is read whatever its delimiter, quotes, line ends and forms of times', async () => {
    const { log, written } = await importBytes('orders.csv', await fixture('orders.csv'), { mapping });
    expect(log).toBe('orders');
    expect(written.added).toBe(5);
    const events = await eventsOf(log, 'O-1');
    expect(
      events.map(({ payload, occurredAt }) => [(payload as { activity: string }).activity, occurredAt]),
    ).toEqual([
      ['Placed', '2025-10-27T08:15:00.000000Z'],
      ['Packed', '2025-10-28T07:00:00.000000Z'],
      ['Shipped', '2025-10-28T15:05:00.000000Z'],
    ]);
    expect(await stateOf(log, 'O-1')).toMatchObject({
      timeZone: 'Europe/Berlin',
      fields: { Amount: '1.234,50', Note: '=1+1' },
    });
    expect(events[0]?.payload).toMatchObject({
      fields: { Amount: '1.234,50', Note: 'two\r\nlines; and a "quote"' },
    });
    expect((await stateOf(log, 'O-2')).fields).toEqual({ Amount: '0010.0' });
    expect(await expectWell(log)).toBe(2);
  });

  it('that has grown adds what is new, and the same row twice in a file is two events', async () => {
    const start =
      'case,activity,timestamp,x\nB1,Ring,2026-01-02T03:00:00Z,1\nB1,Ring,2026-01-02T03:00:00Z,1\n';
    expect((await importText('bells.csv', start)).written).toEqual({ rows: 2, added: 2, present: 0 });
    const more = `${start}B1,Stop,2026-01-02T04:00:00Z,2\nB2,Ring,2026-01-02T03:00:00Z,\n`;
    expect((await importText('bells.csv', more)).written).toEqual({ rows: 4, added: 2, present: 2 });
    expect((await eventsOf('bells', 'B1')).map(({ payload }) => payload)).toMatchObject([
      { place: 1 },
      { place: 2 },
      { activity: 'Stop', place: 3 },
    ]);
    expect(await expectWell('bells')).toBe(2);
  });

  it('refuses what happened before what is here: history is never put in between', async () => {
    const late = 'case,activity,timestamp,x\nB1,Knock,2026-01-02T03:30:00Z,\n';
    await expect(importText('bells.csv', late)).rejects.toThrow(
      /bells\.csv, line 2, column “timestamp”: This happened before what the record holds already/,
    );
    expect(await count('import_rows')).toBe(0);
  });
});

it('a log in JSON Lines is flat by its keys, its numbers exact', async () => {
  const lines = [
    '{"case":"J1","activity":"Open","timestamp":1767323045123,"amount":12345678901234567890.10,"by":{"name":"Ana","ids":[1.0,2]}}',
    '{"case":"J1","activity":"Close","timestamp":"2026-02-01T00:00:00Z","amount":null}',
  ];
  const { log } = await importText('talks.jsonl', lines.join('\n'));
  expect(await stateOf(log, 'J1')).toMatchObject({
    fields: {
      amount: '12345678901234567890.10',
      'by%2Ename': 'Ana',
      'by%2Eids%2E0': '1.0',
      'by%2Eids%2E1': '2',
    },
  });
  expect(await expectWell(log)).toBe(1);
});

describe('bad rows', () => {
  const text = [
    'case,activity,timestamp,note',
    'C1,Open,2026-01-02,x',
    'C1,,2026-01-03,x',
    'C1,Wait,03/04/2026,x',
    'C1,Close,2026-01-05',
    'C1,Close,2026-01-05,ok',
  ].join('\n');

  it('stop the import with file, line and column, and nothing is written or left in the stage', async () => {
    const before = [await count('events'), await count('imports')];
    await expect(importText('calls.csv', text)).rejects.toThrow(
      [
        '3 bad rows, so nothing was written:',
        '  calls.csv, line 3, column “activity”: This row names no activity.',
        '  calls.csv, line 4, column “timestamp”: “03/04/2026” may be 3 April or 4 March. Say which: the date order dmy (day first) or mdy (month first).',
        '  calls.csv, line 5: This row has 3 cells, the header 4. Is a delimiter missing, or a quote?',
        'Correct the file, or have bad rows put into a file of their own with --rejects FILE.',
      ].join('\n'),
    );
    expect([await count('events'), await count('imports')]).toEqual(before);
    expect(await count('import_rows')).toBe(0);
  });

  it('go elsewhere where somebody takes them, and the others are written', async () => {
    const rejected: Rejected[] = [];
    const { written, report } = await importText('calls.csv', text, {
      rejects: (row) => void rejected.push(row),
    });
    expect(written.added).toBe(2);
    expect(report.bad).toBe(3);
    expect(rejected.map(({ line, cells }) => [line, cells.length])).toEqual([
      [3, 4],
      [4, 4],
      [5, 3],
    ]);
    expect(await expectWell('calls')).toBe(1);
  });
});

it('a dry run says what would be, and leaves nothing', async () => {
  const before = [await count('events'), await count('imports')];
  const bytes = pieces(Buffer.from('case,activity,timestamp\nD1,Open,2026-01-02\nD1,Open,nonsense\n'));
  const { report } = await stage({
    db: test.app,
    bytes,
    fileName: 'd.csv',
    mapping: {},
    madeBy,
    dryRun: true,
  });
  expect(report).toMatchObject({ rows: 1, bad: 1, cases: 1, problems: [{ line: 3, column: 'timestamp' }] });
  expect([await count('events'), await count('imports')]).toEqual(before);
});

it('what nobody wants after all is gone from the stage', async () => {
  const bytes = pieces(Buffer.from('case,activity,timestamp\nE1,Open,2026-01-02\n'));
  const { importId } = await stage({ db: test.app, bytes, fileName: 'e.csv', mapping: {}, madeBy });
  await discardImport(test.app, importId);
  expect(await readImport(test.app, importId)).toMatchObject({ state: 'discarded', rows: 1, written: 0 });
  expect(await count('import_rows')).toBe(0);
  await expect(writeImport({ db: test.app, importId })).rejects.toThrow(/Import the file again/);
});

it('a case longer than a chunk is one record, and so are many of them', async () => {
  const row = (n: number) =>
    `${n % 3 === 0 ? 'long' : `c${n % 997}`},step ${n % 7},${new Date(1.7e12 + n * 1000).toISOString()},${n % 13}`;
  const text = ['case,activity,timestamp,n', ...Array.from({ length: 9000 }, (_, n) => row(n))].join('\n');
  const { log, written } = await importText('long.csv', text);
  expect(written.added).toBe(9000);
  expect((await eventsOf(log, 'long')).map(({ version }) => version)).toHaveLength(3000);
  expect(await recordFaults(test.app, recordIdOf(log, 'long'))).toEqual([]);
  expect(await recordFaults(test.app, recordIdOf(log, 'c1'))).toEqual([]);
});

it('a run is remembered, with what it found', async () => {
  const [newest] = await readImports(test.app);
  expect(newest).toMatchObject({
    state: 'done',
    log: 'long',
    rows: 9000,
    written: 9000,
    present: 0,
    madeByName: 'Ana Novak',
  });
  expect(await readImport(test.app, newest?.id ?? '')).toEqual(newest);
  expect(await count('import_rows')).toBe(0);
});

it('after a large one PostgreSQL knows what is there, so that pages which count need not look every event up', async () => {
  const rows = Array.from({ length: 10_000 }, (_, n) => `L${n % 700},Step ${n % 5},2026-02-01T00:00:00Z\n`);
  await importText('large.csv', `case,activity,timestamp\n${rows.join('')}`);
  const client = await test.app.$client.connect();
  try {
    // A vacuum passes over what is not on disk yet, and servers for tests wait for no disk.
    await client.query('SET synchronous_commit = on');
    await client.query('UPDATE imports SET present = present');
    await settleTables(client, manyEvents);
  } finally {
    client.release(true);
  }
  const { rows: tables } = await test.owner.$client.query(
    `SELECT relname FROM pg_class
      WHERE relname IN ('events', 'streams', 'records', 'record_versions') AND relallvisible > 0.9 * relpages AND relpages > 10
      ORDER BY relname`,
  );
  expect(tables.map(({ relname }) => relname)).toEqual(['events', 'record_versions', 'records', 'streams']);
});
