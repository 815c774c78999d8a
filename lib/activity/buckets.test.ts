import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bucketsOf, bucketWords } from './buckets';

const zone = 'Europe/Berlin';
const hours = (a: string | undefined, b: string | undefined) =>
  (new Date(b ?? '').getTime() - new Date(a ?? '').getTime()) / 3_600_000;

describe('bars are round times of the viewer’s clock', () => {
  test('whole days over a month, each from midnight', () => {
    const { size, bounds } = bucketsOf(
      { from: '2026-10-10T22:00:00Z', to: '2026-11-20T23:00:00Z' },
      zone,
      60,
    );
    expect(bucketWords(size)).toBe('one day');
    expect(bounds.slice(0, 2)).toEqual(['2026-10-10T22:00:00.000Z', '2026-10-11T22:00:00.000Z']);
    expect(bounds.at(-1)).toBe('2026-11-20T23:00:00.000Z');
  });

  test('the day on which the clocks go back has 25 hours', () => {
    const { bounds } = bucketsOf({ from: '2026-10-23T22:00:00Z', to: '2026-10-26T23:00:00Z' }, zone, 8);
    expect(bounds.slice(1).map((bound, index) => hours(bounds[index], bound))).toContain(25);
  });

  test('three o’clock stays three o’clock when the clocks go back', () => {
    const { bounds } = bucketsOf({ from: '2026-10-24T22:00:00Z', to: '2026-10-27T23:00:00Z' }, zone, 30);
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
    for (const bound of bounds)
      expect(clock.format(new Date(bound))).toMatch(/^(00|03|06|09|12|15|18|21):00$/);
  });

  test('a range that begins and ends at odd times keeps them', () => {
    const { bounds, size } = bucketsOf(
      { from: '2026-11-10T13:05:07Z', to: '2026-11-10T14:50:30Z' },
      zone,
      10,
    );
    expect(bucketWords(size)).toBe('15 minutes');
    expect(bounds).toEqual(
      [
        '13:05:07',
        '13:15:00',
        '13:30:00',
        '13:45:00',
        '14:00:00',
        '14:15:00',
        '14:30:00',
        '14:45:00',
        '14:50:30',
      ].map((time) => `2026-11-10T${time}.000Z`),
    );
  });

  test('where no end was chosen the bars there are whole ones', () => {
    const span = { from: '2026-11-10T13:05:07Z', to: '2026-11-10T14:50:30Z', openStart: true, openEnd: true };
    const { bounds } = bucketsOf(span, zone, 10);
    expect([bounds[0], bounds.at(-1)]).toEqual(['2026-11-10T13:00:00.000Z', '2026-11-10T15:00:00.000Z']);
  });
});

const instant = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });

test('whatever the range: no gap, no overlap, all of it, and no more bars than there may be', () => {
  fc.assert(
    fc.property(
      instant,
      fc.integer({ min: 0, max: 3_000_000_000 }),
      fc.constantFrom('Europe/Berlin', 'America/Sao_Paulo', 'Pacific/Apia', 'Australia/Lord_Howe', 'UTC'),
      (from, length, timeZone) => {
        const to = new Date(from.getTime() + length * 1000);
        const { bounds } = bucketsOf({ from: from.toISOString(), to: to.toISOString() }, timeZone);
        expect(bounds.length - 1).toBeLessThanOrEqual(160);
        expect(bounds[0]).toBe(from.toISOString());
        if (length > 0) expect(bounds.at(-1)).toBe(to.toISOString());
        expect(bounds.toSorted()).toEqual(bounds);
        expect(new Set(bounds).size).toBe(bounds.length);
      },
    ),
  );
});
