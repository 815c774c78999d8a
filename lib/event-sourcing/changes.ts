import type { Changes, Leaf, LeafChange } from './event';

/** A state is a tree of plain objects whose leaves are strings, numbers, booleans or null. No arrays. */
type Node = Leaf | { readonly [key: string]: Node };
type Tree = { readonly [key: string]: Node };

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/**
 * The field-level difference between two states, keyed by path. Subtrees that both states share by reference are
 * not entered, so with structural sharing the cost follows the change and not the size of the state.
 */
export function diff(before: object, after: object): Changes {
  const changes: Record<string, LeafChange> = {};
  compare(before as Tree, after as Tree, '', changes);
  return changes;
}

function compare(before: Tree, after: Tree, prefix: string, into: Record<string, LeafChange>): void {
  let kept = 0;
  for (const key of Object.keys(after)) {
    const from = before[key] as Node;
    const to = after[key] as Node;
    if (from === to) {
      kept += 1;
      continue;
    }
    const path = prefix + key;
    if (!Object.hasOwn(before, key)) {
      collect(to, path, 'to', into);
      continue;
    }
    kept += 1;
    if (isTree(from) && isTree(to)) compare(from, to, `${path}.`, into);
    else {
      collect(from, path, 'from', into);
      collect(to, path, 'to', into);
    }
  }
  const had = Object.keys(before);
  if (had.length === kept) return;
  for (const key of had) {
    if (!Object.hasOwn(after, key)) collect(before[key] as Node, prefix + key, 'from', into);
  }
}

function collect(node: Node, path: string, side: 'from' | 'to', into: Record<string, LeafChange>): void {
  if (isTree(node)) {
    for (const key of Object.keys(node)) collect(node[key] as Node, `${path}.${key}`, side, into);
  } else {
    const change = into[path];
    if (change) change[side] = node;
    else into[path] = side === 'from' ? { from: node } : { to: node };
  }
}

/** The difference that leads back. */
export function invert(changes: Changes): Changes {
  const inverse: Record<string, LeafChange> = {};
  for (const [path, change] of Object.entries(changes)) {
    const back: LeafChange = {};
    if ('to' in change) back.from = change.to;
    if ('from' in change) back.to = change.from;
    inverse[path] = back;
  }
  return inverse;
}

/** Do two differences say the same about the same leaves? */
export function sameChanges(a: Changes, b: Changes): boolean {
  const paths = Object.keys(a);
  return (
    paths.length === Object.keys(b).length &&
    paths.every((path) => {
      const [x, y] = [a[path], b[path]];
      return (
        x && y && x.from === y.from && x.to === y.to && 'from' in x === 'from' in y && 'to' in x === 'to' in y
      );
    })
  );
}

export const isEmpty = (changes: Changes): boolean => Object.keys(changes).length === 0;
