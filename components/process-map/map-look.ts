import { figureWords } from '@/lib/figure-words';
import type { Path, ProcessGraph } from '@/lib/process-map/process-graph';

export type Metric = 'count' | 'time';

/** How thick a path is drawn, in pixels, and what is written on it. */
export interface PathLook {
  stroke: number;
  words: string;
}

/** The paths of a map as they look: the more often, or the longer it took, the thicker. */
export function pathLooks({ paths }: ProcessGraph, metric: Metric): PathLook[] {
  const sizeOf = (path: Path) => (metric === 'time' ? (path.median ?? 0) : path.count);
  const most = Math.max(1, ...paths.map(sizeOf));
  return paths.map((path) => ({
    stroke: 1 + 5 * Math.sqrt(sizeOf(path) / most),
    words: pathWords(path, metric),
  }));
}

/** The number of a path: how often, or the median time; a beginning and an end take no time, so say how often. */
export function pathWords({ count, median }: Path, metric: Metric): string {
  return metric === 'time' && median !== null ? figureWords(median, 'seconds') : figureWords(count, 'count');
}

/** How strongly the box of an activity is tinted, in hundredths of the accent: few, so that its words stay legible. */
export function tintOf(count: number, most: number): number {
  return Math.round(4 + 16 * Math.sqrt(count / Math.max(1, most)));
}
