/**
 * A process map simplified to its most frequent activities and paths.
 *
 * What is left always hangs together: every activity that is shown lies on a way from a beginning to an end. Where the
 * share alone would cut it off, the most travelled way is shown as well, through hidden activities only where there is no
 * other. (Fluxicon's Disco has the two sliders; that nothing is cut off is what its users expect of them.)
 */
import { type Path, type ProcessGraph, pathKey } from './process-graph';

/** Which share of activities and of paths is kept, 0 to 1; at least one of each. */
export interface Kept {
  activities: number;
  paths: number;
}

/** What is left of a graph. Its numbers stay as they were: what is hidden is not counted elsewhere. */
export function simplified(graph: ProcessGraph, kept: Kept): ProcessGraph {
  const shown = new Set(mostOf(graph.activities, kept.activities).map(({ name }) => name));
  for (const path of waysThrough(graph.paths, shown)) {
    if (path.from !== null) shown.add(path.from);
    if (path.to !== null) shown.add(path.to);
  }
  const among = graph.paths.filter(
    ({ from, to }) => (from === null || shown.has(from)) && (to === null || shown.has(to)),
  );
  const drawn = new Set(mostOf(among, kept.paths).map(pathKey));
  for (const path of waysThrough(among, shown)) drawn.add(pathKey(path));
  return {
    activities: graph.activities.filter(({ name }) => shown.has(name)),
    paths: among.filter((path) => drawn.has(pathKey(path))),
  };
}

/** The first of a list that has the most frequent first. */
function mostOf<T>(all: readonly T[], share: number): readonly T[] {
  return all.slice(0, Math.max(1, Math.ceil(all.length * share - 1e-9)));
}

/** The paths of one way from a beginning to each of the activities, and of one from there to an end. */
function waysThrough(paths: readonly Path[], shown: ReadonlySet<string>): Path[] {
  const onward = widestTree(paths, shown, ({ from, to }) => [from, to]);
  const backward = widestTree(paths, shown, ({ from, to }) => [to, from]);
  return [...shown].flatMap((name) => [...wayTo(name, onward), ...wayTo(name, backward)]);
}

interface Reached {
  /** The last step of the way here, and where it came from. */
  path: Path;
  before: string | null;
  /** How many hidden activities lie on the way. */
  hidden: number;
  /** How often its rarest path was taken. */
  width: number;
}

/**
 * From the beginning (or, turned around, from the end) a way to everything: with as few hidden activities as possible,
 * then by the most travelled paths. Dijkstra's algorithm with the width of a way in place of its length.
 */
function widestTree(
  paths: readonly Path[],
  shown: ReadonlySet<string>,
  turned: (path: Path) => readonly [string | null, string | null],
): Map<string, Reached> {
  const leaving = new Map<string | null, Path[]>();
  for (const path of paths) {
    const [at] = turned(path);
    const list = leaving.get(at);
    if (list) list.push(path);
    else leaving.set(at, [path]);
  }
  const found = new Map<string, Reached>();
  const open = new Map<string, Reached>();
  const leave = (at: string | null, way: Pick<Reached, 'hidden' | 'width'>) => {
    for (const path of leaving.get(at) ?? []) {
      const [, next] = turned(path);
      if (next === null || found.has(next)) continue;
      const reached = {
        path,
        before: at,
        hidden: way.hidden + (shown.has(next) ? 0 : 1),
        width: Math.min(way.width, path.count),
      };
      const known = open.get(next);
      if (!known || isBetter(reached, known)) open.set(next, reached);
    }
  };
  leave(null, { hidden: 0, width: Number.POSITIVE_INFINITY });
  while (open.size > 0) {
    const [[name, best]] = [...open].sort(([, a], [, b]) => (isBetter(a, b) ? -1 : 1)) as [[string, Reached]];
    open.delete(name);
    found.set(name, best);
    leave(name, best);
  }
  return found;
}

const isBetter = (a: Reached, b: Reached): boolean =>
  a.hidden !== b.hidden ? a.hidden < b.hidden : a.width > b.width;

function wayTo(name: string, tree: ReadonlyMap<string, Reached>): Path[] {
  const way: Path[] = [];
  for (let at: string | null = name; at !== null; ) {
    const reached: Reached | undefined = tree.get(at);
    if (!reached) break;
    way.push(reached.path);
    at = reached.before;
  }
  return way;
}

/** What is drawn at first: enough to read. */
const readable = { activities: 12, paths: 24 };

/** The shares with which a graph is shown until somebody chooses others, in whole hundredths. */
export function readableShares({ activities, paths }: ProcessGraph): Kept {
  const share = (most: number, all: number) =>
    all <= most ? 1 : Math.max(1, Math.floor((100 * most) / all)) / 100;
  return {
    activities: share(readable.activities, activities.length),
    paths: share(readable.paths, paths.length),
  };
}
