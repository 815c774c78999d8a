/**
 * How fast a log is imported, beside COPY of the very same rows into tables with the same indexes: the tables that the
 * import filled are copied out to files, and in again into empty twins of theirs. Both in turns in one run, so that a slow
 * minute of the machine hits them alike; and how much memory the import takes at most.
 */
import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { connect, type Database } from '@/db/client';
import { migrate } from '@/db/migrate';
import type { Imported } from './import-once';
import { median, round } from './results';

/** Medians of all rounds. */
export interface ImportTimes {
  rows: number;
  /** Seconds of the whole import, and of its two passes. */
  checking: number;
  writing: number;
  /** Seconds of COPY of the same rows. */
  copy: number;
  /** Speed of the import as a part of COPY's. */
  ratio: number;
  /** Megabytes of memory of the process at most, while it imports. */
  memory: number;
}

/** What an import fills, with the indexes that each has. */
const tables = ['events', 'streams', 'snapshots', 'records', 'record_versions'] as const;

export async function measureImport(
  createDatabase: (name: string) => Promise<string>,
  settle: () => Promise<void>,
  { rows, rounds }: { rows: number; rounds: number },
): Promise<ImportTimes> {
  const folder = await mkdtemp(join(tmpdir(), 'retrace-bench-import-'));
  try {
    const file = join(folder, 'log.csv');
    await writeLog(file, rows);
    const found: Omit<ImportTimes, 'rows' | 'ratio'>[] = [];
    for (let n = 0; n < rounds; n++) {
      const url = await createDatabase(`import_${n}`);
      await migrate({ migrationUrl: url, appUrl: url, log: () => undefined });
      const db = connect(url, { max: 5, applicationName: 'retrace bench' });
      try {
        await settle();
        const imported = await importOnce(url, file);
        await copyOut(db, folder);
        await settle();
        found.push({ ...imported, copy: await copyIn(db, folder) });
      } finally {
        await db.$client.end();
      }
    }
    const of = (name: keyof (typeof found)[number]) => round(median(found.map((each) => each[name])));
    const ratios = found.map(({ copy, checking, writing }) => copy / (checking + writing));
    return {
      rows,
      checking: of('checking'),
      writing: of('writing'),
      copy: of('copy'),
      ratio: round(median(ratios)),
      memory: Math.max(...found.map(({ memory }) => memory)),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const activities = [
  'Create Fine',
  'Send Fine',
  'Insert Fine Notification',
  'Add penalty',
  'Payment',
  'Close',
];
/** Cases that are open at the same time: a log is in the order of time, and so its cases stand through each other. */
const openCases = 1000;

/** A log of cases with six events each, and seven columns. */
async function writeLog(file: string, rows: number): Promise<void> {
  const lines = function* () {
    yield 'case_id,activity,timestamp,resource,amount,org_unit,comment\n';
    const open: { id: number; done: number }[] = [];
    let cases = 0;
    for (let row = 0; row < rows; row++) {
      if (open.length < openCases) open.push({ id: ++cases, done: 0 });
      const place = (row * 7919) % open.length;
      const one = open[place] as (typeof open)[number];
      const time = new Date(1_420_000_000_000 + row * 20_000).toISOString().replace('Z', '+01:00');
      yield `A${one.id},${activities[one.done]},${time},user${(row * 31) % 50},${((row % 1000) / 100 + 10).toFixed(2)},Unit ${row % 7},"note ${row % 97}, with a comma"\n`;
      one.done += 1;
      if (one.done === activities.length) open[place] = { id: ++cases, done: 0 };
    }
  };
  await pipeline(lines(), createWriteStream(file));
}

/** In a process of its own, as the command is: what this one has in memory is no part of it. */
async function importOnce(url: string, file: string): Promise<Imported> {
  const script = fileURLToPath(new URL('import-once.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, url, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TSX_TSCONFIG_PATH: 'tsconfig.json' },
  });
  const told = await text(child.stdout);
  if (told === '') throw new Error('The import that is measured did not end.');
  return JSON.parse(told) as Imported;
}

const seconds = (milliseconds: number): number => milliseconds / 1000;

/** What the log's own columns are called, without those that the database fills in. */
async function columnsOf(db: Database, table: string): Promise<string> {
  const { rows } = await db.$client.query<{ columns: string }>(
    `SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS columns FROM pg_attribute
      WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attname NOT IN ('tx', 'position')`,
    [table],
  );
  return rows[0]?.columns ?? '';
}

async function copyOut(db: Database, folder: string): Promise<void> {
  const client = await db.$client.connect();
  try {
    for (const table of tables) {
      const columns = await columnsOf(db, table);
      const order = table === 'events' ? ' ORDER BY position' : '';
      const out = client.query(copyTo(`COPY (SELECT ${columns} FROM ${table}${order}) TO STDOUT`));
      await pipeline(out, createWriteStream(join(folder, table)));
    }
  } finally {
    client.release();
  }
}

/** Seconds that COPY takes to fill empty twins of the tables. */
async function copyIn(db: Database, folder: string): Promise<number> {
  const client = await db.$client.connect();
  try {
    await client.query('SET statement_timeout = 0');
    await client.query('CREATE SCHEMA twins');
    for (const table of tables)
      await client.query(`CREATE TABLE twins.${table} (LIKE ${table} INCLUDING ALL)`);
    const began = performance.now();
    for (const table of tables) {
      const into = client.query(copyFrom(`COPY twins.${table} (${await columnsOf(db, table)}) FROM STDIN`));
      await pipeline(createReadStream(join(folder, table), { highWaterMark: 256 * 1024 }), into);
    }
    return seconds(performance.now() - began);
  } finally {
    client.release(true);
  }
}
