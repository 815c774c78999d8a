import type { Leaf } from '@/lib/event-sourcing/event';

/** The leaf of a state at a path; undefined where there is none. */
export function leafAt(state: object, path: string): Leaf | undefined {
  let inner: unknown = state;
  for (const step of path.split('.')) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, step)) return undefined;
    inner = (inner as Record<string, unknown>)[step];
  }
  return inner as Leaf | undefined;
}
