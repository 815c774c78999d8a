/** What the Explorer can be asked, over the acts of any kind of record. */
export type Question =
  /** How often one act was followed by another on the same record within so many days. */
  | { ask: 'follows'; first: string; second: string; days: number }
  /** How many records went through acts in this order, in all within so many days where that matters. */
  | { ask: 'funnel'; steps: readonly string[]; days: number | null }
  /** How long it took from one act to the next of another kind. */
  | { ask: 'between'; first: string; second: string }
  /** Who did it; null is anything. */
  | { ask: 'who'; activity: string | null };

export type Ask = Question['ask'];
export const asks = ['follows', 'funnel', 'between', 'who'] as const satisfies readonly Ask[];

/** The answer's numbers, by what they count: what their links ask for. */
export type ExplorerNumber =
  /** All of the first acts, or only those whose days are over, are not over yet, were or were not followed. */
  | { kind: 'first' | 'counted' | 'young' | 'followed' | 'unfollowed' }
  /** Followed within fewer days. */
  | { kind: 'within'; days: number }
  /** Took so long, in seconds: at least, and below or at most; without an end: never came to it. */
  | { kind: 'took'; least: number; below: number | null; most: number | null }
  | { kind: 'never' }
  /** Reached a step, from 1, or came to the one before it and no further. */
  | { kind: 'reached' | 'left'; step: number }
  /** Acts of a person, or the records that they are on. */
  | { kind: 'by' | 'recordsBy'; person: string };

export interface Follows {
  /** How often the first act happened. */
  first: number;
  /** Of those, whose days were over by the moment, so that they count; the rest is too young to tell. */
  counted: number;
  /** Of those that count, how many were followed in time. */
  followed: number;
  /** Of those, the median time until then, in seconds. */
  median: number | null;
  /** How many were followed within so many days, up to all of them. */
  within: readonly { days: number; followed: number }[];
  /** By who did the first act, the most frequent first. */
  people: readonly { person: string; counted: number; followed: number }[];
}

export interface Between {
  /** How often the first act happened, and how often the second came after it. */
  first: number;
  pairs: number;
  /** In seconds; null where there is none. */
  percentiles: readonly { percent: number; seconds: number | null }[];
  mean: number | null;
  /** How many took how long: bins of one width, the last one open where there is a long tail. */
  bins: readonly { least: number; below: number | null; count: number }[];
}

export interface FunnelStep {
  activity: string;
  records: number;
  /** Median seconds since the step before, and since the first. */
  sinceBefore: number | null;
  sinceFirst: number | null;
}

export interface Who {
  acts: number;
  people: readonly { person: string; acts: number; records: number }[];
}

export const percents = [10, 25, 50, 75, 90, 95] as const;

const second = 1_000_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Widths of the bins of a distribution, in microseconds, so that they are whole numbers: what people reckon in. */
export const binWidths: readonly number[] = [
  ...[0.001, 0.01, 0.1, 1, 2, 5, 10, 30].map((n) => n * second),
  ...[1, 2, 5, 10, 30].map((n) => n * minute),
  ...[1, 2, 3, 6, 12].map((n) => n * hour),
  ...[1, 2, 5, 7, 14, 30, 60, 90, 365, 3650, 36_500].map((n) => n * day),
];

/** So many bins at most, beside the open one. */
export const mostBins = 24;

/** The days at which a curve of at most some thirty points has one. */
export function curveDays(days: number): number[] {
  const step = Math.ceil(days / 30);
  const points = Array.from({ length: Math.floor(days / step) }, (_, index) => (index + 1) * step);
  return points.at(-1) === days ? points : [...points, days];
}
