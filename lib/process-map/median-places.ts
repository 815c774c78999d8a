/**
 * Exact medians of many groups in two readings that need no sorting of everything: the first counts how many times lie in
 * each of some hundred classes of length, from which it is known in which class the median lies and the how-manieth there it
 * is; the second sorts those classes alone.
 */

/** How many of a path's times are of a class. Classes are in the order of length. */
export interface ClassCount {
  from: string | null;
  to: string;
  lengthClass: number;
  /** The class of this very path, by which the second reading finds it. */
  place: string;
  count: number;
}

/** Where a path's median is: in this class, so many from its shortest, the first being 1. */
export interface MedianPlace {
  from: string;
  to: string;
  place: string;
  rank: number;
}

/** The place of the median of each path: of an even number of times, the shorter one in the middle. */
export function medianPlaces(counts: readonly ClassCount[]): MedianPlace[] {
  return byPath(counts).flatMap(({ from, to, classes }) => {
    if (from === null) return [];
    const total = classes.reduce((sum, { count }) => sum + count, 0);
    let rank = Math.ceil(total / 2);
    for (const { place, count } of classes) {
      if (rank <= count) return [{ from, to, place, rank }];
      rank -= count;
    }
    return [];
  });
}

/** How often each path was taken. */
export function pathCounts(
  counts: readonly ClassCount[],
): { from: string | null; to: string; count: number }[] {
  return byPath(counts).map(({ from, to, classes }) => ({
    from,
    to,
    count: classes.reduce((sum, { count }) => sum + count, 0),
  }));
}

function byPath(counts: readonly ClassCount[]) {
  const paths = new Map<string, { from: string | null; to: string; classes: ClassCount[] }>();
  for (const count of counts) {
    const key = JSON.stringify([count.from, count.to]);
    const path = paths.get(key);
    if (path) path.classes.push(count);
    else paths.set(key, { from: count.from, to: count.to, classes: [count] });
  }
  for (const { classes } of paths.values()) {
    classes.sort((a, b) => a.lengthClass - b.lengthClass);
  }
  return [...paths.values()];
}
