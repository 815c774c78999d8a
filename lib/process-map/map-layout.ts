import type { ProcessGraph } from './process-graph';

/** A graph as boxes and lines to lay out: the activities, and one box each for where records begin and end. */
export interface MapBox {
  id: string;
  /** Null for the beginning and the end. */
  activity: string | null;
  width: number;
  height: number;
}

export interface MapLine {
  id: string;
  from: string;
  to: string;
  /** An index into the graph's paths. */
  path: number;
}

/** Where the box of an activity, of the beginning (`null` at `from`) or of the end is found. No two are the same. */
export const boxId = (activity: string | null, end: 'from' | 'to'): string =>
  activity === null ? (end === 'from' ? 'start' : 'end') : `activity ${activity}`;

/** The boxes and lines of a graph. Boxes are as wide as their words need, between two bounds. */
export function mapParts(
  graph: ProcessGraph,
  wordsOf: (activity: string) => string,
): { boxes: MapBox[]; lines: MapLine[] } {
  const activities = graph.activities.map(
    ({ name }): MapBox => ({
      id: boxId(name, 'from'),
      activity: name,
      width: Math.min(220, Math.max(120, 32 + 7.2 * wordsOf(name).length)),
      height: 52,
    }),
  );
  const ends = (['from', 'to'] as const).map(
    (end): MapBox => ({ id: boxId(null, end), activity: null, width: 72, height: 32 }),
  );
  return {
    boxes: [...ends, ...activities],
    lines: graph.paths.map(({ from, to }, path) => ({
      id: `path ${path}`,
      from: boxId(from, 'from'),
      to: boxId(to, 'to'),
      path,
    })),
  };
}
