import { expect, it } from 'vitest';
import { receiveTotals, sendTotals } from './sent-totals';
import { accumulate, compareTotals, owedIn, type StatusTotals } from './status-totals';

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
    {
      currency: 'EUR',
      owed: { before: 300n, now: 100n },
      rows: [
        {
          currency: 'EUR',
          status: 'open',
          before: { count: 3, total: 300n },
          now: { count: 1, total: 100n },
        },
        {
          currency: 'EUR',
          status: 'paid',
          before: { count: 0, total: 0n },
          now: { count: 2, total: 200n },
        },
      ],
    },
    {
      currency: 'SEK',
      owed: { before: 50n, now: 0n },
      rows: [
        {
          currency: 'SEK',
          status: 'open',
          before: { count: 1, total: 50n },
          now: { count: 0, total: 0n },
        },
      ],
    },
  ]);
  expect(compareTotals([], [])).toEqual([]);
});

it('adds up what each stretch of time moved, and leaves out what is no more', () => {
  const movements = [
    [totals('EUR', 'open', 2, 200n)],
    [],
    [totals('EUR', 'open', -2, -200n), totals('EUR', 'paid', 2, 200n)],
  ];
  expect(accumulate(movements)).toEqual([
    [totals('EUR', 'open', 2, 200n)],
    [totals('EUR', 'open', 2, 200n)],
    [totals('EUR', 'paid', 2, 200n)],
  ]);
});

it('sends sums beyond what JSON’s numbers hold, exactly', () => {
  const movements = [[], [totals('EUR', 'open', -1, -9_007_199_254_740_993n)]];
  const sent = sendTotals(['2026-11-10T00:00:00.000Z'], movements);
  expect(receiveTotals(JSON.parse(JSON.stringify(sent)))).toEqual(movements);
});

it('counts as owed what is open or partly paid in that currency only', () => {
  const now = [totals('EUR', 'open', 1, 100n), totals('EUR', 'paid', 1, 40n), totals('SEK', 'open', 1, 7n)];
  expect(owedIn(now, 'EUR')).toBe(100n);
});
