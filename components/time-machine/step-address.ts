import { createLoader, parseAsInteger, type SearchParams } from 'nuqs/server';

export const stepParsers = { step: parseAsInteger };

const load = createLoader(stepParsers);

/**
 * Which event of the window is in view, counted from 1; 0 is just before the first. Where the address does not say, a
 * window that somebody chose begins at its beginning, and all of the time at its end, which is now.
 */
export function readStep(params: SearchParams, count: number, chosen: boolean): number {
  return stepWithin(load(params).step, count, chosen);
}

/** What lies outside of the window is the nearest there is. */
export function stepWithin(step: number | null, count: number, chosen: boolean): number {
  return Math.min(Math.max(step ?? (chosen ? 0 : count), 0), count);
}
