import {
  createLoader,
  createSerializer,
  parseAsInteger,
  parseAsStringLiteral,
  type SearchParams,
} from 'nuqs/server';
import { type PastSense, pastSenses } from '@/lib/past-sense';

export const stepParsers = {
  step: parseAsInteger,
  /** In which sense the moment in view is meant. */
  sense: parseAsStringLiteral(pastSenses).withDefault('was'),
};

const load = createLoader(stepParsers);

/** An address with a step and a sense, leaving out what is the default. */
export const stepHref = createSerializer(stepParsers);

/**
 * Which event of the window is in view, counted from 1; 0 is just before the first. Where the address does not say, a
 * window that somebody chose begins at its beginning, and all of the time at its end, which is now.
 */
export function readStep(params: SearchParams, count: number, chosen: boolean): number {
  return stepWithin(load(params).step, count, chosen);
}

/** In which sense the address means the moment in view. */
export const readSense = (params: SearchParams): PastSense => load(params).sense;

/** What lies outside of the window is the nearest there is. */
export function stepWithin(step: number | null, count: number, chosen: boolean): number {
  return Math.min(Math.max(step ?? (chosen ? 0 : count), 0), count);
}
