import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStream } from '@/db/event-store';
import { recordFaults } from '@/db/integrity/record-faults';
import type { TestDatabase } from '@/db/testing/test-database';
import { companyId } from '@/lib/company/company';
import { initialCompany as company } from '@/lib/company-settings';
import { formatTime } from '@/lib/format-time';
import { bulkMistakeOn } from './bulk-mistake';
import { OfficeCalendar } from './office-calendar';
import { bulkMistake } from './stories';
import { createDemoDatabase, loadingTime, now, team } from './testing';

let test: TestDatabase;
beforeAll(async () => {
  test = await createDemoDatabase();
}, loadingTime);
afterAll(() => test.drop());

async function query<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await test.app.$client.query(text, values)).rows as Row[];
}

const clock = (at: Date, style: 'day' | 'time') =>
  formatTime(at, style, { timeZone: company.timeZone, hourCycle: 'h23' });

describe('the demo company', () => {
  it('has about 300 invoices and 4,500 events over 120 days, by six people, an agent and the system', async () => {
    // Its own: the log of the workshop tells of other people.
    const [counts] = await query<Record<'invoices' | 'events' | 'days', number>>(
      `SELECT (SELECT count(*)::int FROM invoices) AS invoices, count(*)::int AS events,
              extract(day FROM max(occurred_at) - min(occurred_at))::int AS days FROM events WHERE workflow <> 'record'`,
    );
    expect(counts?.invoices).toBeGreaterThan(290);
    expect(counts?.invoices).toBeLessThan(330);
    expect(counts?.events).toBeGreaterThan(4300);
    expect(counts?.events).toBeLessThan(5000);
    expect(counts?.days).toBeGreaterThanOrEqual(116);
    expect(counts?.days).toBeLessThanOrEqual(121);
    const actors = await query(
      "SELECT DISTINCT actor_kind AS kind, actor_name AS name FROM events WHERE workflow <> 'record'",
    );
    expect(actors).toHaveLength(8);
    expect(actors).toEqual(
      expect.arrayContaining([
        ...Object.values(team).map(({ name }) => ({ kind: 'user', name })),
        { kind: 'agent', name: 'Dunning agent' },
        { kind: 'system', name: 'Billing' },
      ]),
    );
  });

  it('has invoices in every status, most of them paid, and in four currencies', async () => {
    const rows = await query<{ status: string; count: number }>(
      'SELECT status, count(*)::int FROM invoices GROUP BY status',
    );
    const count = Object.fromEntries(rows.map((row) => [row.status, row.count]));
    expect(Object.keys(count)).toHaveLength(7);
    expect(count.paid).toBeGreaterThan(180);
    for (const [status, least, most] of [
      ['draft', 10, 20],
      ['open', 50, 75],
      ['partially_paid', 7, 15],
      ['uncollectible', 3, 12],
      ['void', 3, 10],
      ['discarded', 3, 10],
    ] as const) {
      expect(count[status], status).toBeGreaterThanOrEqual(least);
      expect(count[status], status).toBeLessThanOrEqual(most);
    }
    const currencies = await query('SELECT DISTINCT currency FROM invoices ORDER BY 1');
    expect(currencies.map((row) => (row as { currency: string }).currency)).toEqual(
      expect.arrayContaining(['EUR', 'JPY', 'KWD', 'USD']),
    );
  });

  it('works in office hours but for its programs, and on a day off only on the last day', async () => {
    for (const { at, kind } of await query<{ at: Date; kind: string }>(
      'SELECT occurred_at AS at, actor_kind AS kind FROM events',
    )) {
      if (kind !== 'user') continue;
      expect(clock(at, 'time') >= '08:00' && clock(at, 'time') < '18:00', `${at}`).toBe(true);
      const off = /^S(at|un)/.test(clock(at, 'day')) && clock(at, 'day') !== 'Sunday 12 April';
      expect(off, `${at}`).toBe(false);
    }
  });

  it('has records that verify: no hole, every hash, replay = head = read tables', {
    timeout: 180_000,
  }, async () => {
    const faults: string[] = [];
    for (const { id } of await query<{ id: string }>('SELECT stream_id AS id FROM streams'))
      faults.push(...(await recordFaults(test.app, id)));
    expect(faults).toEqual([]);
  });

  it('never goes back in time within a record, and hands numbers out without a gap', async () => {
    expect(
      await query(
        `SELECT FROM events a JOIN events b ON b.stream_id = a.stream_id AND b.version = a.version + 1
          WHERE b.occurred_at < a.occurred_at`,
      ),
    ).toEqual([]);
    const [gap] = await query(
      `SELECT count(*)::int - (max(substr(number, 5)::int) - min(substr(number, 5)::int) + 1) AS missing
         FROM invoices WHERE number IS NOT NULL`,
    );
    expect(gap).toEqual({ missing: 0 });
  });

  it('was set up by Otto, who took back a slip of his own', async () => {
    const events = await readStream(test.app.$client, companyId);
    expect(events[0]).toMatchObject({ type: 'company_set_up', actor: { name: 'Otto Brandt' } });
    expect(events.filter(({ cause }) => cause === 'undo')).toHaveLength(1);
    const [settings] = await query<{ state: object }>('SELECT state FROM streams WHERE stream_id = $1', [
      companyId,
    ]);
    expect(settings?.state).toMatchObject({
      name: 'Northwind Supplies GmbH',
      timeZone: 'Europe/Berlin',
      approvalAbove: 100_000,
      paymentReference: 'creditor_reference',
    });
  });

  it('knows every customer that it wrote an invoice to', async () => {
    expect(await query('SELECT customer_id FROM invoices EXCEPT SELECT stream_id FROM customers')).toEqual(
      [],
    );
    expect(await query('SELECT FROM customers')).toHaveLength(60);
  });
});

