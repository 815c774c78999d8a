import { describe, expect, it } from 'vitest';
import { type TimestampOptions, TimestampReader } from './timestamps';

const read = (text: string, options?: TimestampOptions) => {
  const result = new TimestampReader(options).read(text);
  return result.ok ? [result.moment.instant, result.moment.at] : result.problem;
};

describe('a time', () => {
  it.each([
    ['2006-07-24T00:00:00.000+02:00', '2006-07-23T22:00:00.000000Z', '2006-07-24T00:00:00.000+02:00'],
    ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.000000Z', '2026-01-02T03:04:05Z'],
    ['2026-01-02 03:04:05', '2026-01-02T03:04:05.000000Z', '2026-01-02T03:04:05Z'],
    [
      '2026-01-02 03:04:05.123456789-0530',
      '2026-01-02T08:34:05.123456Z',
      '2026-01-02T03:04:05.123456789-05:30',
    ],
    ['2026-01-02', '2026-01-02T00:00:00.000000Z', '2026-01-02T00:00:00Z'],
    ['2026/01/02 3:04 PM', '2026-01-02T15:04:00.000000Z', '2026-01-02T15:04:00Z'],
    ['02.01.2026 03:04', '2026-01-02T03:04:00.000000Z', '2026-01-02T03:04:00Z'],
    ['13/01/2026 03:04:05', '2026-01-13T03:04:05.000000Z', '2026-01-13T03:04:05Z'],
    ['01/13/2026 12:04 am', '2026-01-13T00:04:00.000000Z', '2026-01-13T00:04:00Z'],
    ['04/04/2026', '2026-04-04T00:00:00.000000Z', '2026-04-04T00:00:00Z'],
    ['2 Jan 2026 03:04', '2026-01-02T03:04:00.000000Z', '2026-01-02T03:04:00Z'],
    ['January 2nd, 2026 3:04 p.m.', '2026-01-02T15:04:00.000000Z', '2026-01-02T15:04:00Z'],
    ['Fri, 02 Jan 2026 03:04:05 GMT', '2026-01-02T03:04:05.000000Z', '2026-01-02T03:04:05Z'],
    ['20260102T030405Z', '2026-01-02T03:04:05.000000Z', '2026-01-02T03:04:05Z'],
    ['1767323045', '2026-01-02T03:04:05.000000Z', '2026-01-02T03:04:05Z'],
    ['1767323045123', '2026-01-02T03:04:05.123000Z', '2026-01-02T03:04:05.123Z'],
    ['1767323045123456', '2026-01-02T03:04:05.123456Z', '2026-01-02T03:04:05.123456Z'],
    [' 2026-02-28T23:59:59+14:00 ', '2026-02-28T09:59:59.000000Z', '2026-02-28T23:59:59+14:00'],
  ])('%s', (text, instant, at) => {
    expect(read(text)).toEqual([instant, at]);
  });

  it('without a zone is of the zone that is named, in summer and in winter', () => {
    const timeZone = 'Europe/Berlin';
    expect(read('2026-07-01 12:00', { timeZone })).toEqual([
      '2026-07-01T10:00:00.000000Z',
      '2026-07-01T12:00:00+02:00',
    ]);
    expect(read('2026-01-01 12:00', { timeZone })?.[1]).toBe('2026-01-01T12:00:00+01:00');
    // Its own zone wins.
    expect(read('2026-01-01T12:00:00-08:00', { timeZone })?.[1]).toBe('2026-01-01T12:00:00-08:00');
  });
});

it.each([
  // The clock goes from 02:00 to 03:00: what it never showed is counted on from the hour before.
  ['2026-03-29 01:59', '2026-03-29T00:59:00.000000Z', '2026-03-29T01:59:00+01:00'],
  ['2026-03-29 02:30', '2026-03-29T01:30:00.000000Z', '2026-03-29T02:30:00+01:00'],
  ['2026-03-29 03:00', '2026-03-29T01:00:00.000000Z', '2026-03-29T03:00:00+02:00'],
  // It shows 02:00 to 03:00 twice: the second is meant, unless an offset says otherwise.
  ['2026-10-25 01:59', '2026-10-24T23:59:00.000000Z', '2026-10-25T01:59:00+02:00'],
  ['2026-10-25 02:30', '2026-10-25T01:30:00.000000Z', '2026-10-25T02:30:00+01:00'],
  ['2026-10-25 02:30+02:00', '2026-10-25T00:30:00.000000Z', '2026-10-25T02:30:00+02:00'],
  ['1893-01-01 12:00', '1893-01-01T11:07:00.000000Z', null],
])('%s in a zone with summer time', (text, instant, at) => {
  const [found, foundAt] = read(text, { timeZone: 'Europe/Berlin' }) ?? [];
  expect(found).toBe(instant);
  if (at) expect(foundAt).toBe(at);
});

describe('what may be meant in two ways', () => {
  it('is refused with the choice named', () => {
    expect(read('03/04/2026 10:00')).toBe(
      '“03/04/2026 10:00” may be 3 April or 4 March. Say which: the date order dmy (day first) or mdy (month first).',
    );
  });

  it('is read as was chosen', () => {
    expect(read('03/04/2026', { dateOrder: 'dmy' })?.[1]).toBe('2026-04-03T00:00:00Z');
    expect(read('03-04-2026', { dateOrder: 'mdy' })?.[1]).toBe('2026-03-04T00:00:00Z');
  });

  it('and is against what was chosen is on no day', () => {
    expect(read('25/12/2026', { dateOrder: 'mdy' })).toMatch(
      /no day of the calendar, if it is mdy as was said\.$/,
    );
  });

  it('has a year of two digits', () => {
    expect(read('01/02/26')).toMatch(/year of two digits/);
  });
});

it.each([
  '',
  '2026-02-30',
  '2025-02-29T00:00:00Z',
  '2026-01-02T24:00:00Z',
  '2026-01-02T10:60:00Z',
  '13:00 PM',
  '2026-01-02 13:00 PM',
  '2026-01-02T00:00:00+15:00',
  '0000-00-00',
  '12345',
  '45658.5',
  'yesterday',
  'NaN',
  '２０２６-01-02',
  '2026-01-02T03:04:05Z; DROP TABLE events',
])('%j is no time', (text) => {
  expect(read(text)).toMatch(/\.$/);
});
