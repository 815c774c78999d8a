import { expect, test } from 'vitest';
import type { RecordListRow } from '@/lib/record-list';
import { subscriptionList } from '../subscription/subscription-list';
import { recordTable } from './record-file';

const row: RecordListRow = {
  id: '0d2b7c1e-9f53-4c5e-8a57-3f1d2c4b5a60',
  version: 3,
  title: 'SUB-1',
  status: Object.keys(subscriptionList.statuses ?? {})[0] ?? '',
  customerId: null,
  customerName: 'Bakery',
  amount: 1250,
  currency: 'EUR',
  fields: {},
  lastActorName: 'Ana',
  updatedAt: '2026-11-20T13:13:07.123456Z',
};

test('a list is a file of its own columns, amounts as decimals, a past one with its moment in every row', () => {
  const now = recordTable(subscriptionList, 'Europe/Berlin', null, 'was');
  const then = recordTable(subscriptionList, 'Europe/Berlin', '2026-11-21T00:00:00.000000Z', 'known');
  for (const { header, lines } of [now, then]) {
    const [cells = []] = lines(row);
    expect(cells).toHaveLength(header.length);
    expect(cells[header.indexOf('Status')]).toBe(Object.values(subscriptionList.statuses ?? {})[0]?.label);
    expect(cells[header.indexOf('Currency') - 1]).toBe('12.50');
    expect(cells[header.indexOf('Last change (Europe/Berlin)')]).toBe('2026-11-20 14:13:07');
  }
  expect(then.header.at(-1)).toBe('As known at (Europe/Berlin)');
  expect(then.lines(row)[0]?.at(-1)).toBe('2026-11-21 01:00:00');
  expect(now.json(row)).toMatchObject({ amount: 1250, exponent: 2, asOf: null });
});
