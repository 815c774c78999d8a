import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { commandSchemas } from './commands';
import { lineId } from './testing';
import { emptyInvoice, previewOf, type TypedInvoice, typedInvoice } from './typed-invoice';

const filledIn: TypedInvoice = {
  customer: {
    id: lineId(1),
    name: ' Lindqvist Bakery AB ',
    email: '',
    address: '',
    taxId: ' SE 556677-8899 ',
  },
  currency: 'EUR',
  dueDate: '',
  memo: '',
  lines: [
    { id: lineId(2), description: 'Rye flour', quantity: '2.50', unitPrice: '31', taxRate: '7' },
    { id: lineId(3), description: 'Delivery', quantity: '1', unitPrice: '1,054.20', taxRate: '19' },
  ],
};

test('what is filled in becomes the command', () => {
  const values = z.parse(typedInvoice('EUR'), filledIn);
  expect(
    z.parse(commandSchemas.create_invoice, { type: 'create_invoice', invoiceId: lineId(0), ...values }),
  ).toEqual({
    type: 'create_invoice',
    invoiceId: lineId(0),
    customer: {
      id: lineId(1),
      name: 'Lindqvist Bakery AB',
      email: null,
      address: null,
      taxId: 'SE 556677-8899',
    },
    currency: 'EUR',
    dueDate: null,
    memo: null,
    discounts: [],
    duplicateOf: null,
    lines: [
      { id: lineId(2), description: 'Rye flour', quantity: '2.5', unitPrice: 3100, taxRate: 700 },
      { id: lineId(3), description: 'Delivery', quantity: '1', unitPrice: 105420, taxRate: 1900 },
    ],
  });
});

test('a form that nobody filled in says what is missing, field by field', () => {
  const result = z.safeParse(typedInvoice('EUR'), emptyInvoice(lineId(1), lineId(2), 'EUR'));
  expect(result.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['customer.name', 'Name the customer.'],
    ['lines.0.description', 'Say what this line is for.'],
    ['lines.0.unitPrice', 'Write an amount like 1234.50.'],
  ]);
});

describe('the preview', () => {
  test('adds up what can be told', () => {
    const { amounts, totals } = previewOf(filledIn);
    expect(amounts).toEqual([7750, 105420]);
    expect(totals).toMatchObject({ net: 113170, tax: 542 + 20030, total: 133742 });
    expect(totals.taxes.map(({ rate }) => rate)).toEqual([700, 1900]);
  });

  test('leaves out a line that is half written, and doesn’t mind a missing description', () => {
    const [first, second] = filledIn.lines as [TypedInvoice['lines'][0], TypedInvoice['lines'][0]];
    const lines = [
      { ...first, quantity: '' },
      { ...second, description: '' },
    ];
    expect(previewOf({ ...filledIn, lines })).toMatchObject({
      amounts: [null, 105420],
      totals: { net: 105420 },
    });
  });

  test('reads amounts as the currency has them', () => {
    const lines = [
      { ...filledIn.lines[0], id: lineId(2), quantity: '2', unitPrice: '1500' } as TypedInvoice['lines'][0],
    ];
    expect(previewOf({ currency: 'JPY', lines })).toMatchObject({ currency: 'JPY', amounts: [3000] });
    expect(previewOf({ currency: 'no such', lines })).toMatchObject({ currency: 'EUR', amounts: [300_000] });
  });
});
