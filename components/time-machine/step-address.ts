import { createLoader, parseAsInteger, type SearchParams } from 'nuqs/server';

export const stepParsers = { step: parseAsInteger.withDefault(1) };

const load = createLoader(stepParsers);

/** Which event of the window is in view, from 1; what lies outside is the nearest there is. */
export function readStep(params: SearchParams, count: number): number {
  return Math.min(Math.max(load(params).step, 1), Math.max(count, 1));
}
