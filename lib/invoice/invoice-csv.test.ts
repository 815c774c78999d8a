import { expect, test } from 'vitest';
import { csvCells, csvColumns, csvHeader, invoiceTable } from './invoice-csv';
import type { InvoiceListRow } from './invoice-list';
import { defaultColumns, listColumns } from './list-columns';

const row: InvoiceListRow = {
  id: '0f5a4c3e-1b2d-4c3e-8f5a-4c3e1b2d0f5a',
  version: 3,
  number: 'INV-2001',
  customerName: 'Lindqvist Bakery AB',
  customerEmail: 'orders@lindqvist.example',
  currency: 'EUR',
  status: 'open',
  overdue: true,
  disputed: true,
  awaitsApproval: false,
  netAmount: 100_000,
  taxAmount: 19_000,
  totalAmount: 119_000,
  paidAmount: 4050,
  creditedAmount: 0,
  refundedAmount: 5,
  balanceAmount: 114_950,
  lineCount: 3,
  issueDate: '2026-10-01',
  dueDate: '2026-11-01',
  lastActorName: 'Ana Novak',
  updatedAt: '2026-11-20T13:13:07.123456Z',
};

const line = (of: Partial<InvoiceListRow>, columns = csvColumns(listColumns)) =>
  Object.fromEntries(
    csvHeader(columns, 'Europe/Berlin').map((name, index) => [
      name,
      csvCells({ ...row, ...of }, columns, 'Europe/Berlin')[index],
    ]),
  );

test('amounts are plain decimals, days ISO, and times in the zone that the header names', () => {
  expect(line({})).toEqual({
    Number: 'INV-2001',
    Customer: 'Lindqvist Bakery AB',
    Email: 'orders@lindqvist.example',
    Status: 'Open',
    Flags: 'Overdue, Disputed',
    Issued: '2026-10-01',
    Due: '2026-11-01',
    Lines: 3,
    Currency: 'EUR',
    Net: '1000.00',
    Tax: '190.00',
    Total: '1190.00',
    Credited: '0.00',
    Paid: '40.50',
    Refunded: '0.05',
    Balance: '1149.50',
    'Changed by': 'Ana Novak',
    'Last change (Europe/Berlin)': '2026-11-20 14:13:07',
  });
});

test('an amount has the decimals of its currency', () => {
  expect(line({ currency: 'JPY', totalAmount: 1000 })).toMatchObject({ Total: '1000', Currency: 'JPY' });
  expect(line({ currency: 'KWD', totalAmount: 1000 })).toMatchObject({ Total: '1.000', Currency: 'KWD' });
});

test('what nobody owes has no balance, what was paid too much a negative one', () => {
  expect(line({ status: 'draft' }).Balance).toBeNull();
  expect(line({ status: 'void' }).Balance).toBeNull();
  expect(line({ status: 'paid', balanceAmount: -150 })).toMatchObject({
    Balance: '-1.50',
    Flags: expect.stringContaining('Overpaid'),
  });
});

test('with an amount comes its currency, chosen or not', () => {
  expect(csvColumns(defaultColumns)).toEqual([
    'customer',
    'status',
    'due',
    'currency',
    'total',
    'balance',
    'changed',
  ]);
  expect(csvColumns(['email', 'customer'])).toEqual(['customer', 'email']);
});

test('a file of the past has its moment in every row, in the zone that the header names', () => {
  const table = invoiceTable(['due', 'total'], 'Europe/Berlin', '2026-11-23T13:13:05.000000Z');
  expect(table.header).toEqual(['Number', 'Due', 'Currency', 'Total', 'As of (Europe/Berlin)']);
  expect(table.lines(row)).toEqual([['INV-2001', '2026-11-01', 'EUR', '1190.00', '2026-11-23 14:13:05']]);
  expect(invoiceTable(['due'], 'Europe/Berlin', null).header).toEqual(['Number', 'Due']);
});

test('for programs a row has everything, amounts in minor units and as decimals', () => {
  const asOf = '2026-11-23T13:13:05.000000Z';
  const dinar = { ...row, currency: 'KWD', balanceAmount: -150 } as const;
  expect(invoiceTable(['due'], 'Europe/Berlin', asOf).json(dinar)).toMatchObject({
    id: row.id,
    number: 'INV-2001',
    version: 3,
    asOf,
    customer: { name: 'Lindqvist Bakery AB', email: 'orders@lindqvist.example' },
    status: 'open',
    flags: ['overdue', 'disputed'],
    currency: 'KWD',
    exponent: 3,
    total: { minorUnits: 119_000, decimal: '119.000' },
    balance: { minorUnits: -150, decimal: '-0.150' },
    changedAt: '2026-11-20T13:13:07.123456Z',
  });
  expect(invoiceTable(['due'], 'UTC', null).json({ ...row, status: 'draft' })).toMatchObject({
    balance: null,
  });
});
