import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readStoredStream, readStream } from '@/db/event-store';
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database';
import { readStatusTotals } from '@/db/time-machine';
import { eventHash } from '@/lib/event-sourcing/chain';
import { replay } from '@/lib/event-sourcing/replay';
import type { Invoice } from '@/lib/invoice/invoice';
import { summarize } from '@/lib/invoice/summarize';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { loadChinook } from '@/test/fixtures/chinook/load';
import { createPlainDatabase, type PlainDatabase } from '@/test/fixtures/plain-database';
import type { AdoptResult } from './adopt';
import { sayResult } from './report';
import { adoptFrom } from './testing/adopt-from';

const mapping = readFileSync('examples/chinook.mapping.json', 'utf8');

let retrace: TestDatabase;
let source: PlainDatabase;
let result: AdoptResult;

beforeAll(async () => {
  [retrace, source] = await Promise.all([createTestDatabase(), createPlainDatabase()]);
  await loadChinook(source.url);
  result = await adoptFrom(source.url, mapping, retrace.app);
});

afterAll(async () => {
  await Promise.all([retrace?.drop(), source?.drop()]);
});

const query = async (sql: string) => (await retrace.owner.$client.query(sql)).rows;

describe('the Chinook shop, adopted', () => {
  test('is there whole: 412 invoices, 2,240 lines, 59 customers, 2,328.60', async () => {
    expect(sayResult(result, 0.4)).toBe(
      'Adopted 412 invoices, 2,240 lines, 59 customers; total USD 2,328.60 in 0.4 s.\n' +
        '1 invalid e-mail address left out, as the mapping says.',
    );
    expect(
      await query(`SELECT count(*)::int AS invoices, sum(line_count)::int AS lines, sum(total_amount)::int AS total,
                          count(DISTINCT customer_id)::int AS customers, count(DISTINCT number)::int AS numbers
                     FROM invoices WHERE status = 'paid' AND balance_amount = 0 AND currency = 'USD'`),
    ).toEqual([{ invoices: 412, lines: 2240, total: 232_860, customers: 59, numbers: 412 }]);
    expect(
      await query(`SELECT type, count(*)::int AS count FROM events WHERE workflow = 'invoice' AND cause = 'import' AND actor_kind = 'import'
                     AND actor_id = 'import:chinook' AND actor_name = 'Import from chinook' GROUP BY type ORDER BY type`),
    ).toEqual([
      { type: 'invoice_created', count: 412 },
      { type: 'invoice_finalized', count: 412 },
      { type: 'payment_received', count: 412 },
    ]);
  });

  test('stands at the times of the source', async () => {
    expect(
      await query(`SELECT extract(year FROM occurred_at)::int AS year, count(*)::int AS invoices
                     FROM events WHERE workflow = 'invoice' AND version = 1 GROUP BY 1 ORDER BY 1`),
    ).toEqual([
      { year: 2021, invoices: 83 },
      { year: 2022, invoices: 83 },
      { year: 2023, invoices: 83 },
      { year: 2024, invoices: 83 },
      { year: 2025, invoices: 80 },
    ]);
    expect(await query("SELECT 1 FROM events WHERE recorded_at < now() - interval '1 hour'")).toEqual([]);
  });

  test('is one operation an invoice, which replays to the read tables, with an unbroken chain', async () => {
    const ids = (await query('SELECT stream_id FROM invoices')).map((row) => row.stream_id as string);
    const client = retrace.app.$client;
    for (const id of ids) {
      const events = await readStream(client, id);
      expect(new Set(events.map((event) => event.operationId)).size).toBe(1);
      const state = replay<Invoice>(invoiceWorkflow, events);
      const summary = summarize(state);
      const [row] = await query(`SELECT number, customer_id AS "customerId", customer_name AS "customerName",
        customer_email AS "customerEmail", currency, status, net_amount::int AS "netAmount",
        tax_amount::int AS "taxAmount", total_amount::int AS "totalAmount", paid_amount::int AS "paidAmount",
        balance_amount::int AS "balanceAmount", line_count AS "lineCount", issue_date::text AS "issueDate",
        due_date::text AS "dueDate", disputed, awaits_approval AS "awaitsApproval",
        credited_amount::int AS "creditedAmount", refunded_amount::int AS "refundedAmount" FROM invoices WHERE stream_id = '${id}' AND version = ${events.length}`);
      expect(row).toEqual(summary);
      const [head] = await query(
        `SELECT state, encode(hash, 'hex') AS hash FROM streams WHERE stream_id = '${id}'`,
      );
      expect(head?.state).toEqual(state);
      let previous: Uint8Array | null = null;
      for (const { hash, ...columns } of await readStoredStream(client, id)) {
        previous = eventHash(previous, columns);
        expect(Buffer.from(previous).toString('hex')).toBe(hash);
      }
      expect(Buffer.from(previous ?? []).toString('hex')).toBe(head?.hash);
    }
  });

  test('has a span of time for every version, the last one open', async () => {
    expect(
      await query('SELECT count(*)::int AS versions, count(valid_to)::int AS closed FROM invoice_versions'),
    ).toEqual([{ versions: 1236, closed: 824 }]);
  });

  test('was there as it was in the past, but as known then nobody knew of it', async () => {
    const moment = { today: '2023-01-01', timeZone: 'UTC', asOf: '2023-01-01T00:00:00Z' };
    const count = async (sense: 'was' | 'known') => {
      const totals = await readStatusTotals(retrace.app, { ...moment, sense });
      return totals.map((row) => [row.status, row.count]);
    };
    expect(await count('was')).toEqual([['paid', 166]]);
    expect(await count('known')).toEqual([]);
  });

  test('gives each customer a record, from their first invoice on, in the name of the import', async () => {
    expect(
      await query(`SELECT count(*)::int AS customers, min(occurred_at)::text AS first, min(actor_name) AS by
                     FROM events WHERE type = 'customer_added' AND cause = 'import' AND actor_kind = 'import'`),
    ).toEqual([{ customers: 59, first: expect.stringMatching(/^20/), by: 'Import from chinook' }]);
    expect(
      await query(`SELECT count(*)::int AS different FROM customers c JOIN invoices i ON i.customer_id = c.stream_id
                    WHERE c.name <> i.customer_name`),
    ).toEqual([{ different: 0 }]);
  });

  test('keeps its numbers from being handed out again', async () => {
    expect(
      await query("SELECT count(*)::int AS count FROM number_allocations WHERE series = 'invoice'"),
    ).toEqual([{ count: 412 }]);
  });

  test('is the same when another thread helps', async () => {
    const other = await createTestDatabase();
    try {
      await adoptFrom(source.url, mapping, other.app, { threads: 1 });
      const states = 'SELECT stream_id, version, state, occurred_at FROM streams ORDER BY stream_id';
      expect((await other.owner.$client.query(states)).rows).toEqual(await query(states));
    } finally {
      await other.drop();
    }
  });

  test('adds nothing when it is adopted again', async () => {
    const again = await adoptFrom(source.url, mapping, retrace.app);
    expect(sayResult(again, 0.1)).toBe('412 already here, 0 new; none changed at the source since.');
    expect(
      await query('SELECT workflow, count(*)::int AS count FROM events GROUP BY workflow ORDER BY workflow'),
    ).toEqual([
      { workflow: 'customer', count: 59 },
      { workflow: 'invoice', count: 1236 },
    ]);
  });
});
