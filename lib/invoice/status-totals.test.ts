import { expect, it } from 'vitest';
import { compareTotals, type StatusTotals } from './status-totals';

const totals = (
  currency: 'EUR' | 'SEK',
  status: 'open' | 'paid',
  count: number,
  total: bigint,
): StatusTotals => ({
  currency,
  status,
  count,
  total,
  balance: total,
});

it('puts two moments side by side, the most used currency first, statuses in the order of an invoice’s life', () => {
  const then = [totals('SEK', 'open', 1, 50n), totals('EUR', 'open', 3, 300n)];
  const now = [totals('EUR', 'paid', 2, 200n), totals('EUR', 'open', 1, 100n)];
  expect(compareTotals(then, now)).toEqual([
    { currency: 'EUR', status: 'open', before: { count: 3, total: 300n }, now: { count: 1, total: 100n } },
    { currency: 'EUR', status: 'paid', before: { count: 0, total: 0n }, now: { count: 2, total: 200n } },
    { currency: 'SEK', status: 'open', before: { count: 1, total: 50n }, now: { count: 0, total: 0n } },
  ]);
  expect(compareTotals([], [])).toEqual([]);
});
