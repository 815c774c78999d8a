import { expect, test } from 'vitest';
import { nameId, nameIds } from './name-id';

test('the same names make the same id, in every release', () => {
  expect(nameId('shop', 'invoice', '12')).toBe(nameId('shop', 'invoice', '12'));
  expect(nameId('shop', 'invoice', '12')).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});

test('names cannot run into each other', () => {
  expect(nameId('a', 'bc')).not.toBe(nameId('ab', 'c'));
  expect(nameId('a", "b')).not.toBe(nameId('a', 'b'));
});

test('children differ from each other and from those of other records', () => {
  const ids = [...nameIds(300, 'shop', 'lines', '1'), ...nameIds(300, 'shop', 'lines', '2')];
  expect(new Set(ids).size).toBe(600);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
