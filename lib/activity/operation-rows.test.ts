import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { operationRows, pageLength } from './operation-rows';

const event = (operationId: string, streamId: string) => ({ operationId, streamId });

describe('rows', () => {
  test('an operation over several records is one row, at the place of its first event', () => {
    const [a1, b, a2] = [event('a', 'r1'), event('b', 'r9'), event('a', 'r2')];
    expect(operationRows([a1, b, a2])).toEqual([[a1, a2], [b]]);
  });

  test('several events of one record are a row each, though they are one operation', () => {
    const [first, second] = [event('a', 'r1'), event('a', 'r1')];
    expect(operationRows([first, second])).toEqual([[first], [second]]);
  });
});

const events = fc.array(
  fc.record({
    operationId: fc.constantFrom('a', 'b', 'c', 'd'),
    streamId: fc.constantFrom('r1', 'r2', 'r3'),
  }),
);

test('no event is lost or doubled, and a page has no more rows than it may', () => {
  fc.assert(
    fc.property(events, fc.integer({ min: 1, max: 6 }), (all, mostRows) => {
      const page = all.slice(0, pageLength(all, mostRows));
      const rows = operationRows(page);
      expect(rows.length).toBeLessThanOrEqual(mostRows);
      expect(new Set(rows.flat())).toEqual(new Set(page));
      expect(rows.flat()).toHaveLength(page.length);
      if (all.length > 0) expect(page).not.toHaveLength(0);
    }),
  );
});
