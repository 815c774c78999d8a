import type { Contestant } from './contestants/contestant';
import type { Leg } from './measure';

/** What came of one contestant, in commands a second. */
export interface Result extends Pick<Contestant, 'name' | 'title' | 'does'> {
  runs: number[];
  median: number;
  min: number;
  max: number;
  /** This median as a share of Retrace's, and of the bare INSERT's; null where that was not measured. */
  toRetrace: number | null;
  toInsert: number | null;
}

/** What Retrace must reach, as a multiple of a peer. */
export interface Target {
  peer: string;
  atLeast: number;
  measured: number;
  met: boolean;
}

/** Retrace does at least so many times what Emmett's command handler does. */
const wanted = [{ peer: 'emmett', atLeast: 4 }];

/** Medians of the runs, and ratios of medians. */
export function resultsOf(legs: ReadonlyMap<Contestant, readonly Leg[]>): Result[] {
  const bare = [...legs].map(([{ name, title, does }, each]) => {
    const runs = each.map(({ commands, milliseconds }) => round((commands * 1000) / milliseconds));
    return { name, title, does, runs, median: median(runs), min: Math.min(...runs), max: Math.max(...runs) };
  });
  const medianOf = (name: string) => bare.find((result) => result.name === name)?.median;
  const share = (value: number, of: number | undefined) => (of ? round(value / of) : null);
  return bare.map((result) => ({
    ...result,
    toRetrace: share(result.median, medianOf('retrace')),
    toInsert: share(result.median, medianOf('insert')),
  }));
}

/** The targets that can be judged by these results. */
export function targetsOf(results: readonly Result[]): Target[] {
  const medianOf = (name: string) => results.find((result) => result.name === name)?.median;
  return wanted.flatMap(({ peer, atLeast }) => {
    const [ours, theirs] = [medianOf('retrace'), medianOf(peer)];
    if (!ours || !theirs) return [];
    const measured = round(ours / theirs);
    return [{ peer, atLeast, measured, met: ours / theirs >= atLeast }];
  });
}

/** The one in the middle, or the mean of the two that are. Throws for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  if (upper === undefined || lower === undefined) throw new RangeError('There is no median of nothing.');
  return (upper + lower) / 2;
}

/** Three digits after the point are more than the measurement tells. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
