import { mapParts } from '@/lib/process-map/map-layout';
import type { MapNumber } from '@/lib/process-map/map-number';
import type { ProcessGraph } from '@/lib/process-map/process-graph';
import { laidOut, type Point } from './laid-out';
import { type Metric, pathLooks, tintOf } from './map-look';
import { pathNumber } from './map-texts';

/** What of a map is drawn, and how its parts are called and found. */
export interface MapView {
  graph: ProcessGraph;
  metric: Metric;
  wordsOf(activity: string): string;
  hrefOf(number: MapNumber): string;
}

export interface DrawnBox extends Point {
  id: string;
  width: number;
  height: number;
  words: string;
  /** How often; null for the beginning and the end. */
  number: string | null;
  href: string | null;
  /** In hundredths of the accent. */
  tint: number;
}

export interface DrawnLine {
  id: string;
  from: string;
  to: string;
  points: readonly Point[];
  /** Where the words stand. */
  at: Point;
  words: string;
  spoken: string;
  href: string;
  stroke: number;
}

export interface DrawnMap {
  width: number;
  height: number;
  boxes: readonly DrawnBox[];
  lines: readonly DrawnLine[];
}

const number = new Intl.NumberFormat('en-US');

/** Lays a map out, with the words and the looks of its parts. */
export function drawnMap({ graph, metric, wordsOf, hrefOf }: MapView): DrawnMap {
  const { boxes, lines } = mapParts(graph, wordsOf);
  const most = Math.max(1, ...graph.paths.map(({ count }) => count));
  const laid = laidOut(boxes, lines, ({ path }) => 1 + (20 * (graph.paths[path]?.count ?? 0)) / most);
  const counts = new Map(graph.activities.map(({ name, count }) => [name, count]));
  const looks = pathLooks(graph, metric);
  return {
    width: laid.width,
    height: laid.height,
    boxes: laid.boxes.map(({ activity, ...box }) => {
      if (activity === null) {
        return { ...box, words: box.id === 'start' ? 'Start' : 'End', number: null, href: null, tint: 0 };
      }
      const count = counts.get(activity) ?? 0;
      return {
        ...box,
        words: wordsOf(activity),
        number: number.format(count),
        href: hrefOf({ kind: 'activity', activity }),
        tint: tintOf(count, graph.activities[0]?.count ?? 1),
      };
    }),
    lines: laid.lines.map(({ id, from, to, path, points, words: at }) => {
      const { from: before, to: after, count } = graph.paths[path] ?? { from: null, to: null, count: 0 };
      const { stroke, words } = looks[path] ?? { stroke: 1, words: '' };
      const ends = `${before === null ? 'Start' : wordsOf(before)} to ${after === null ? 'end' : wordsOf(after)}`;
      const often = `${number.format(count)} ${count === 1 ? 'time' : 'times'}`;
      const spoken = metric === 'time' && words !== number.format(count) ? `${words}, ${often}` : often;
      return {
        ...{ id, from, to, points, at, words, stroke },
        spoken: `${ends}: ${spoken}`,
        href: hrefOf(pathNumber(before, after)),
      };
    }),
  };
}