describe('subscriptions and orders', () => {
  const statuses = async (workflow: string) =>
    Object.fromEntries(
      (
        await query<{ status: string; count: number }>(
          'SELECT status, count(*)::int FROM records WHERE workflow = $1 GROUP BY status',
          [workflow],
        )
      ).map(({ status, count }) => [status, count]),
    );

  it('are in every status that there is something to see in, and linked to invoices of the same customer', async () => {
    const subscriptions = await statuses('subscription');
    for (const status of ['active', 'past_due', 'paused', 'cancelled'])
      expect(subscriptions[status], status).toBeGreaterThan(status === 'past_due' ? 0 : 1);
    const orders = await statuses('order');
    for (const status of ['delivered', 'returned', 'cancelled'])
      expect(orders[status], status).toBeGreaterThan(1);
    const [links] = await query(
      `SELECT count(*)::int AS linked,
              count(*) FILTER (WHERE i.number = l.invoice->>'number' AND i.customer_id = r.customer_id)::int AS right
         FROM records r JOIN streams s USING (stream_id), jsonb_each(s.state->'invoices') AS l(id, invoice)
         LEFT JOIN invoices i ON i.stream_id = l.id::uuid`,
    );
    const { linked, right } = links as { linked: number; right: number };
    expect(linked).toBeGreaterThan(100);
    expect(right).toBe(linked);
  });
});

describe('the bulk mistake', () => {
  const ofOperation = 'FROM events e JOIN invoices i USING (stream_id) WHERE e.operation_id = $1';
  const overdueAt = (moment: string) =>
    query(
      `SELECT stream_id ${ofOperation} AND EXISTS (
         SELECT FROM invoice_versions v
          WHERE v.stream_id = e.stream_id AND v.valid_from <= $2 AND coalesce(v.valid_to, 'infinity') > $2
            AND v.status = 'open' AND v.due_date < $2::date)`,
      [bulkMistake.operationId, moment],
    );

  it('hit 40 open invoices at 2:13 PM in one operation of Bob’s, which says so in its metadata', async () => {
    const { day, instant } = bulkMistakeOn(OfficeCalendar.until(now));
    const rows = await query<{ at: Date; who: string; batch: object }>(
      `SELECT e.occurred_at AS at, e.actor_name AS who, e.metadata->'batch' AS batch ${ofOperation}`,
      [bulkMistake.operationId],
    );
    expect(rows).toHaveLength(bulkMistake.size);
    expect(day).toBe('2026-04-09');
    for (const { at, who, batch } of rows) {
      expect(clock(at, 'time')).toBe('14:13');
      expect(at.toISOString().slice(0, 23)).toBe(instant.slice(0, 23));
      expect([who, batch]).toEqual([bulkMistake.person, expect.objectContaining({ size: 40 })]);
    }
  });

  it('made all of them overdue at once; four were taken back by Mia, the rest stand', async () => {
    const { instant } = bulkMistakeOn(OfficeCalendar.until(now));
    const before = new Date(Date.parse(instant) - 1000).toISOString();
    expect(await overdueAt(before)).toHaveLength(0);
    expect(await overdueAt(instant)).toHaveLength(40);
    expect(await overdueAt(now.toISOString())).toHaveLength(40 - bulkMistake.repaired);
    const undone = await query(
      `SELECT r.actor_name AS who, r.reason ${ofOperation.replace('WHERE', 'JOIN events r ON r.stream_id = e.stream_id AND r.reverts_version = e.version WHERE')}`,
      [bulkMistake.operationId],
    );
    expect(undone).toEqual(
      Array.from({ length: 4 }, () => ({ who: 'Mia Torres', reason: expect.stringMatching(/last year/) })),
    );
  });
});
