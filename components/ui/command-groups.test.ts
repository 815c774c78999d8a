import { expect, test } from 'vitest';
import { beginningFirst, isMatch, matchingGroups } from './command-groups';

const group = (label: string, ...labels: string[]) => ({
  label,
  items: labels.map((each) => ({ id: each, label: each, onSelect: () => undefined })),
});
const labels = (typed: string, ...groups: ReturnType<typeof group>[]) =>
  matchingGroups(typed, groups).map(({ items }) => items.map(({ label }) => label));

test('every word counts, in any order, without case and accents', () => {
  expect(isMatch('sohn MUHLE', 'Mühle & Sohn')).toBe(true);
  expect(isMatch('mühle', 'MU\u0308HLE')).toBe(true);
  expect(isMatch('mühle tochter', 'Mühle & Sohn')).toBe(false);
  expect(isMatch('  ', 'Anything')).toBe(true);
});

test('a group without a match is left out', () => {
  expect(
    labels('dark', group('Go to', 'Invoices'), group('Preferences', 'Theme: Dark', 'Theme: Light')),
  ).toEqual([['Theme: Dark']]);
});

test('what begins with the text comes first, so that Enter does not change a record by the way', () => {
  const record = group('This record', 'Edit customer', 'Refund customer');
  const places = group('Go to', 'New customer', 'Customers');
  expect(labels('cust', record, places)).toEqual([
    ['Customers', 'New customer'],
    ['Edit customer', 'Refund customer'],
  ]);
});

test('nothing typed leaves everything as it was', () => {
  expect(labels('', group('A', 'Two', 'One'), group('B', 'Three'))).toEqual([['Two', 'One'], ['Three']]);
});

test('of groups that are found already, the one with what begins so comes first; nothing is left out', () => {
  const groups = [group('Invoices', 'INV-1'), group('Orders', 'ORD-1'), group('People', 'Ana Orban')];
  expect(beginningFirst('ORD', groups).map(({ label }) => label)).toEqual(['Orders', 'Invoices', 'People']);
  expect(beginningFirst('x', groups)).toEqual(groups);
});
