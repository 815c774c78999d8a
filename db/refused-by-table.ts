import { DatabaseError } from 'pg';
import type { ExplainedRefusal } from '@/lib/event-sourcing/narrate';
import { projections } from './projections/registry';

/**
 * What a read table refused, in words, because it holds to something across records; null where the error is anything
 * else. The names of constraints are unique, so it does not matter which record of an action it was.
 */
export function refusedByTable(error: unknown): ExplainedRefusal | null {
  if (!(error instanceof DatabaseError) || !error.constraint) return null;
  for (const { refusals = {} } of Object.values(projections)) {
    const found = Object.hasOwn(refusals, error.constraint) ? refusals[error.constraint] : undefined;
    if (found) return { events: [], alternatives: [], ...found };
  }
  return null;
}
