import { describe, expect, test } from 'vitest';
import { isFiltered, listHref, loadListAddress, queryOf } from './list-address';

const queryAt = (search: string) => queryOf(loadListAddress(new URLSearchParams(search)));

const byDefault = {
  search: '',
  statuses: [],
  overdue: false,
  sort: 'updated',
  descending: true,
  size: 50,
  after: null,
  before: null,
};

test('an address without anything is the whole list, last changed first', () => {
  expect(queryAt('')).toEqual(byDefault);
});

test('everything can be said in the address', () => {
  const address = '?q=bakery&status=paid,open&overdue=true&sort=-due&size=25&after=abc';
  expect(queryAt(address)).toEqual({
    search: 'bakery',
    statuses: ['open', 'paid'],
    overdue: true,
    sort: 'due',
    descending: true,
    size: 25,
    after: 'abc',
    before: null,
  });
});

describe('what makes no sense counts as not given', () => {
  test.each([
    '?sort=colour',
    '?sort=--due',
    '?sort=',
    '?size=7',
    '?size=-25',
    '?size=many',
    '?status=lost',
    '?status=',
    '?status=,,',
    '?overdue=maybe',
    '?q=',
    '?q=%20%20',
    '?q=%00',
    '?unknown=1',
  ])('%s', (address) => {
    expect(queryAt(address)).toEqual(byDefault);
  });

  test('of several statuses those that exist are kept, once', () => {
    expect(queryAt('?status=paid,lost,paid').statuses).toEqual(['paid']);
  });

  test('of a parameter that is repeated the first counts', () => {
    expect(queryOf(loadListAddress({ q: ['one', 'two'], size: ['25', '100'] }))).toMatchObject({
      search: 'one',
      size: 25,
    });
  });

  test('a search that is far too long is cut', () => {
    expect(queryAt(`?q=${'a'.repeat(10_000)}`).search).toHaveLength(200);
  });
});

describe('the address of a state', () => {
  test('leaves out what is the default', () => {
    expect(
      listHref('/invoices', { q: '', status: [], size: 50, sort: { by: 'updated', descending: true } }),
    ).toBe('/invoices');
  });

  test('reads back as the same state', () => {
    const state = loadListAddress('?q=100%25&status=paid,void&sort=number&size=100&before=xyz');
    expect(loadListAddress(new URL(listHref('http://a.example/invoices', state)))).toEqual(state);
  });
});

test('a list is filtered where something is left out, not where it is sorted or paged', () => {
  const filtered = (search: string) => isFiltered(loadListAddress(search));
  expect(['?q=a', '?status=paid', '?overdue=true'].map(filtered)).toEqual([true, true, true]);
  expect(['', '?q=%20', '?sort=due&size=25&after=x'].map(filtered)).toEqual([false, false, false]);
});
