import { describe, expect, test } from 'vitest';
import { noFilters } from '@/lib/invoice/invoice-filters';
import { isFiltered, listHref, loadListAddress } from './list-address';
import { queryOf, unread } from './list-query';

const queryAt = (search: string) => queryOf(loadListAddress(new URLSearchParams(search)));

const byDefault = {
  ...noFilters,
  sort: 'updated',
  descending: true,
  size: 50,
  after: null,
  before: null,
};

test('an address without anything is the whole list, last changed first', () => {
  expect(queryAt('')).toEqual(byDefault);
});

const id = '0f5a4c3e-1b2d-4c3e-8f5a-4c3e1b2d0f5a';

test('everything can be said in the address', () => {
  const address = [
    '?q=bakery&status=paid,open&flags=disputed,overdue',
    `customer=${id.toUpperCase()}&total=100..250.50&balance=..0.001&currency=EUR`,
    'due=2026-11-01..&by=ana&since=2026-11-20T13:13:00Z&sort=-due&size=25&after=abc',
  ].join('&');
  expect(queryAt(address)).toEqual({
    search: 'bakery',
    statuses: ['open', 'paid'],
    flags: ['overdue', 'disputed'],
    customer: id,
    total: { from: '100', to: '250.50' },
    balance: { from: null, to: '0.001' },
    currency: 'EUR',
    due: { from: '2026-11-01', to: null },
    changedBy: 'ana',
    changedSince: { at: '2026-11-20T13:13:00Z' },
    sort: 'due',
    descending: true,
    size: 25,
    after: 'abc',
    before: null,
  });
});

test('what is relative stays so', () => {
  expect(queryAt('?due=this_week&since=yesterday')).toMatchObject({
    due: 'this_week',
    changedSince: 'yesterday',
  });
});

test('a range that stands the wrong way around is turned', () => {
  expect(queryAt('?total=20..3&due=2026-12-01..2026-11-01')).toMatchObject({
    total: { from: '3', to: '20' },
    due: { from: '2026-11-01', to: '2026-12-01' },
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
    '?flags=sunny',
    '?customer=lindqvist',
    '?total=',
    '?total=..',
    '?total=1..2..3',
    '?total=1,000..',
    '?total=1e400..',
    '?balance=%2010..20',
    '?balance=0.00001..',
    '?currency=euro',
    '?due=2026-02-31..',
    '?due=0001-01-01..',
    '?due=someday',
    '?by=',
    '?by=a%00b',
    `?by=${'a'.repeat(101)}`,
    '?since=2026-11-20',
    '?since=2026-11-20T25:00:00Z',
    '?since=2026-02-31T10:00:00Z',
    '?since=sometime',
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

test('what could not be understood is named, what is left empty or unknown is not', () => {
  const named = (search: string) => unread(Object.fromEntries(new URLSearchParams(search)));
  expect(named('?status=paid,lost&due=someday&sort=colour&size=7')).toEqual([
    'status',
    'due date',
    'order',
    'rows per page',
  ]);
  expect(named('?status=paid&due=none&total=&utm_source=mail&after=garbage&q=%00')).toEqual([]);
  expect(unread({ due: ['someday', 'none'] })).toEqual(['due date']);
});

describe('the address of a state', () => {
  test('leaves out what is the default', () => {
    expect(
      listHref('/invoices', {
        q: '',
        status: [],
        due: null,
        size: 50,
        sort: { by: 'updated', descending: true },
      }),
    ).toBe('/invoices');
  });

  test('reads back as the same state', () => {
    const state = loadListAddress(
      '?q=100%25&status=paid,void&flags=overpaid&total=1..&due=none&by=ana%26co&sort=number&size=100&before=xyz',
    );
    expect(loadListAddress(new URL(listHref('http://a.example/invoices', state)))).toEqual(state);
  });
});

test('a list is filtered where something is left out, not where it is sorted or paged', () => {
  const filtered = (search: string) => isFiltered(loadListAddress(search));
  expect(['?q=a', '?status=paid', '?flags=overdue', '?due=none'].map(filtered)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['', '?q=%20', '?sort=due&size=25&after=x'].map(filtered)).toEqual([false, false, false]);
});
