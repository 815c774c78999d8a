import type { Path, ProcessGraph } from '@/lib/process-map/process-graph';

/** A path as a row of the table and the file. */
export interface PathRow {
  path: Path;
  from: string;
  to: string;
  count: number;
  /** Of all steps from that activity (of all records, for a beginning), how many went this way; 0 to 1. */
  share: number;
  median: number | null;
}

/** The paths of a graph by name. What is hidden still counts in what a share is of. */
export function pathRows(graph: ProcessGraph, wordsOf: (activity: string) => string, all = graph): PathRow[] {
  const leaving = new Map<string | null, number>();
  for (const { from, count } of all.paths) leaving.set(from, (leaving.get(from) ?? 0) + count);
  return graph.paths.map((path) => ({
    path,
    from: path.from === null ? 'Start' : wordsOf(path.from),
    to: path.to === null ? 'End' : wordsOf(path.to),
    count: path.count,
    share: path.count / (leaving.get(path.from) ?? path.count),
    median: path.median,
  }));
}
