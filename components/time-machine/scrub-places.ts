/**
 * Where the events of a window stand along its bars. The bars are evenly wide, so a place is a bar and how far into it;
 * within a bar its events stand evenly.
 */
export interface Places {
  /** How many events the bars up to each bound hold, from 0; one more than there are bars. */
  before: readonly number[];
}

export function placesOf(counts: readonly { count: number }[]): Places {
  const before = [0];
  for (const { count } of counts) before.push((before.at(-1) ?? 0) + count);
  return { before };
}

/**
 * How far along the bars a step is, from 0 to 1.
 *
 * @param step the event in view counted from 1; 0 is before the first. The last stands at the end: nothing follows it.
 */
export function placeOfStep({ before }: Places, step: number): number {
  const bars = before.length - 1;
  const last = before[bars] ?? 0;
  if (step <= 0 || bars === 0) return 0;
  if (step >= last) return 1;
  const bar = before.findIndex((count) => count >= step) - 1;
  const earlier = before[bar] ?? 0;
  return (bar + (step - earlier) / ((before[bar + 1] ?? 0) - earlier)) / bars;
}

/** The step at a bound: the last event before it, or 0. */
export function stepAtBound({ before }: Places, bound: number): number {
  return before[Math.min(Math.max(bound, 0), before.length - 1)] ?? 0;
}
