import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database';
import { createPlainDatabase, type PlainDatabase } from '@/test/fixtures/plain-database';
import { adoptFrom } from './testing/adopt-from';
import { resetShop, shopMapping } from './testing/shop';

let retrace: TestDatabase;
let shop: PlainDatabase;

beforeAll(async () => {
  [retrace, shop] = await Promise.all([createTestDatabase(), createPlainDatabase()]);
});

afterAll(async () => {
  await Promise.all([retrace?.drop(), shop?.drop()]);
});

/** The message of a run that must fail, which must leave nothing behind. */
async function refusal(mapping: object, ...changes: string[]): Promise<string> {
  await resetShop(shop, ...changes);
  const error = await adoptFrom(shop.url, mapping, retrace.app).then(
    () => new Error('It was adopted.'),
    (failure: Error) => failure,
  );
  const { rows } = await retrace.owner.$client.query(
    'SELECT (SELECT count(*) FROM events)::int + (SELECT count(*) FROM number_allocations)::int AS written',
  );
  expect(rows).toEqual([{ written: 0 }]);
  return error.message;
}

const cases: [what: string, change: string, message: string][] = [
  ['a null number', 'UPDATE orders SET order_no = NULL WHERE id = 3', 'orders 3, column order_no: is empty'],
  [
    'an invisible character around a number',
    "UPDATE orders SET order_no = E'R-3\\t' WHERE id = 3",
    'orders 3, column order_no: “R-3\\t”',
  ],
  [
    'a number that occurs twice',
    "UPDATE orders SET order_no = ' R-1' WHERE id = 3",
    'orders 1, column order_no: “R-1” is the number of more than one invoice: 1, 3',
  ],
  [
    'an unknown currency',
    "UPDATE orders SET cur = 'EURO' WHERE id = 3",
    'orders 3, column cur: “EURO” is no ISO 4217',
  ],
  [
    'a date in the future',
    "UPDATE orders SET placed = now() + interval '2 days' WHERE id = 2",
    'orders 2, column placed: ',
  ],
  [
    'a date before 1900',
    "UPDATE orders SET placed = '1899-12-31' WHERE id = 3",
    'orders 3, column placed: “1899-12-31 00:00:00” lies before 1900',
  ],
  [
    'an infinite date',
    "UPDATE orders SET placed = 'infinity' WHERE id = 3",
    'orders 3, column placed: “infinity” is no date',
  ],
  [
    'a due date out of bounds',
    "UPDATE orders SET due = '2990-01-01' WHERE id = 3",
    'orders 3, column due: “2990-01-01” does not fit',
  ],
  [
    'a payment before the invoice',
    "UPDATE orders SET paid_on = '2024-02-28' WHERE id = 1",
    'orders 1, column paid_on: 2024-02-28 lies before the invoice was issued, on 2024-03-01',
  ],
  [
    'a payment without a date',
    'UPDATE orders SET paid_on = NULL WHERE id = 1',
    'orders 1, column paid_on: is empty',
  ],
  [
    'a payment without an amount',
    'UPDATE orders SET paid_sum = 0 WHERE id = 1',
    'orders 1, column paid_sum: is empty or zero',
  ],
  [
    'a sending to nobody',
    "UPDATE orders SET mailed = '2025-01-01' WHERE id = 3",
    'orders 3, column client → clients.mail: is empty',
  ],
  [
    'three decimals',
    'UPDATE order_items SET price = 9.995 WHERE id = 2',
    'order_items 2 (invoice 2), column price: “9.9950” has 3 decimals, but EUR has 2 decimals; "rounding"',
  ],
  [
    'decimals of a yen',
    'UPDATE order_items SET price = 400.5 WHERE id = 3',
    'order_items 3 (invoice 3), column price: “400.5000” has 1 decimals, but JPY has no decimals',
  ],
  [
    'a price below zero',
    'UPDATE order_items SET price = -1 WHERE id = 3',
    'order_items 3 (invoice 3), column price: “-1.0000” does not fit',
  ],
  [
    'a price that is no number',
    "UPDATE order_items SET price = 'NaN' WHERE id = 3",
    'order_items 3 (invoice 3), column price: “NaN” is no amount',
  ],
  [
    'no price',
    'UPDATE order_items SET price = NULL WHERE id = 3',
    'order_items 3 (invoice 3), column price: is empty',
  ],
  [
    'a quantity of zero',
    'UPDATE order_items SET qty = 0 WHERE id = 3',
    'order_items 3 (invoice 3), column qty: “0.0000” is not more than zero',
  ],
  [
    'a quantity below zero',
    'UPDATE order_items SET qty = -1 WHERE id = 4',
    'order_items 4 (invoice 3), column qty: “-1.0000” is not more than zero',
  ],
  [
    'a quantity that is too fine',
    'UPDATE order_items SET qty = 0.0001 WHERE id = 4',
    'order_items 4 (invoice 3), column qty: “0.0001” has 4 decimals',
  ],
  [
    'a tax rate beyond 100 %',
    'UPDATE order_items SET vat = 101 WHERE id = 4',
    'order_items 4 (invoice 3), column vat: “101.000” is not between',
  ],
  [
    'a total that its lines do not make',
    'UPDATE orders SET gross = 24 WHERE id = 1',
    'orders 1, column gross: says €24.00, but the lines with their tax come to €23.80',
  ],
  [
    'an invoice without lines',
    'DELETE FROM order_items WHERE order_id = 2',
    'orders 2, column id: has no lines in "order_items"',
  ],
  [
    'a line of no invoice',
    'INSERT INTO order_items VALUES (9, 99, NULL, 1, 1, 0)',
    'order_items 9, column order_id: “99” is not in the table "orders"',
  ],
  [
    'a line without an invoice',
    "INSERT INTO order_items VALUES (9, NULL, 'A', 1, 1, 0)",
    'order_items 9, column order_id: is empty',
  ],
  [
    'a line without a product',
    "UPDATE order_items SET sku = 'Z' WHERE id = 4",
    'order_items 4 (invoice 3), column sku → products.title: is empty',
  ],
  [
    'lines that cannot be told apart',
    'UPDATE order_items SET id = 3 WHERE id = 4',
    'order_items 3 (invoice 3), column id: occurs more than once',
  ],
  [
    'a customer that is not there',
    'UPDATE orders SET client = 7 WHERE id = 3',
    'orders 3, column client: “7” is not in the table "clients"',
  ],
  ['no customer', 'UPDATE orders SET client = NULL WHERE id = 3', 'orders 3, column client: is empty'],
  [
    'a customer without a name',
    'UPDATE clients SET "Full Name" = \' \' WHERE id = 2',
    'clients 2, column Full Name: is empty',
  ],
  [
    'a bad e-mail address',
    "UPDATE clients SET mail = 'nobody' WHERE id = 2",
    'clients 2, column mail: “nobody” is no e-mail address; "invalidEmail": "leave_out"',
  ],
  [
    'text that is too long',
    "UPDATE orders SET note = repeat('x', 2001) WHERE id = 3",
    'orders 3, column note: “xxx',
  ],
  [
    'an invoice key that occurs twice',
    'UPDATE orders SET id = 2 WHERE id = 3',
    'orders 2, column id: occurs 2 times',
  ],
  [
    'an invoice without a key',
    'UPDATE orders SET id = NULL WHERE id = 3',
    'orders (without key), column id: is empty in 1 of its rows',
  ],
  [
    'a product that occurs twice',
    "INSERT INTO products VALUES ('A', 'Anvil, large')",
    'products A, column sku: occurs 2 times',
  ],
];

