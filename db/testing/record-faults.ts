import { isDeepStrictEqual } from 'node:util';
import type { Recorded } from '@/lib/event-sourcing/event';
import { Timeline } from '@/lib/event-sourcing/replay';
import { workflowOf } from '@/lib/workflows';
import type { Database } from '../client';
import { readStoredStream, readStream } from '../event-store';
import type { Projection } from '../projections/projection';
import { projections } from '../projections/registry';
import { verifyChain } from '../verify-chain';

type Row = Record<string, unknown>;

/**
 * What is wrong with a record as the database has it, in words; nothing if all is well. Its versions run from 1 without
 * a hole, its hash chain verifies, its head is what a replay of its events leads to, and its read tables say the same,
 * version by version.
 */
export async function recordFaults(db: Database, streamId: string): Promise<string[]> {
  const { $client: client } = db;
  const faults: string[] = [];
  const expectSame = (what: string, found: unknown, expected: unknown) => {
    if (isDeepStrictEqual(found, expected)) return;
    faults.push(
      `${streamId}: ${what} is ${JSON.stringify(found)}, but the events say ${JSON.stringify(expected)}`,
    );
  };
  const rows = async (text: string): Promise<Row[]> => (await client.query<Row>(text, [streamId])).rows;

  const stored = await readStoredStream(client, streamId);
  const versions = stored.map((event) => event.version);
  expectSame(
    'the list of versions',
    versions,
    versions.map((_, index) => index + 1),
  );
  expectSame('the first broken link of the hash chain', verifyChain(stored), null);

  // What was tampered with need not replay.
  if (faults.length > 0) return faults;

  const events = await readStream(client, streamId);
  const [first] = events;
  const heads = await rows(
    `SELECT workflow, version, state, encode(hash, 'hex') AS hash FROM streams WHERE stream_id = $1`,
  );
  if (!first) {
    expectSame('a record without events', heads, []);
    return faults;
  }
  const workflow = workflowOf(first.workflow);
  const timeline = new Timeline<object>(workflow, events);
  const head = {
    workflow: workflow.name,
    version: events.length,
    state: timeline.stateAt(events.length),
    hash: stored.at(-1)?.hash,
  };
  expectSame('the head', heads, [head]);
  for (const { version, state } of await rows('SELECT version, state FROM snapshots WHERE stream_id = $1')) {
    expectSame(`the snapshot at version ${version}`, state, timeline.stateAt(version as number));
  }

  const projection = projections[workflow.name];
  if (!projection?.tables) return faults;
  const { tables } = projection;
  const expected = events.map((event) => projectedRow(projection, event, timeline));
  const read = async (table: string) =>
    (await rows(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE stream_id = $1 ORDER BY version`)).map(
      ({ row }) => row as Row,
    );
  const columns = Object.keys(expected[0] ?? {});
  expectSame('the read table', (await read(tables.newest)).map(only(columns)), expected.slice(-1));
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

/** The columns of the read table, without what says from when to when a row was current. */
function projectedRow(projection: Projection, event: Recorded, timeline: Timeline<object>): Row {
  const projected = { event, state: timeline.stateAt(event.version), first: true, next: null };
  const row = projection.rowOf(projected) as Row;
  const { first: _first, ...columns } = row;
  return Object.fromEntries(Object.entries(columns).filter(([column]) => !/^(?:valid|known)_/.test(column)));
}

const only = (columns: readonly string[]) => (row: Row) =>
  Object.fromEntries(columns.map((column) => [column, row[column]]));
