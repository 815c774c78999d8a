import { isDeepStrictEqual } from 'node:util';
import { diff } from '@/lib/event-sourcing/changes';
import type { Recorded } from '@/lib/event-sourcing/event';
import { Timeline } from '@/lib/event-sourcing/replay';
import { workflowOf } from '@/lib/workflows';
import { readStoredStream } from '../event-store';
import type { Client } from '../prepared';
import type { Projection } from '../projections/projection';
import { projections } from '../projections/registry';
import { type StoredEvent, toRecorded } from '../stored-event';
import { verifyChain } from '../verify-chain';

type Row = Record<string, unknown>;

/**
 * What is wrong with a record as the database has it, in words; nothing if all is well. Its versions run from 1 without
 * a hole, its hash chain verifies, its head is what a replay of its events leads to, and its read tables say the same,
 * version by version.
 *
 * Read while others write, it takes one snapshot of the database to compare: see checks.ts.
 */
export async function recordFaults(db: { $client: Client }, streamId: string): Promise<string[]> {
  const { $client: client } = db;
  const faults: string[] = [];
  const expectSame = (what: string, found: unknown, expected: unknown) => {
    if (isDeepStrictEqual(found, expected)) return;
    const [is, should] = whereTheyDiffer(found, expected);
    faults.push(`${what} is ${shown(is)}, but the events say ${shown(should)}`);
  };
  const rows = async (text: string): Promise<Row[]> =>
    (await client.query({ text, values: [streamId] })).rows as Row[];

  const stored = await readStoredStream(client, streamId);
  const versions = stored.map((event) => event.version);
  expectSame(
    'the list of versions',
    versions,
    versions.map((_, index) => index + 1),
  );
  const broken = verifyChain(stored);
  if (broken !== null)
    faults.push(`the hash chain breaks at event ${broken}, which is not what was appended as it`);

  // What was tampered with need not replay.
  if (faults.length > 0) return faults;

  const heads = await rows(
    `SELECT workflow, version, state, encode(hash, 'hex') AS hash FROM streams WHERE stream_id = $1`,
  );
  const [first] = stored;
  if (!first) {
    expectSame('a record without events', heads, []);
    for (const table of readTables)
      expectSame(`what ${table} has`, await rows(`SELECT * FROM ${table} WHERE stream_id = $1`), []);
    return faults;
  }
  const replayed = replayOf(stored);
  if (typeof replayed === 'string') return [replayed];
  const { workflow, events, timeline } = replayed;
  const newest = timeline.stateAt(events.length);
  const head = {
    workflow: workflow.name,
    version: events.length,
    state: newest,
    hash: stored.at(-1)?.hash,
  };
  expectSame('the head', heads, [head]);
  for (const { version, state } of await rows('SELECT version, state FROM snapshots WHERE stream_id = $1')) {
    expectSame(`the snapshot at version ${version}`, state, timeline.stateAt(version as number));
  }

  const projection = projections[workflow.name];
  if (!projection) return faults;
  const { tables, follows } = projection;
  if (follows) expectSame(follows.what, await rows(follows.rows), follows.of(newest));
  if (!tables) return faults;
  const expected = events.map((event) => projectedRow(projection, event, timeline));
  const read = async (table: string) =>
    (await rows(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE stream_id = $1 ORDER BY version`)).map(
      ({ row }) => row as Row,
    );
  const columns = Object.keys(expected[0] ?? {});
  expectSame('the read table', (await read(tables.newest)).map(only(columns)), expected.slice(-1));
  if (!tables.versions) return faults;
  const past = await read(tables.versions);
  expectSame('the table of versions', past.map(only(columns)), expected);
  for (const span of ['valid', 'known']) {
    expectSame(
      `the end of each version, ${span},`,
      past.map((row) => row[`${span}_to`]),
      past.map((_, index) => past[index + 1]?.[`${span}_from`] ?? null),
    );
  }
  return faults;
}

/** The tables in which every record has one row, its newest. */
export const readTables: readonly string[] = [
  ...new Set(Object.values(projections).flatMap(({ tables }) => (tables ? [tables.newest] : []))),
];

/** The events in their current shape and the states they lead to; or why they lead nowhere. */
function replayOf(stored: readonly StoredEvent[]) {
  try {
    const events = stored.map(toRecorded);
    const workflow = workflowOf(stored[0]?.workflow ?? '');
    const timeline = new Timeline<object>(workflow, events);
    timeline.stateAt(events.length);
    return { workflow, events, timeline };
  } catch (error) {
    return `the events can’t be replayed: ${(error as Error).message}`;
  }
}

/** Of rows that stand for each other only the first that differs, and of that only the leaves that do. */
function whereTheyDiffer(found: unknown, expected: unknown): [unknown, unknown] {
  if (!Array.isArray(found) || !Array.isArray(expected) || found.length !== expected.length)
    return [found, expected];
  const at = found.findIndex((row, index) => !isDeepStrictEqual(row, expected[index]));
  const [is, should] = [found[at], expected[at]];
  if (!isObject(is) || !isObject(should)) return [found, expected];
  const changes = Object.entries(diff(is, should));
  if (changes.length === 0) return [found, expected];
  const leaves = (end: 'from' | 'to') =>
    Object.fromEntries(changes.map(([path, change]) => [path, change[end] ?? null]));
  return [leaves('from'), leaves('to')];
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** As much of a value as a sentence takes. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}

const mostShown = 400;

/** The columns of the read table, without what says from when to when a row was current. */
function projectedRow(projection: Projection, event: Recorded, timeline: Timeline<object>): Row {
  const projected = { event, state: timeline.stateAt(event.version), first: true, next: null };
  const row = projection.rowOf(projected) as Row;
  const { first: _first, ...columns } = row;
  return Object.fromEntries(
    Object.entries(columns).filter(([column]) => !/^(?:valid|known)_|^updated_at$/.test(column)),
  );
}

const only = (columns: readonly string[]) => (row: Row) =>
  Object.fromEntries(columns.map((column) => [column, row[column]]));
