import { expect, test } from 'vitest';
import { largestSelection } from '@/lib/invoice/largest-selection';
import { between, countOf, isSelected, noSelection, selectionInputOf, withRows } from './selection';

const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: `INV-${id}` }));
const [a, b] = rows as [(typeof rows)[0], (typeof rows)[0]];

test('rows are put in and taken out, whichever page they were on', () => {
  const two = withRows(withRows(noSelection, [a], true), [b], true);
  expect(countOf(two, 100)).toBe(2);
  const one = withRows(two, [a], false);
  expect([a, b].map(({ id }) => isSelected(one, id))).toEqual([false, true]);
  expect(selectionInputOf(one, '?q=x')).toEqual({ kind: 'these', ids: ['b'] });
  expect(countOf(noSelection, 100)).toBe(0);
});

test('of everything that matches single rows can be taken out and put back', () => {
  const all = { kind: 'matching', except: new Set<string>() } as const;
  const but = withRows(all, [a, b], false);
  expect(countOf(but, 100)).toBe(98);
  expect(isSelected(but, 'a')).toBe(false);
  expect(isSelected(but, 'never seen')).toBe(true);
  expect(selectionInputOf(withRows(but, [b], true), '?q=x')).toEqual({
    kind: 'matching',
    address: '?q=x',
    except: ['a'],
  });
});

test('a range runs from one row to another in either direction, and from an unknown one is a single row', () => {
  const ids = (from: string | null, to: string) => between(rows, from, to).map(({ id }) => id);
  expect(ids('b', 'd')).toEqual(['b', 'c', 'd']);
  expect(ids('d', 'b')).toEqual(['b', 'c', 'd']);
  expect(ids(null, 'b')).toEqual(['b']);
  expect(ids('on another page', 'b')).toEqual(['b']);
});

test('no more can be selected than can be done at once', () => {
  const many = Array.from({ length: largestSelection + 5 }, (_, n) => ({ id: `${n}`, title: '' }));
  expect(countOf(withRows(noSelection, many, true), 1)).toBe(largestSelection);
});
