import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diff, invert, isEmpty, sameChanges } from './changes';
import type { Changes, Leaf } from './event';

type Tree = { [key: string]: Leaf | Tree };

const leaf = fc.oneof(fc.constantFrom(null, '', 'a', 'b', 0, 1, true, false), fc.string(), fc.integer());
const key = fc.constantFrom('id', 'lines', 'l1', 'l2', 'quantity', 'memo');
const { tree } = fc.letrec<{ tree: Tree; node: Leaf | Tree }>((tie) => ({
  tree: fc.dictionary(key, tie('node'), { maxKeys: 4 }),
  node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, tie('tree')),
}));

/** Every leaf by its path: what a difference speaks about. */
function leavesOf(node: Tree, prefix = ''): Record<string, Leaf> {
  return Object.fromEntries(
    Object.entries(node).flatMap(([name, value]) =>
      typeof value === 'object' && value !== null
        ? Object.entries(leavesOf(value, `${prefix}${name}.`))
        : [[prefix + name, value] as const],
    ),
  );
}

/** Carries a difference out on leaves, insisting that they were as it says. */
function applied(leaves: Record<string, Leaf>, changes: Changes): Record<string, Leaf> {
  const result = new Map(Object.entries(leaves));
  for (const [path, change] of Object.entries(changes)) {
    expect(result.has(path)).toBe('from' in change);
    if ('from' in change) expect(result.get(path)).toBe(change.from);
    if (change.to === undefined) result.delete(path);
    else result.set(path, change.to);
  }
  return Object.fromEntries(result);
}

describe('diff', () => {
  it.each<[string, Tree, Tree, Changes]>([
    ['nothing', { a: 1, b: { c: null } }, { b: { c: null }, a: 1 }, {}],
    ['a leaf', { a: 1, b: 2 }, { a: 1, b: 3 }, { b: { from: 2, to: 3 } }],
    ['a leaf set to null', { a: 1 }, { a: null }, { a: { from: 1, to: null } }],
    ['a leaf that came into being', {}, { a: null }, { a: { to: null } }],
    ['a leaf that ceased', { a: null }, {}, { a: { from: null } }],
    ['text that looks like a number', { a: '1' }, { a: 1 }, { a: { from: '1', to: 1 } }],
    [
      'a child that came whole',
      { lines: {} },
      { lines: { l1: { id: 'l1', quantity: '1' } } },
      { 'lines.l1.id': { to: 'l1' }, 'lines.l1.quantity': { to: '1' } },
    ],
    [
      'one field of one child',
      { lines: { l1: { q: '1', p: 5 }, l2: { q: '1' } } },
      { lines: { l1: { q: '2', p: 5 }, l2: { q: '1' } } },
      { 'lines.l1.q': { from: '1', to: '2' } },
    ],
    ['a leaf that grew children', { a: 1 }, { a: { b: 2 } }, { a: { from: 1 }, 'a.b': { to: 2 } }],
    ['an empty collection, which is no leaf', {}, { lines: {} }, {}],
  ])('names %s', (_what, before, after, changes) => expect(diff(before, after)).toStrictEqual(changes));

  it('does not look into what both states share', () => {
    const shared = {
      get trap(): never {
        throw new Error('This was looked into.');
      },
    };
    expect(diff({ lines: shared, memo: 'a' }, { lines: shared, memo: 'b' })).toEqual({
      memo: { from: 'a', to: 'b' },
    });
  });

  it('is all there is between two states, and nothing more', () =>
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        const changes = diff(before, after);
        expect(applied(leavesOf(before), changes)).toEqual(leavesOf(after));
        for (const { from, to } of Object.values(changes)) expect(from).not.toBe(to);
      }),
    ));
});

describe('invert', () => {
  it('tells absent from null on both sides', () => {
    expect(
      invert({ came: { to: null }, ceased: { from: null }, changed: { from: null, to: 1 } }),
    ).toStrictEqual({
      came: { from: null },
      ceased: { to: null },
      changed: { from: 1, to: null },
    });
  });

  it('of a difference is the difference back, and twice it is itself', () =>
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        const changes = diff(before, after);
        expect(sameChanges(invert(changes), diff(after, before))).toBe(true);
        expect(invert(changes)).toEqual(diff(after, before));
        expect(invert(invert(changes))).toStrictEqual(changes);
      }),
    ));
});

describe('sameChanges', () => {
  it.each<[string, Changes, Changes]>([
    ['another path', { a: { to: 1 } }, { b: { to: 1 } }],
    ['one path more', { a: { to: 1 } }, { a: { to: 1 }, b: { to: 1 } }],
    ['another value', { a: { from: 1, to: 2 } }, { a: { from: 1, to: 3 } }],
    ['the way back', { a: { from: 1, to: 2 } }, { a: { from: 2, to: 1 } }],
    ['null for absent, before', { a: { from: null, to: 1 } }, { a: { to: 1 } }],
    ['null for absent, after', { a: { from: 1, to: null } }, { a: { from: 1 } }],
    ['another type', { a: { to: '1' } }, { a: { to: 1 } }],
  ])('notices %s', (_what, a, b) => {
    expect(sameChanges(a, b)).toBe(false);
    expect(sameChanges(b, a)).toBe(false);
  });

  it('does not mind order, nor a trip through JSON', () => {
    expect(sameChanges({ a: { from: 1, to: 2 }, b: {} }, { b: {}, a: { to: 2, from: 1 } })).toBe(true);
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        const changes = diff(before, after);
        expect(sameChanges(changes, JSON.parse(JSON.stringify(changes)))).toBe(true);
      }),
    );
  });
});

it('an empty difference is one without paths', () => {
  expect(isEmpty({})).toBe(true);
  expect(isEmpty({ a: { to: null } })).toBe(false);
});
