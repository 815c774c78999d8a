import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readStream } from '@/db/event-store';
import { command, createDraft, expectOk, undo } from '@/db/testing/invoices';
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database';
import { replay } from '@/lib/event-sourcing/replay';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { createPlainDatabase, type PlainDatabase } from '@/test/fixtures/plain-database';
import { nameId } from './name-id';
import { sayResult } from './report';
import { adoptFrom } from './testing/adopt-from';
import { resetShop, shopMapping } from './testing/shop';

let retrace: TestDatabase;
let shop: PlainDatabase;

beforeAll(async () => {
  shop = await createPlainDatabase();
});

beforeEach(async () => {
  await retrace?.drop();
  retrace = await createTestDatabase();
  await resetShop(shop);
});

afterAll(async () => {
  await Promise.all([retrace?.drop(), shop?.drop()]);
});

const query = async (sql: string) => (await retrace.owner.$client.query(sql)).rows;
const adoptShop = (mapping: object = shopMapping(), options = {}) =>
  adoptFrom(shop.url, mapping, retrace.app, options);
const eventsOf = (key: string) => readStream(retrace.app.$client, nameId('shop', 'invoice', key));

describe('what an adopted invoice begins with', () => {
  test('created, finalized and paid, at the times of the source in its own time zone', async () => {
    await adoptShop();
    const [created, finalized, paid] = await eventsOf('1');
    expect(created).toMatchObject({
      type: 'invoice_created',
      cause: 'import',
      actor: { id: 'import:shop', kind: 'import', name: 'Import from shop' },
      occurredAt: '2024-03-01T09:30:00.000000Z',
      payload: {
        currency: 'EUR',
        customer: {
          id: nameId('shop', 'customer', '1'),
          name: 'Ada Lovelace',
          email: 'ada@example.com',
          address: 'Dorset Street 1, London',
        },
        dueDate: '2024-03-31',
        memo: 'Thanks',
        lines: [{ description: 'Anvil', quantity: '2', unitPrice: 1000, taxRate: 1900 }],
      },
      metadata: { channel: 'command_line', source: { mapping: 'shop', key: '1' } },
    });
    expect(finalized).toMatchObject({
      type: 'invoice_finalized',
      payload: { number: 'R-1', issueDate: '2024-03-01', finalizedAt: '2024-03-01T09:30:00.000000Z' },
    });
    // Paid on a day without a time: not before the hour of the same day at which it was issued.
    expect(paid).toMatchObject({
      type: 'payment_received',
      occurredAt: '2024-03-01T09:30:00.000000Z',
      payload: {
        payment: { amount: 2380, method: 'bank_transfer', receivedOn: '2024-03-01', reference: 'Order R-1' },
      },
    });
  });

  test('sent where it was, open where nothing was paid, in summer time', async () => {
    await adoptShop();
    const [created, , sent, ...more] = await eventsOf('2');
    expect(more).toEqual([]);
    expect(created).toMatchObject({
      occurredAt: '2024-07-05T07:00:00.123456Z',
      payload: { dueDate: null, memo: null },
    });
    expect(sent).toMatchObject({
      type: 'invoice_sent',
      occurredAt: '2024-07-05T10:00:00.000000Z',
      payload: { message: { to: 'ada@example.com', sentAt: '2024-07-05T10:00:00.000000Z' } },
    });
    expect(
      await query(
        'SELECT number, status, total_amount::int AS total, issue_date::text AS issued FROM invoices ORDER BY number',
      ),
    ).toEqual([
      { number: 'R-1', status: 'paid', total: 2380, issued: '2024-03-01' },
      { number: 'R-2', status: 'open', total: 1190, issued: '2024-07-05' },
      { number: 'R-3', status: 'partially_paid', total: 1100, issued: '2024-12-01' },
    ]);
  });

  test('is stored as it is read: trimmed, and the same when replayed', async () => {
    await adoptShop();
    for (const { stream_id: id, state } of await query(
      "SELECT stream_id, state FROM streams WHERE workflow = 'invoice'",
    )) {
      expect(replay(invoiceWorkflow, await readStream(retrace.app.$client, id))).toEqual(state);
    }
  });

  test('can be undone like any other', async () => {
    await adoptShop();
    const streamId = nameId('shop', 'invoice', '1');
    expectOk(await undo(retrace.app, streamId, { button: 'row', version: 3 }));
    expect(await query(`SELECT status FROM invoices WHERE stream_id = '${streamId}'`)).toEqual([
      { status: 'discarded' },
    ]);
  });

  test('says what it did, by currency', async () => {
    expect(sayResult(await adoptShop(), 0.25)).toBe(
      'Adopted 3 invoices, 4 lines, 2 customers; total EUR 35.70, JPY 1,100 in 0.3 s.',
    );
  });
});

