import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MapNumber } from '@/lib/process-map/map-number';
import { type Path, pathKey } from '@/lib/process-map/process-graph';
import { everyInvoice, exploredCases } from '../testing/explored-cases';
import { askPlainly, type Mode } from '../testing/obvious-facts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import type { Explored } from './explored';
import { readBehindMap, readProcessGraph, readVariants } from './process-map';

let database: TestDatabase;
let cases: [string, Explored][];

beforeAll(async () => {
  database = await createTestDatabase();
  cases = await exploredCases(database.app, 46, 14);
}, 120_000);
afterAll(() => database.drop());

/** The acts of the records that a selection is of, each with the one before, by the plainest SQL. */
async function plainly<Row extends object>(selection: Explored, rest: string): Promise<Row[]> {
  const { workflow, from, to, person, customer, asOf, undone } = selection;
  const mode: Mode = [asOf, undone];
  return askPlainly<Row>(
    database.app,
    mode,
    `, mine AS (
      SELECT stream_id, version, occurred_at, activity, lag(activity) OVER s AS before,
             extract(epoch FROM occurred_at - lag(occurred_at) OVER s)::float8 AS after
        FROM acts WHERE workflow = $3
         AND stream_id IN (SELECT stream_id FROM events WHERE version = 1
                              AND occurred_at >= coalesce($4::timestamptz, '-infinity')
                              AND occurred_at < coalesce($5::timestamptz, 'infinity'))
         AND ($6::text IS NULL OR stream_id IN (SELECT stream_id FROM events WHERE actor_id = $6
                              AND reverts_version IS NULL AND occurred_at <= coalesce($1, 'infinity')))
         AND ($7::text IS NULL OR stream_id IN (SELECT stream_id FROM events
                            WHERE changes->'customer.id'->>'to' = $7 AND occurred_at <= coalesce($1, 'infinity')))
      WINDOW s AS (PARTITION BY stream_id ORDER BY version)
    ), record AS (
      SELECT stream_id, (array_agg(activity ORDER BY version DESC))[1] AS ending,
             array_agg(activity ORDER BY version) FILTER (WHERE activity IS DISTINCT FROM before) AS way
        FROM mine GROUP BY stream_id
    ) ${rest}`,
    [workflow, from, to, person, customer],
  );
}

const sorted = <T>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

test('every number of the graph is what the plainest SQL over the events says', async () => {
  for (const [name, selection] of cases) {
    const graph = await readProcessGraph(database.app, selection, { medians: true });
    const followings = await plainly<Path>(
      selection,
      `SELECT before AS "from", activity AS "to", count(*)::int AS count,
              percentile_disc(0.5) WITHIN GROUP (ORDER BY after) AS median FROM mine GROUP BY 1, 2`,
    );
    const ends = await plainly<Path>(
      selection,
      'SELECT ending AS "from", NULL AS "to", count(*)::int AS count, NULL AS median FROM record GROUP BY 1',
    );
    const activities = await plainly<object>(
      selection,
      'SELECT activity AS name, count(*)::int AS count FROM mine GROUP BY 1',
    );
    expect(sorted(graph.paths), name).toEqual(sorted([...followings, ...ends]));
    expect(sorted(graph.activities), name).toEqual(sorted(activities));
    if (selection.workflow === 'invoice') expect(graph.activities.length, name).toBeGreaterThan(0);
  }
});

test('without medians the counts are the same', async () => {
  const [full, fast] = await Promise.all(
    [true, false].map((medians) => readProcessGraph(database.app, everyInvoice, { medians })),
  );
  expect(fast?.paths).toEqual(full?.paths.map((path) => ({ ...path, median: null })));
});

test('every variant has as many records as the plainest SQL finds with its story', async () => {
  for (const [name, selection] of cases) {
    const variants = await readVariants(database.app, selection, 1000);
    const stories = await plainly<{ activities: string[]; records: number }>(
      selection,
      'SELECT way AS activities, count(*)::int AS records FROM record GROUP BY way',
    );
    expect(sorted(variants.shown.map(({ activities, records }) => ({ activities, records }))), name).toEqual(
      sorted(stories),
    );
    expect([variants.total, variants.records], name).toEqual([
      stories.length,
      stories.reduce((sum, { records }) => sum + records, 0),
    ]);
  }
});

describe('behind each number', () => {
  const read = async (explored: Explored, number: MapNumber) => {
    const { records, count } = await readBehindMap(database.app, explored, number);
    return { count, places: records.map(({ streamId, version }) => `${streamId} ${version}`) };
  };

  test('are as many as it says, each once, and the very ones', async () => {
    for (const [name, selection] of cases.slice(0, 9)) {
      const graph = await readProcessGraph(database.app, selection, { medians: false });
      const { shown } = await readVariants(database.app, selection, 3);
      const numbers: [MapNumber, number][] = [
        ...graph.activities
          .slice(0, 4)
          .map(({ name: activity, count }): [MapNumber, number] => [{ kind: 'activity', activity }, count]),
        ...graph.paths.slice(0, 12).map((path): [MapNumber, number] => [numberOf(path), path.count]),
        ...shown.map(({ id, records }): [MapNumber, number] => [{ kind: 'variant', variant: id }, records]),
      ];
      for (const [number, count] of numbers) {
        const { count: found, places } = await read(selection, number);
        expect(found, `${name}: ${JSON.stringify(number)}`).toBe(count);
        expect(new Set(places).size).toBe(count);
      }
      const path = graph.paths.find(({ from, to }) => from !== null && to !== null);
      if (!path) continue;
      const obvious = await plainly<{ place: string }>(
        selection,
        `SELECT stream_id || ' ' || version AS place FROM mine
          WHERE before = '${path.from}' AND activity = '${path.to}'`,
      );
      const { places } = await read(selection, numberOf(path));
      expect(sorted(places), `${name}: ${pathKey(path)}`).toEqual(sorted(obvious.map(({ place }) => place)));
    }
  });

  const numberOf = ({ from, to }: Path): MapNumber => {
    if (from === null) return { kind: 'start', activity: to ?? '' };
    return to === null ? { kind: 'end', activity: from } : { kind: 'path', from, to };
  };
});