describe('a source that cannot be adopted leaves nothing written, and the message names row and column', () => {
  test.each(cases)('%s', async (_, change, message) => {
    expect(await refusal(shopMapping(), `${change};`)).toContain(message);
  });

  test('several at once are all told, each customer once', async () => {
    const message = await refusal(
      shopMapping(),
      "UPDATE clients SET mail = 'nobody' WHERE id = 1;",
      'UPDATE order_items SET qty = 0;',
    );
    expect(message).toMatch(/^The source has 5 problems, so nothing was written:/);
    expect(message.match(/nobody/g)).toHaveLength(1);
    expect(message).toContain('order_items 4 (invoice 3), column qty');
  });

  test('of very many the first twenty are told', async () => {
    const message = await refusal(
      { ...shopMapping() },
      "INSERT INTO orders SELECT n, 1, 'X-' || n, 'EUR', '2024-01-01', NULL, NULL, 0, 'open' FROM generate_series(100, 199) n;",
    );
    expect(message).toMatch(/^The source has 100 problems, so nothing was written, the first 20 of them:/);
    expect(message.split('\n')).toHaveLength(22);
  });

  test('a bad row behind thousands of good ones', async () => {
    const message = await refusal(
      { ...shopMapping(), name: 'large' },
      `INSERT INTO orders SELECT n, 1, 'X-' || n, 'EUR', '2024-01-01', NULL, NULL, 11.9, 'open' FROM generate_series(100, 2099) n;
       INSERT INTO order_items SELECT n, n, 'A', 1, 10, 19 FROM generate_series(100, 2099) n;
       UPDATE orders SET placed = '2025-06-01' WHERE id = 3; UPDATE order_items SET vat = NULL WHERE order_id = 3;`,
    );
    expect(message).toContain('The source has 2 problems');
  });
});

describe('a mapping that does not fit the source', () => {
  test('an unknown table or column names the nearest', async () => {
    const mapping = shopMapping();
    mapping.invoices.table = 'order';
    mapping.lines.unitPrice = 'prize';
    mapping.customers.address = ['street', 'city'];
    mapping.lines.description.table = 'product';
    const message = await refusal(mapping);
    expect(message).toContain(
      'invoices.table: The source has no table "order". Nearest: "orders", "order_items".',
    );
    expect(message).toContain(
      'lines.unitPrice: The table "order_items" has no column "prize". Nearest: "price".',
    );
    expect(message).toContain(
      'customers.address.1: The table "clients" has no column "city". There are "id", "Full Name", "mail", "street", "town".',
    );
    expect(message).toContain(
      'lines.description.table: The source has no table "product". Nearest: "products".',
    );
    expect(message.split('\n')).toHaveLength(5);
  });

  test('quotes in names stay names', async () => {
    const mapping = shopMapping();
    mapping.invoices.memo = `note"; DROP TABLE orders; --`;
    expect(await refusal(mapping)).toContain(
      'The table "orders" has no column "note"; DROP TABLE orders; --".',
    );
  });
});
