/** Above this many events single marks would run into each other, and are drawn as columns of density. */
const mostMarks = 60;

/** Where a version lies on the track, from 0 to 1. Events are evenly spaced, so that none is too close to reach. */
export function placeOf(version: number, newest: number): number {
  return newest <= 1 ? 1 : (version - 1) / (newest - 1);
}

/** The version whose place lies nearest; beyond the ends it is that of the end. */
export function versionAtPlace(place: number, newest: number): number {
  return Math.min(Math.max(Math.round(1 + place * (newest - 1)), 1), newest);
}

/** How many events a column holds; 1 where each has a mark of its own. */
export const columnSize = (newest: number): number => Math.ceil(newest / mostMarks);

/** The events that are drawn as one column with this one, or null where it has a mark of its own. */
export function columnOf(
  version: number,
  newest: number,
): { first: number; last: number; count: number } | null {
  const size = columnSize(newest);
  if (size === 1) return null;
  const first = version - ((version - 1) % size);
  const last = Math.min(first + size - 1, newest);
  return { first, last, count: last - first + 1 };
}
