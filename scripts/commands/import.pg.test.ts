import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordFaults } from '@/db/integrity/record-faults';
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database';
import { runRetrace } from '@/test/run-retrace';

let retrace: TestDatabase;
let folder: string;

beforeAll(async () => {
  retrace = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'retrace-import-'));
});

afterAll(async () => {
  await retrace?.drop();
  await rm(folder, { recursive: true, force: true });
});

const run = (...args: string[]) => runRetrace(retrace, 'import', ...args);

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const count = async (where = 'true') =>
  Number((await retrace.app.$client.query(`SELECT count(*) FROM events WHERE ${where}`)).rows[0].count);

const orders = [
  'order,step,at,clerk,amount',
  'O1,Placed,2026-01-02T09:00:00+01:00,Ana,10.50',
  'O1,Shipped,2026-01-03T09:00:00+01:00,Bob,',
  'O2,Placed,2026-01-02T10:00:00+01:00,Ana,20.00',
].join('\n');
const flags = ['--case', 'order', '--activity', 'step', '--timestamp', 'at', '--resource', 'clerk'];

test('says what a file holds, brings it in, and adds nothing the second time', {
  timeout: 120_000,
}, async () => {
  const path = await file('orders.csv', orders);
  const dry = await run(path, ...flags, '--dry-run');
  expect(dry.stdout).toBe(
    [
      'orders.csv (CSV), into the log “orders”:',
      '  Rows        3 good, 0 bad',
      '  Cases       2',
      '  Span        2026-01-02T09:00:00+01:00 to 2026-01-03T09:00:00+01:00, shown in +01:00',
      '  Resources   2',
      '  Columns     case “order”, activity “step”, timestamp “at”, resource “clerk”',
      '  Activities  2',
      '            2  Placed',
      '            1  Shipped',
      '  Fields      1',
      '            2  amount',
      'This was a dry run: nothing was written.',
      '',
    ].join('\n'),
  );
  expect(await count()).toBe(0);

  const first = await run(path, ...flags);
  expect([first.code, first.stderr.replace(/^(Checking|Writing): .*\n/gm, '')]).toEqual([0, '']);
  expect(first.stdout).toMatch(
    /^Imported 3 events of 2 cases from orders\.csv into the log “orders” in \d+\.\d s \([\d,]+ a second\)\.\n$/,
  );
  expect(await count("workflow = 'record' AND actor_name = 'Ana'")).toBe(2);

  // The same by a mapping in a file.
  const mapping = await file(
    'orders.mapping.json',
    JSON.stringify({ case: 'order', activity: 'step', timestamp: 'at', resource: 'clerk' }),
  );
  expect((await run(path, '--mapping', mapping)).stdout).toBe(
    'Nothing to add: all 3 rows of orders.csv are here already.\n',
  );
  expect(await count()).toBe(3);
});

test('puts bad rows into a file of their own, or stops at them', { timeout: 120_000 }, async () => {
  const path = await file(
    'calls.csv',
    `case,activity,timestamp\nC1,Open,2026-01-02\nC1,,2026-01-03\nC1,Close,noon\n`,
  );
  const before = await count();
  const stopped = await run(path);
  expect(stopped.code).toBe(1);
  expect(stopped.stderr).toContain(
    '2 bad rows, so nothing was written:\n  calls.csv, line 3, column “activity”: This row names no activity.',
  );
  expect(await count()).toBe(before);

  const rejects = join(folder, 'rejects.csv');
  const taken = await run(path, '--rejects', rejects);
  expect(taken.code).toBe(0);
  expect(taken.stdout).toMatch(
    /^Imported 1 event of 1 case .*\n2 bad rows were left out and put into .*rejects\.csv\.\n$/,
  );
  expect((await readFile(rejects, 'utf8')).split('\r\n').slice(1, 3)).toEqual([
    '3,activity,This row names no activity.,C1,,2026-01-03',
    expect.stringMatching(/^4,timestamp,.*noon/),
  ]);
});

test('nothing that a file says moves the cursor of a terminal', { timeout: 60_000 }, async () => {
  const clear = '\u001b[2J';
  const path = await file(
    'odd-names.csv',
    `case,activity,timestamp\nC1,"Open${clear}\nit",2026-01-02\nC1,x,${clear}noon\n`,
  );
  const dry = await run(path, '--dry-run');
  expect(dry.stdout).toContain('            1  Open [2J it\n');
  const stopped = await run(path);
  expect(stopped.stderr).toContain('column “timestamp”: “');
  expect(dry.stdout + stopped.stderr).not.toContain('\u001b');
});

