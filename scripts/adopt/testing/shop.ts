import type { PlainDatabase } from '@/test/fixtures/plain-database';

/** Tables as a small shop would have them, with three invoices that are in order. */
export const shopTables = `
  DROP TABLE IF EXISTS order_items, orders, clients, products;
  CREATE TABLE clients (id int PRIMARY KEY, "Full Name" text, mail text, street text, town text);
  CREATE TABLE products (sku text, title text);
  CREATE TABLE orders (
    id int, client int, order_no text, cur text, placed timestamp, due date, note text,
    gross numeric(12,4), state text, paid_on date, paid_sum numeric(12,4), mailed timestamptz
  );
  CREATE TABLE order_items (id int, order_id int, sku text, qty numeric(10,4), price numeric(12,4), vat numeric(6,3));
  INSERT INTO clients VALUES
    (1, ' Ada Lovelace ', 'ada@example.com', 'Dorset Street 1', 'London'), (2, 'Bo Ek', NULL, NULL, 'Umeå');
  INSERT INTO products VALUES ('A', '  Anvil'), ('B', 'Bell');
  INSERT INTO orders VALUES
    (1, 1, 'R-1', 'EUR', '2024-03-01 10:30', '2024-03-31', 'Thanks', 23.80, 'paid', '2024-03-01', 23.80, NULL),
    (2, 1, 'R-2', 'EUR', '2024-07-05 09:00:00.123456', NULL, '', 11.90, 'open', NULL, NULL, '2024-07-05 12:00+02'),
    (3, 2, 'R-3', 'JPY', '2024-12-01 23:59', '2024-12-31', NULL, 1100, 'paid', '2024-12-24', 500, NULL);
  INSERT INTO order_items VALUES
    (1, 1, 'A', 2, 10, 19), (2, 2, 'B', 0.5, 20, 19), (3, 3, 'A', 1, 400, 10), (4, 3, 'B', 3, 200, 10);
`;

/** How those tables are invoices. A function, because tests change it. */
export const shopMapping = () => ({
  name: 'shop',
  timeZone: 'Europe/Berlin',
  invoices: {
    table: 'orders',
    key: 'id',
    number: 'order_no',
    customer: 'client',
    currency: 'cur',
    issuedAt: 'placed',
    dueDate: 'due',
    memo: 'note',
    total: 'gross',
    sent: { at: 'mailed', to: { table: 'clients', key: 'id', matches: 'client', column: 'mail' } },
    paid: {
      when: { column: 'state', is: 'paid' },
      at: 'paid_on',
      amount: 'paid_sum',
      method: 'bank_transfer',
      reference: { template: 'Order {order_no}' },
    },
  },
  customers: { table: 'clients', key: 'id', name: 'Full Name', email: 'mail', address: ['street', 'town'] },
  lines: {
    table: 'order_items',
    key: 'id',
    invoice: 'order_id',
    description: { table: 'products', key: 'sku', matches: 'sku', column: 'title' },
    quantity: 'qty',
    unitPrice: 'price',
    taxRate: { column: 'vat', unit: 'percent' },
  },
});

/** Puts the shop back to how it was, with changes. */
export async function resetShop(shop: PlainDatabase, ...changes: string[]): Promise<void> {
  await shop.run([shopTables, ...changes].join('\n'));
}
