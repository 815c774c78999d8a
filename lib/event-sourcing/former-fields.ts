import type { Changes, Leaf } from './event';
import type { DescribedChange } from './workflow';

/**
 * What an event changed in fields that are no more: no state has them, so no workflow describes them. They are shown by
 * the names that they had.
 */
export function formerFields(changes: Changes, before: object, after: object): DescribedChange[] {
  return Object.entries(changes)
    .filter(([path]) => !has(before, path) && !has(after, path))
    .map(([path, { from, to }]) => ({
      path,
      label: labelOf(path),
      ...text('from', from),
      ...text('to', to),
    }));
}

function has(state: object, path: string): boolean {
  let node: unknown = state;
  for (const key of path.split('.')) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return false;
    node = (node as Record<string, unknown>)[key];
  }
  return true;
}

/** `customer.faxNumber` is "Fax number". */
function labelOf(path: string): string {
  const words = (path.split('.').at(-1) ?? path).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const text = (side: 'from' | 'to', leaf: Leaf | undefined) =>
  leaf === undefined || leaf === null ? {} : { [side]: String(leaf) };
