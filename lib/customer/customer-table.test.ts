import { expect, test } from 'vitest';
import type { CustomerListRow } from './customer-list';
import { customerTable } from './customer-table';

const row: CustomerListRow = {
  id: '0f5a4c3e-1b2d-4c3e-8f5a-4c3e1b2d0f5a',
  name: 'Lindqvist Bakery AB',
  email: null,
  archived: false,
  invoiceCount: 3,
  balances: [
    { currency: 'EUR', open: 114_950, overdue: 0 },
    { currency: 'JPY', open: 1000, overdue: 1000 },
  ],
  updatedAt: '2026-11-20T13:13:07.123456Z',
};
const table = customerTable('Europe/Berlin');

test('a customer has a line for each currency, so that amounts are numbers', () => {
  expect(table.lines(row)).toEqual([
    ['Lindqvist Bakery AB', null, 'no', 3, 'EUR', '1149.50', '0.00', '2026-11-20 14:13:07', row.id],
    ['Lindqvist Bakery AB', null, 'no', 3, 'JPY', '1000', '1000', '2026-11-20 14:13:07', row.id],
  ]);
  expect(table.header).toContain('Last change (Europe/Berlin)');
});

test('one who owes nothing has a line as long as the header', () => {
  const [line, ...more] = table.lines({ ...row, balances: [] });
  expect(more).toEqual([]);
  expect(line).toHaveLength(table.header.length);
});

test('for programs a customer is one object, its balances exact', () => {
  expect(table.json(row)).toMatchObject({
    name: 'Lindqvist Bakery AB',
    invoices: 3,
    balances: [
      { currency: 'EUR', exponent: 2, open: { minorUnits: 114_950, decimal: '1149.50' } },
      { currency: 'JPY', exponent: 0, overdue: { minorUnits: 1000, decimal: '1000' } },
    ],
    changedAt: '2026-11-20T13:13:07.123456Z',
  });
});
