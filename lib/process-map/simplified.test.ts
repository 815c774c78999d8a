import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Following, graphOf, type ProcessGraph, pathKey } from './process-graph';
import { readableShares, simplified } from './simplified';

/** The counts of some records, each a list of what happened. */
function followingsOf(records: readonly (readonly string[])[]): Following[] {
  const counts = new Map<string, Following>();
  for (const record of records) {
    record.forEach((to, index) => {
      const from = record[index - 1] ?? null;
      const key = pathKey({ from, to });
      counts.set(key, { from, to, count: (counts.get(key)?.count ?? 0) + 1, median: null });
    });
  }
  return [...counts.values()];
}

/** Which activities are reached from a beginning, or, turned around, lead to an end. */
function reached({ paths }: ProcessGraph, from: 'from' | 'to', to: 'from' | 'to'): Set<string> {
  const found = new Set<string>();
  const walk = (at: string | null) => {
    for (const path of paths) {
      const next = path[to];
      if (path[from] !== at || next === null || found.has(next)) continue;
      found.add(next);
      walk(next);
    }
  };
  walk(null);
  return found;
}

const records = fc.array(fc.array(fc.constantFrom(...'abcdefgh'), { minLength: 1, maxLength: 9 }), {
  minLength: 1,
  maxLength: 25,
});
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('the graph', () => {
  test('counts beginnings, ends and what follows directly, the most frequent first', () => {
    const graph = graphOf(followingsOf([['a', 'b', 'b'], ['a', 'c'], ['a']]));
    expect(graph.activities).toEqual([
      { name: 'a', count: 3 },
      { name: 'b', count: 2 },
      { name: 'c', count: 1 },
    ]);
    expect(graph.paths.map(({ from, to, count }) => [from, to, count])).toEqual(
      [
        [null, 'a', 3],
        ['a', null, 1],
        ['b', null, 1],
        ['c', null, 1],
        ['a', 'b', 1],
        ['a', 'c', 1],
        ['b', 'b', 1],
      ].sort((x, y) => Number(y[2]) - Number(x[2]) || (key(x) < key(y) ? -1 : 1)),
    );
  });

  test('has as many beginnings as ends, and both as many as records', () => {
    fc.assert(
      fc.property(records, (all) => {
        const { paths } = graphOf(followingsOf(all));
        const sum = (end: 'from' | 'to') =>
          paths.filter((path) => path[end] === null).reduce((total, { count }) => total + count, 0);
        expect([sum('from'), sum('to')]).toEqual([all.length, all.length]);
      }),
    );
  });
});

const key = ([from, to]: readonly unknown[]) =>
  pathKey({ from: from as string | null, to: to as string | null });

describe('simplified', () => {
  test('every activity lies on a way from a beginning to an end, whatever is hidden', () => {
    fc.assert(
      fc.property(records, share, share, (all, activities, paths) => {
        const left = simplified(graphOf(followingsOf(all)), { activities, paths });
        const shown = new Set(left.activities.map(({ name }) => name));
        expect(shown.size).toBeGreaterThan(0);
        expect(reached(left, 'from', 'to')).toEqual(shown);
        expect(reached(left, 'to', 'from')).toEqual(shown);
      }),
    );
  });

  test('keeps at least the share that was asked for, and the numbers as they were', () => {
    fc.assert(
      fc.property(records, share, share, (all, activities, paths) => {
        const graph = graphOf(followingsOf(all));
        const left = simplified(graph, { activities, paths });
        expect(left.activities.length).toBeGreaterThanOrEqual(
          Math.floor(graph.activities.length * activities),
        );
        expect(graph.activities).toEqual(expect.arrayContaining([...left.activities]));
        expect(graph.paths).toEqual(expect.arrayContaining([...left.paths]));
      }),
    );
  });

  test('with everything kept it is the whole graph', () => {
    fc.assert(
      fc.property(records, (all) => {
        const graph = graphOf(followingsOf(all));
        expect(simplified(graph, { activities: 1, paths: 1 })).toEqual(graph);
      }),
    );
  });

  test('shows a rare activity in between where there is no other way', () => {
    const graph = graphOf(
      followingsOf([
        ['a', 'x', 'b'],
        ['a', 'a', 'x', 'b', 'b'],
      ]),
    );
    const left = simplified(graph, { activities: 0.5, paths: 0 });
    expect(left.activities.map(({ name }) => name)).toEqual(['a', 'b', 'x']);
  });

  test('goes around a rare activity where there is another way', () => {
    const graph = graphOf(
      followingsOf([
        ['a', 'x', 'b'],
        ['a', 'b'],
        ['a', 'b'],
      ]),
    );
    const left = simplified(graph, { activities: 0.6, paths: 0 });
    expect(left.activities.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(left.paths.map(({ from, to }) => [from, to])).toEqual(
      expect.arrayContaining([
        [null, 'a'],
        ['a', 'b'],
        ['b', null],
      ]),
    );
  });
});

describe('at first', () => {
  test('a small graph is shown whole, a large one so that it can be read', () => {
    expect(readableShares(graphOf(followingsOf([['a', 'b']])))).toEqual({ activities: 1, paths: 1 });
    const many = Array.from({ length: 40 }, (_, from) => [
      `${from}`,
      `${(from * 7) % 40}`,
      `${(from * 3) % 40}`,
    ]);
    const graph = graphOf(followingsOf(many));
    const left = simplified(graph, readableShares(graph));
    expect(left.activities.length).toBeLessThan(graph.activities.length);
  });
});
