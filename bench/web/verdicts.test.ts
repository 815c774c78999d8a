import { describe, expect, test } from 'vitest';
import { judgeDrag, judgePage, judgeRoute, percentile, tableOf, type Visit } from './verdicts';

const good: Visit = { lcp: 600, inp: 40, cls: 0.01, script: 200 * 1024 };
const verdicts = (rows: readonly { measure: string; met: boolean }[]) =>
  rows.filter(({ met }) => !met).map(({ measure }) => measure);

describe('a page', () => {
  test('that keeps to its budgets is told so', () => {
    const rows = judgePage('Invoices', '/invoices', [good, good, good]);
    expect(verdicts(rows)).toEqual([]);
    expect(rows.map(({ value, budget }) => [value, budget])).toEqual([
      ['600 ms', '1500 ms'],
      ['40 ms', '100 ms'],
      ['0.010', '0.05'],
      ['200.0 KB', '220.0 KB'],
    ]);
  });

  test('may be slow once in three visits, but may not move once', () => {
    expect(
      verdicts(judgePage('Invoices', '/invoices', [good, { ...good, lcp: 9000, inp: 500 }, good])),
    ).toEqual([]);
    expect(verdicts(judgePage('Invoices', '/invoices', [good, { ...good, cls: 0.2 }, good]))).toEqual([
      'layout shift (CLS)',
    ]);
  });

  test('has the budget of its route', () => {
    const heavy = [{ ...good, script: 240 * 1024 }];
    expect(verdicts(judgePage('Invoices', '/invoices', heavy))).toEqual(['first-load JavaScript']);
    expect(verdicts(judgePage('An invoice', '/invoices/[id]', heavy))).toEqual([]);
  });

  test('misses what is over its budget by the least', () => {
    const bad = { lcp: 1501, inp: 101, cls: 0.051, script: 220 * 1024 + 1 };
    expect(verdicts(judgePage('Invoices', '/invoices', [bad]))).toEqual([
      'largest paint (LCP)',
      'answer to input (INP)',
      'layout shift (CLS)',
      'first-load JavaScript',
    ]);
  });
});

describe('dragging', () => {
  const smooth = Array.from({ length: 990 }, () => 16.7);

  test('is smooth with one frame in a hundred that hangs', () => {
    const rows = judgeDrag('Drag', '/invoices/[id]', {
      frames: [...smooth, ...Array(10).fill(50)],
      heap: 90e6,
    });
    expect(verdicts(rows)).toEqual([]);
    expect(rows.map(({ value }) => value)).toEqual(['16.7 ms', '1.0 %', '90 MB']);
  });

  test('is not with eleven, with a slow frame in ten, or with too much memory', () => {
    expect(
      verdicts(
        judgeDrag('Drag', '/invoices/[id]', { frames: [...smooth, ...Array(11).fill(50)], heap: 90e6 }),
      ),
    ).toEqual(['frames over 33 ms']);
    expect(
      verdicts(
        judgeDrag('Drag', '/invoices/[id]', { frames: [...smooth, ...Array(110).fill(20)], heap: 160e6 }),
      ),
    ).toEqual(['p95 frame, dragging', 'script heap']);
  });

  test('that drew nothing is no result', () => {
    expect(() => judgeDrag('Drag', '/invoices/[id]', { frames: [], heap: 1 })).toThrow(
      'Nothing was measured',
    );
  });
});

test('a route that is not visited is judged by its build', () => {
  const load = { route: '/account', bytes: 221 * 1024, chunks: [] };
  expect(judgeRoute(load)).toMatchObject({ page: '/account', value: '221.0 KB', met: false });
});

test('a percentile is one of the values', () => {
  expect(percentile([5, 1, 4, 2, 3], 0.95)).toBe(5);
  expect(percentile([5, 1, 4, 2, 3], 0.2)).toBe(1);
});

test('the table names page, measure, value, budget and verdict', () => {
  const rows = judgePage('Invoices', '/invoices', [{ ...good, lcp: 1900 }]);
  const [head, first, second] = tableOf(rows).split('\n');
  expect(head).toMatch(/^page\s+measure\s+value\s+budget$/);
  expect(first).toMatch(/^Invoices\s+largest paint \(LCP\)\s+1900 ms\s+1500 ms\s+MISSED$/);
  expect(second).toMatch(/40 ms\s+100 ms\s+ok$/);
});
