import { expect, test } from 'vitest';
import type { MapNumber } from '@/lib/process-map/map-number';
import { loadAnalyticsAddress } from '../analytics/analytics-address';
import { mapHref, pathNumber, readMapTexts } from './map-texts';

const read = (search: string) => readMapTexts(Object.fromEntries(new URLSearchParams(search)));

const numbers: MapNumber[] = [
  { kind: 'activity', activity: 'a, b & c' },
  { kind: 'variant', variant: '-9223372036854775808' },
  pathNumber('a', 'b'),
  pathNumber(null, 'a'),
  pathNumber('a', null),
];

test.each(numbers)('a number of $kind is found again in the address of its records', (number) => {
  const address = loadAnalyticsAddress('?workflow=invoice&person=ana&undone=1');
  const { texts } = read('show=times&activities=80&paths=7');
  const href = new URL(mapHref(address, texts, number), 'http://a.example');
  expect(href.hash).toBe('#records');
  expect(read(href.search)).toEqual({ texts, number, unread: [] });
  expect(loadAnalyticsAddress(href)).toEqual(address);
});

test('what makes no sense is left out and named', () => {
  expect(read('show=everything&activities=120&paths=-3&records=all&variant=99999999999999999999')).toEqual({
    texts: { show: '', activities: '', paths: '' },
    number: null,
    unread: ['show', 'activities', 'paths', 'the records to list'],
  });
});