describe('choices of the mapping', () => {
  test('a dry run writes nothing', async () => {
    expect(sayResult(await adoptShop(shopMapping(), { dryRun: true }), 0)).toBe(
      'Would adopt 3 invoices, 4 lines, 2 customers; total EUR 35.70, JPY 1,100 in 0.0 s.\n' +
        'This was a dry run: nothing was written.',
    );
    expect(await query('SELECT 1 FROM events')).toEqual([]);
    expect(await query('SELECT 1 FROM number_allocations')).toEqual([]);
  });

  test('rounding is counted', async () => {
    await resetShop(
      shop,
      'UPDATE order_items SET price = 10.005 WHERE id = 1; UPDATE order_items SET price = 20.015 WHERE id = 2;',
    );
    const { total: _, ...invoices } = shopMapping().invoices;
    const result = await adoptShop({ ...shopMapping(), invoices, rounding: 'half_even' });
    expect(sayResult(result, 0)).toContain('2 amounts rounded half to even');
    const prices = await query(
      "SELECT payload #> '{lines,0,unitPrice}' AS price FROM events WHERE type = 'invoice_created' ORDER BY occurred_at",
    );
    expect(prices.map((row) => row.price)).toEqual([1000, 2002, 400]);
  });

  test('an invalid e-mail address is left out, and counted by customer', async () => {
    await resetShop(shop, "UPDATE clients SET mail = 'nobody' WHERE id = 1;");
    const result = await adoptShop({ ...shopMapping(), invalidEmail: 'leave_out' });
    expect(sayResult(result, 0)).toContain('1 invalid e-mail address left out');
    expect(await query('SELECT DISTINCT customer_email FROM invoices')).toEqual([{ customer_email: null }]);
  });

  test('only some of the rows, amounts in minor units, customers on the invoice itself', async () => {
    await resetShop(
      shop,
      `ALTER TABLE orders ADD who text DEFAULT 'Somebody'; UPDATE order_items SET price = price * 100, vat = 0.19;`,
    );
    const { total: _, sent: __, ...invoices } = shopMapping().invoices;
    const { paid, ...plain } = invoices;
    const lines = {
      ...shopMapping().lines,
      description: ['sku', 'sku'],
      taxRate: { column: 'vat', unit: 'fraction' },
    };
    const only = { column: 'state', isNot: ['draft', 'open', null] };
    const mapping = {
      ...shopMapping(),
      amounts: 'minor_units',
      invoices: { ...plain, only },
      customers: { name: 'who' },
      lines,
    };
    expect((await adoptShop(mapping)).survey.invoices).toBe(2);
    expect(
      await query(
        'SELECT number, customer_name, net_amount::int AS net, status FROM invoices ORDER BY number',
      ),
    ).toEqual([
      { number: 'R-1', customer_name: 'Somebody', net: 2000, status: 'open' },
      { number: 'R-3', customer_name: 'Somebody', net: 100_000, status: 'open' },
    ]);
    expect(paid).toBeDefined();
  });
});