describe('what it was asked in a way that cannot be', () => {
  test('ends with 2 and says how', { timeout: 120_000 }, async () => {
    const path = await file('odd.csv', 'a,b,c\n1,2,3\n');
    const folderFor = join(folder, 'no-such-folder', 'rejects.csv');
    const [columns, absent, none, zone, ignored, over, nowhere] = await Promise.all([
      run(path),
      run(path, '--case', 'x', '--activity', 'b', '--timestamp', 'c'),
      run(join(folder, 'nowhere.csv')),
      run(path, '--timezone', 'Mars/Base'),
      run(path, '--case', 'a', '--activity', 'b', '--timestamp', 'c', '--ignore', 'd'),
      run(path, '--rejects', path),
      run(path, '--rejects', folderFor),
    ]);
    expect(columns.stderr).toContain(
      'It cannot be told which column of odd.csv is the case, the activity, the timestamp. Its columns are “a”, “b”, “c”. Say it with --case COLUMN --activity COLUMN --timestamp COLUMN.',
    );
    expect(absent.stderr).toContain('odd.csv has no column “x”. Its columns are “a”, “b”, “c”.');
    expect(none.stderr).toContain('There is no file');
    expect(zone.stderr).toContain('timeZone: Name a time zone');
    expect(ignored.stderr).toContain('odd.csv has no column “d”.');
    expect(over.stderr).toContain('--rejects names the log itself');
    expect(await readFile(path, 'utf8')).toBe('a,b,c\n1,2,3\n');
    expect(nowhere.stderr).toContain('There is no folder');
    const codes = [columns, absent, none, zone, ignored, over, nowhere].map(({ code }) => code);
    expect(codes).toEqual([2, 2, 2, 2, 2, 2, 2]);
  });
});

/** As somebody runs it, to be killed. */
function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, ['scripts/retrace.mjs', 'import', ...args], {
    env: { ...process.env, DATABASE_URL: retrace.appUrl, MIGRATION_DATABASE_URL: retrace.ownerUrl },
    stdio: 'ignore',
  });
}

/** How far runs of this file are, as soon as one is as far as that. */
async function reached(
  fileName: string,
  isThere: (run: { state: string; written: number }) => boolean,
): Promise<void> {
  for (;;) {
    const { rows } = await retrace.app.$client.query(
      'SELECT state, written::int AS written FROM imports WHERE file_name = $1 ORDER BY started_at DESC',
      [fileName],
    );
    if (rows[0] && isThere(rows[0])) return;
    await retrace.app.$client.query('SELECT pg_sleep(0.02)');
  }
}

test('a run that is killed goes on where it stopped, and nothing is there twice', {
  timeout: 300_000,
}, async () => {
  const rows = 20_000;
  const line = (n: number) => `K${n % 5000},step ${n % 6},${new Date(1.6e12 + n * 1000).toISOString()},${n}`;
  const path = await file(
    'killed.csv',
    ['case,activity,timestamp,n', ...Array.from({ length: rows }, (_, n) => line(n))].join('\n'),
  );
  const ours = "workflow = 'record' AND metadata->>'process' = 'killed'";

  const checking = start(path);
  await reached('killed.csv', ({ state }) => state === 'staging');
  checking.kill('SIGKILL');
  expect(await count(ours)).toBe(0);

  const writing = start(path);
  await reached('killed.csv', ({ state, written }) => state === 'writing' && written > 0);
  writing.kill('SIGKILL');
  const before = await count(ours);
  expect(before).toBeGreaterThan(0);

  const again = await run(path);
  expect(again.stdout).toMatch(/^Imported 20,000 events of 5,000 cases from killed\.csv/);
  // Unless the machine was so quick that all was written before the kill came through.
  if (before < rows)
    expect(again.stderr).toMatch(
      /Going on with the import of killed\.csv that was interrupted after [\d,]+ rows\./,
    );
  expect(await count(ours)).toBe(rows);
  const { rows: some } = await retrace.app.$client.query<{ stream_id: string }>(
    `SELECT stream_id FROM streams WHERE state->>'log' = 'killed' AND state->>'caseId' IN ('K1', 'K2500', 'K4999')`,
  );
  expect(some).toHaveLength(3);
  for (const { stream_id: id } of some) expect(await recordFaults(retrace.app, id)).toEqual([]);
});
