import type { Changes, Leaf } from './event';

/**
 * The leaves below a prefix as they were before an event, by what follows the prefix: what a compensating event puts back.
 * Leaves that were not there are left out.
 */
export function leavesBefore(changes: Changes, prefix = ''): Record<string, Leaf> {
  const leaves: Record<string, Leaf> = {};
  for (const [path, { from }] of Object.entries(changes))
    if (path.startsWith(prefix) && from !== undefined) leaves[path.slice(prefix.length)] = from;
  return leaves;
}

/** The same of these leaves only, by their whole paths: what is put back as a new change. */
export const theseBefore = (changes: Changes, paths: readonly string[]): Record<string, Leaf> =>
  leavesBefore(Object.fromEntries(Object.entries(changes).filter(([path]) => paths.includes(path))));
