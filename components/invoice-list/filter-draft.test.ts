import { describe, expect, test } from 'vitest';
import { draftOf, type FilterDraft, readDraft } from './filter-draft';
import { type FilterAddress, noFilterAddress } from './list-address';

const zone = 'Europe/Berlin';
const id = '0f5a4c3e-1b2d-4c3e-8f5a-4c3e1b2d0f5a';
const empty = draftOf(noFilterAddress, null, zone);
const read = (draft: Partial<FilterDraft>) => readDraft({ ...empty, ...draft }, zone);

test('filters in force come back out of the fields as they went in', () => {
  const { q: _, status: _status, flags: _flags, ...none } = noFilterAddress;
  const some: Partial<FilterAddress>[] = [
    {},
    {
      customer: id,
      total: { from: '1', to: '2.50' },
      balance: { from: null, to: '-3' },
      currency: 'JPY',
      due: { from: '2026-11-01', to: null },
      by: 'ana',
      since: '2026-11-20T13:13:00Z',
    },
    { due: 'this_week', since: 'yesterday' },
  ];
  for (const filters of some) {
    const draft = draftOf({ ...noFilterAddress, ...filters }, 'Lindqvist', zone);
    expect(readDraft(draft, zone)).toEqual({ filters: { ...none, ...filters } });
  }
});

test('a time is meant in the zone in which times are shown', () => {
  expect(draftOf({ ...noFilterAddress, since: '2026-11-20T13:13:00Z' }, null, zone).sinceAt).toBe(
    '2026-11-20T14:13',
  );
  expect(read({ since: 'at', sinceAt: '2026-07-01T00:30' })).toMatchObject({
    filters: { since: '2026-06-30T22:30:00Z' },
  });
});

test('amounts and days may be typed in either order, amounts with their commas', () => {
  expect(
    read({
      totalFrom: ' 1,234,567.50 ',
      totalTo: '12',
      due: 'between',
      dueFrom: '2026-12-01',
      dueTo: '2026-11-01',
    }),
  ).toMatchObject({
    filters: { total: { from: '12', to: '1234567.50' }, due: { from: '2026-11-01', to: '2026-12-01' } },
  });
});

describe('what a field can’t mean is said at the field', () => {
  test.each<[string, Partial<FilterDraft>]>([
    ['customer', { customerText: 'Lindq' }],
    ['total', { totalFrom: 'a lot' }],
    ['total', { totalTo: '1,2' }],
    ['balance', { balanceFrom: '1.23456' }],
    ['due', { due: 'between' }],
    ['due', { due: 'between', dueFrom: '0026-11-01' }],
    ['since', { since: 'at' }],
    ['since', { since: 'at', sinceAt: '0001-01-01T10:00' }],
  ])('%s', (field, draft) => {
    expect(read(draft)).toEqual({ problems: { [field]: expect.any(String) } });
  });
});
