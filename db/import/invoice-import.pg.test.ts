/** Rows as commands of invoices: what the rules allow is written, what they forbid is told by file and line. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseImportMapping } from '@/lib/import/mapping';
import { readStream } from '../event-store';
import { recordFaults } from '../integrity/record-faults';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { stage } from './stage';
import { recordIdOf } from './staged-row';
import { writeImport } from './write';

let test: TestDatabase;
let billing: string;
let mapping: ReturnType<typeof parseImportMapping>;
beforeAll(async () => {
  test = await createTestDatabase();
  billing = await readFile('test/fixtures/logs/billing.csv', 'utf8');
  mapping = parseImportMapping(JSON.parse(await readFile('test/fixtures/logs/billing.mapping.json', 'utf8')));
});
afterAll(() => test.drop());

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function importText(text: string, by = mapping) {
  const madeBy = { id: 'ana', name: 'Ana Novak' };
  const { importId, report } = await stage({
    db: test.app,
    bytes: once(text),
    fileName: 'billing.csv',
    mapping: by,
    madeBy,
  });
  return { report, written: await writeImport({ db: test.app, importId }) };
}

it('a log of invoices becomes invoices, with their numbers, amounts and days', async () => {
  const { report } = await importText(billing);
  expect(report).toMatchObject({ rows: 5, bad: 0, cases: 2 });
  const { rows } = await test.app.$client.query(
    `SELECT number, customer_name AS customer, status, currency, total_amount::int AS total, paid_amount::int AS paid,
            issue_date::text AS issued, due_date::text AS due
       FROM invoices ORDER BY customer_name DESC`,
  );
  expect(rows).toEqual([
    {
      number: 'R-2025-7',
      customer: 'Lindqvist Bakery AB',
      status: 'paid',
      currency: 'EUR',
      total: 144_472,
      paid: 144_472,
      issued: '2025-03-02',
      due: '2025-04-01',
    },
    {
      number: null,
      customer: 'Café Zoë',
      status: 'draft',
      currency: 'EUR',
      total: 8560,
      paid: 0,
      issued: null,
      due: null,
    },
  ]);
  for (const name of ['B-1', 'B-2'])
    expect(await recordFaults(test.app, recordIdOf('billing', name))).toEqual([]);
  const { rows: events } = await test.app.$client.query(
    'SELECT type, actor_name AS who, occurred_at FROM events WHERE stream_id = $1 ORDER BY version',
    [recordIdOf('billing', 'B-1')],
  );
  expect(events.map(({ type, who }) => [type, who])).toEqual([
    ['invoice_created', 'Ana'],
    ['line_added', 'Ana'],
    ['invoice_finalized', 'Bob'],
    ['payment_received', 'Import of billing'],
  ]);
  const { rows: customers } = await test.app.$client.query('SELECT name FROM customers ORDER BY name');
  expect(customers.map(({ name }) => name)).toEqual(['Café Zoë', 'Lindqvist Bakery AB']);
});

it('twice adds nothing', async () => {
  const count = async () => (await test.app.$client.query('SELECT count(*) FROM events')).rows[0].count;
  const before = await count();
  await importText(billing);
  expect(await count()).toBe(before);
});

it('twice adds nothing either where a row changed nothing, though the invoice went on and came back', async () => {
  const columns = (billing.split('\n')[0] ?? '').split(',');
  const row = (at: string, event: string, cells: Record<string, string> = {}) =>
    columns
      .map((name) => ({ invoice: 'B-5', event, at: `2025-06-0${at}:00+01:00`, ...cells })[name] ?? '')
      .join(',');
  const due = (at: string, day: string) => row(at, 'Due', { due: day });
  const withDue = parseImportMapping({
    ...mapping,
    activities: { ...mapping.activities, Due: { command: 'change_details', fields: { dueDate: 'due' } } },
  });
  const opened = billing.split('\n').find((line) => line.includes('Opened')) ?? '';
  const first = columns.map((name, n) => (name === 'invoice' ? 'B-5' : opened.split(',')[n])).join(',');
  const rows = [due('1T09', '2025-07-01'), due('2T09', '2025-07-01'), due('3T09', '2025-08-01')];
  const file = (...lines: string[]) => `${[columns.join(','), first, ...lines].join('\n')}\n`;
  const dueNow = async () =>
    (await readStream(test.app.$client, recordIdOf('billing', 'B-5'))).map(({ type }) => type);

  expect((await importText(file(...rows), withDue)).written).toEqual({ rows: 4, added: 3, present: 1 });
  const before = await dueNow();
  expect((await importText(file(...rows), withDue)).written).toMatchObject({ added: 0, present: 4 });
  expect(await dueNow()).toEqual(before);
  const grown = [...rows, due('4T09', '2025-09-01')];
  expect((await importText(file(...grown), withDue)).written).toMatchObject({ added: 1, present: 4 });
});

it('what the rules forbid, or the mapping does not know, is told by line, and nothing is written', async () => {
  const row = (invoice: string, event: string, rest: string) =>
    `${invoice},${event},2025-06-01T09:00:00+01:00,,${rest}\n`;
  const text = `${billing.split('\n')[0]}\n${[
    row('B-9', 'Opened', 'Nyström,,Rye,10,7,,,'),
    row('B-9', 'Paid', ',,,,,,,10'),
    row('B-9', 'Lost', ',,,,,,,'),
    row('B-9', 'Item', ',,Bread,ten,7,,,'),
    row('B-9', 'Issued', ',,,,,,R-2025-7,'),
  ].join('')}`;
  await expect(importText(text)).rejects.toThrow(
    /4 bad rows, so nothing was written:\n {2}billing\.csv, line 3: record_payment: .+\n {2}billing\.csv, line 4: The mapping says nothing of the activity “Lost”.+\n {2}billing\.csv, line 5: line\.unitPrice: .+\n {2}billing\.csv, line 6: The number R-2025-7 belongs to another record\./,
  );
  const { rows } = await test.app.$client.query('SELECT FROM streams WHERE stream_id = $1', [
    recordIdOf('billing', 'B-9'),
  ]);
  expect(rows).toEqual([]);
});

it('what follows on a row that opens no invoice is told so, and not of what it would need besides', async () => {
  const row = (event: string, rest: string) => `B-8,${event},2025-06-01T09:00:00+01:00,,${rest}\n`;
  const opened = row('Opened', 'Nyström,no address,Rye,10,7,,,');
  const text = `${billing.split('\n')[0]}\n${opened}${row('Item', ',,Bread,10,7,,,')}`;
  await expect(importText(text)).rejects.toThrow(
    /line 2: create_invoice, customer\.email: .+\n.+line 3: add_line: There is no such invoice: no row before this one opens it/,
  );
});
