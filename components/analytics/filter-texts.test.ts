import { describe, expect, test } from 'vitest';
import { filtersOf, hrefWith, noFilters, readFilterTexts } from './filter-texts';

const clock = { timeZone: 'Europe/Stockholm', now: '2026-11-27T12:00:00.000Z' };
const read = (search: string) => readFilterTexts(Object.fromEntries(new URLSearchParams(search)));
const filters = (search: string) => filtersOf(read(search).texts, clock);

describe('an address', () => {
  test('without filters leaves nothing out and counts what is in force', () => {
    expect(read('').texts).toEqual(noFilters);
    expect(filters('')).toEqual({
      workflow: null,
      customer: null,
      person: null,
      from: null,
      to: null,
      asOf: null,
      undone: false,
    });
  });

  test('means days of the company, the last one with all of it', () => {
    expect(filters('from=2026-11-01&to=2026-11-30')).toMatchObject({
      from: '2026-10-31T23:00:00.000Z',
      to: '2026-11-30T23:00:00.000Z',
    });
  });

  test('has a moment on the company’s clock, or the end of a day', () => {
    expect(filters('asOf=2026-11-10T14:13').asOf).toBe('2026-11-10T13:13:00.000Z');
    expect(filters('asOf=2026-11-10').asOf).toBe('2026-11-10T22:59:59.999999Z');
  });

  test('that asks for what is yet to come is answered as of now', () => {
    expect(filters('asOf=2027-01-01').asOf).toBeNull();
  });

  test.each([
    ['workflow=A B', 'records'],
    ['from=2026-02-30', 'from'],
    ['to=soon', 'to'],
    ['person=a%00b', 'person'],
    ['customer=17', 'customer'],
    ['asOf=2026-11-10T25:00', 'as of'],
    ['undone=maybe', 'undone acts'],
  ])('with the nonsense %s leaves it out and names it', (search, name) => {
    expect(read(search)).toEqual({ texts: noFilters, unread: [name] });
  });

  test('is written with what is given only', () => {
    expect(hrefWith('/analytics', { ...noFilters, undone: '1', person: 'a b&c' })).toBe(
      '/analytics?person=a+b%26c&undone=1',
    );
    expect(hrefWith('/analytics', { ...noFilters })).toBe('/analytics');
  });
});