describe('run again', () => {
  test('adds what is new, names what changed and what is gone, and changes nothing', async () => {
    await adoptShop();
    const before = await query(
      "SELECT stream_id, version, hash FROM streams WHERE workflow = 'invoice' ORDER BY stream_id",
    );
    await resetShop(
      shop,
      "UPDATE orders SET gross = 26.18, due = '2024-04-30' WHERE id = 1; UPDATE order_items SET price = 11 WHERE order_id = 1;",
      'DELETE FROM order_items WHERE order_id = 3; DELETE FROM orders WHERE id = 3;',
      "INSERT INTO orders VALUES (4, 2, 'R-4', 'EUR', '2025-01-01', NULL, NULL, 1, 'open');",
      "INSERT INTO order_items VALUES (5, 4, 'A', 1, 1, 0), (6, 2, 'B', 1, 1, 0);",
    );
    expect(sayResult(await adoptShop(), 0.1)).toBe(
      'Adopted 1 invoice, 1 line, 1 customer; total EUR 1.00 in 0.1 s.\n' +
        '2 already here; 2 changed at the source since: orders 1 (due date, total, line price), orders 2 (lines). They were left as they are here.\n' +
        '1 no longer at the source: orders 3. They stay as they are here.',
    );
    expect(
      await query('SELECT stream_id, version, hash FROM streams WHERE version > 2 ORDER BY stream_id'),
    ).toEqual(before);
    expect(await query("SELECT status FROM invoices WHERE number = 'R-4'")).toEqual([{ status: 'open' }]);
  });

  test('after it was interrupted adds the rest', async () => {
    await resetShop(
      shop,
      `INSERT INTO orders SELECT n, 1, 'X-' || n, 'EUR', '2025-01-01', NULL, NULL, 1, 'open' FROM generate_series(4, 1200) n;
       INSERT INTO order_items SELECT n + 10, n, 'A', 1, 1, 0 FROM generate_series(4, 1200) n;`,
    );
    await query(
      `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'disk full'; END $$`,
    );
    await query(`CREATE TRIGGER fails BEFORE INSERT ON streams FOR EACH ROW
      WHEN (new.stream_id = '${nameId('shop', 'invoice', '1200')}') EXECUTE FUNCTION fail()`);
    const failure: Error = await adoptShop().then(
      () => new Error('It was adopted.'),
      (error: Error) => error,
    );
    expect(failure.message).toBe('Stopped after 1,000 invoices were adopted. Run it again to add the rest.');
    expect(failure.cause).toMatchObject({ message: 'disk full' });
    const count = `SELECT (SELECT count(*) FROM streams WHERE workflow = 'invoice')::int AS records, (SELECT count(*) FROM invoices)::int AS rows,
      (SELECT count(*) FROM events WHERE workflow = 'invoice' AND version = 1)::int AS created, (SELECT count(*) FROM number_allocations)::int AS numbers`;
    expect(await query(count)).toEqual([{ records: 1000, rows: 1000, created: 1000, numbers: 1000 }]);
    await query('DROP TRIGGER fails ON streams');
    expect(sayResult(await adoptShop(), 0.1)).toContain('Adopted 200 invoices, 200 lines, 1 customer');
    expect(await query(count)).toEqual([{ records: 1200, rows: 1200, created: 1200, numbers: 1200 }]);
  });

  test('a mapping that reads one column more is no change at the source', async () => {
    const { dueDate: _, ...invoices } = shopMapping().invoices;
    await adoptShop({ ...shopMapping(), invoices });
    expect((await adoptShop()).survey.changed.count).toBe(0);
  });
});

describe('numbers', () => {
  test('that another record holds are refused, and nothing is written', async () => {
    const draft = await createDraft(retrace.app);
    expectOk(await command(retrace.app, draft, { type: 'finalize_invoice' }));
    await resetShop(shop, "UPDATE orders SET order_no = 'INV-0001' WHERE id = 2;");
    await expect(adoptShop()).rejects.toThrow(
      `orders 2, column order_no: “INV-0001” is the number of another record in Retrace (${draft}).`,
    );
    expect(await query("SELECT 1 FROM events WHERE cause = 'import'")).toEqual([]);
  });

  test('that were adopted are passed over by our own series, without a gap', async () => {
    await resetShop(
      shop,
      "UPDATE orders SET order_no = 'INV-0001' WHERE id = 1; UPDATE orders SET order_no = 'INV-0002' WHERE id = 2; UPDATE orders SET order_no = 'INV-0004' WHERE id = 3;",
    );
    await adoptShop();
    expect(await query("SELECT next::int FROM number_series WHERE name = 'invoice'")).toEqual([{ next: 3 }]);
    const numbers: unknown[] = [];
    for (let n = 0; n < 2; n++) {
      const draft = await createDraft(retrace.app);
      expectOk(await command(retrace.app, draft, { type: 'finalize_invoice' }));
      numbers.push(...(await query(`SELECT number FROM invoices WHERE stream_id = '${draft}'`)));
    }
    expect(numbers).toEqual([{ number: 'INV-0003' }, { number: 'INV-0005' }]);
  });
});

test('two runs with one mapping at once: the second is told to wait', async () => {
  const client = await retrace.app.$client.connect();
  await client.query("SELECT pg_advisory_lock(7382021, hashtext('shop'))");
  await expect(adoptShop()).rejects.toThrow('Another run with the mapping "shop" is under way.');
  client.release(true);
});
