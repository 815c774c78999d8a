import { expect, test } from 'vitest';
import { asOfTargets } from './as-of-targets';

const met = (moment: { page: number; totals: number | null }, now = 1, question = 'first page') =>
  asOfTargets([
    { question, moment: 'now', page: now, totals: 900 },
    { question, moment: 'middle', ...moment },
  ]).map((target) => target.met);

test('a page may take 50 ms, or three times as long as now; totals 300 ms', () => {
  expect(met({ page: 50, totals: 300 })).toEqual([true, true]);
  expect(met({ page: 51, totals: 10 })).toEqual([false, true]);
  expect(met({ page: 290, totals: 301 }, 100)).toEqual([true, false]);
});

test('of the time machine the totals are judged', () => {
  expect(met({ page: 301, totals: null }, 1, 'time machine: totals')).toEqual([true, false]);
  expect(met({ page: 900, totals: null }, 1, 'time machine: totals over time')).toEqual([true, true]);
});

test('what was missed is named', () => {
  const [pages] = asOfTargets([{ question: 'by due', moment: 'early', page: 80, totals: 1 }]);
  expect(pages?.sentence).toContain('MISSED by by due (early)');
});
