import { expect, test } from 'vitest';
import type { RecordTotals } from '@/lib/record-list';
import { orderList } from '../order/order-list';
import { subscriptionList } from '../subscription/subscription-list';
import { sumsOf } from './record-sums';

const totals: RecordTotals[] = [
  { status: 'placed', currency: 'EUR', count: 2, amount: 1200n },
  { status: 'cancelled', currency: 'EUR', count: 3, amount: 5000n },
  { status: 'placed', currency: 'JPY', count: 2, amount: 900n },
  { status: 'discarded', currency: 'KWD', count: 1, amount: 7n },
];

test('statuses are counted over all currencies, and what was cancelled or taken back was not ordered', () => {
  expect(sumsOf(orderList, totals)).toEqual({
    statuses: [
      ['placed', 4],
      ['cancelled', 3],
      ['discarded', 1],
    ],
    amounts: [
      ['EUR', 1200n],
      ['JPY', 900n],
    ],
  });
});

test('prices of a month and of a year are not added up', () => {
  expect(sumsOf(subscriptionList, totals).amounts).toEqual([]);
});
