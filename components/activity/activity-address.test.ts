import { describe, expect, test } from 'vitest';
import { everything, isFiltered } from '@/lib/activity/activity-query';
import { activityHref, filtersOf, loadActivityAddress, unread, without } from './activity-address';

const filters = (search: string) => filtersOf(loadActivityAddress(search));

describe('an address', () => {
  test('with nothing in it leaves nothing out', () => {
    expect(filters('')).toEqual(everything);
    expect(isFiltered(filters(''))).toBe(false);
  });

  test('filters by person, kind, type, time and more', () => {
    const search =
      '?who=ana,bob&kind=money,undo&type=invoice.payment_received&workflow=invoice&cause=undo' +
      '&record=0b5f6a0e-5d0c-4c8e-9d5e-111111111111&from=2026-11-10T14:00:00%2B01:00&to=2026-11-11T00:00:00Z';
    expect(filters(search)).toEqual({
      actors: ['ana', 'bob'],
      kinds: ['money', 'undo'],
      types: ['invoice.payment_received'],
      workflows: ['invoice'],
      causes: ['undo'],
      record: '0b5f6a0e-5d0c-4c8e-9d5e-111111111111',
      from: '2026-11-10T13:00:00.000Z',
      to: '2026-11-11T00:00:00.000Z',
    });
  });

  test.each([
    'kind=nonsense',
    'type=a;b',
    'record=1',
    'from=yesterday',
    'to=9999-01-01T00:00:00Z',
    'cause=why',
    'who=',
  ])('with the nonsense %s leaves nothing out', (search) =>
    expect(filters(`?${search}`)).toEqual(everything),
  );

  test('reads back as the same state', () => {
    const state = loadActivityAddress('?who=a%2Cb,c&kind=life&from=2026-11-10T13:00:00.000Z&after=xyz');
    expect(loadActivityAddress(new URL(activityHref('http://a.example/activity', state)))).toEqual(state);
  });
});

describe('what makes no sense', () => {
  const named = (search: string) => unread(Object.fromEntries(new URLSearchParams(search)));

  test('is named by what the page calls it', () => {
    expect(named('?kind=money,nonsense&type=a;b&cause=why&record=1')).toEqual([
      'kind',
      'type',
      'cause',
      'record',
    ]);
    expect(named('?from=yesterday&to=2026-13-40T25:00:00Z')).toEqual(['time from', 'time to']);
  });

  test('is not what is left empty, unknown, or a cursor', () => {
    expect(named('?kind=&utm_source=mail&after=garbage&who=ana')).toEqual([]);
  });

  test('is taken out by name, and the rest stays', () => {
    const address = loadActivityAddress('?who=ana,nobody&type=invoice.gone&workflow=ship&kind=money');
    expect(filtersOf(without(address, ['nobody', 'invoice.gone', 'ship']))).toEqual({
      ...everything,
      actors: ['ana'],
      kinds: ['money'],
    });
  });
});
