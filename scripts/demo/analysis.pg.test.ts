/** What an analysis of the demo has to find: the tables of courses.ts and subscribers.ts, read from the events. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestDatabase } from '@/db/testing/test-database';
import { createDemoDatabase, loadingTime } from './testing';

let test: TestDatabase;
beforeAll(async () => {
  test = await createDemoDatabase();
}, loadingTime);
afterAll(() => test.drop());

async function shares(text: string): Promise<Record<string, number>> {
  const { rows } = await test.app.$client.query<{ key: string; share: number }>(text);
  return Object.fromEntries(rows.map(({ key, share }) => [key, share]));
}

it('phone orders cause most refunds, more than twice as often as any other path', async () => {
  const refunded = await shares(
    `SELECT first.metadata->>'process' AS key,
            avg((EXISTS (SELECT FROM events e WHERE e.stream_id = first.stream_id AND e.type = 'refund_issued'))::int)
              ::float8 AS share
       FROM events first
      WHERE first.version = 1 AND first.workflow = 'invoice'
        AND EXISTS (SELECT FROM events e WHERE e.stream_id = first.stream_id AND e.type = 'payment_received')
      GROUP BY 1`,
  );
  expect(Object.keys(refunded)).toHaveLength(5);
  const { phone_order: phone = 0, ...others } = refunded;
  expect(phone).toBeGreaterThan(0.25);
  expect(phone).toBeGreaterThan(2 * Math.max(...Object.values(others)));
});

it('payments fail most often where cards are charged by themselves', async () => {
  const failed = await shares(
    `SELECT first.metadata->>'process' AS key,
            avg((EXISTS (SELECT FROM events e WHERE e.stream_id = first.stream_id AND e.type = 'payment_failed'))::int)
              ::float8 AS share
       FROM events first WHERE first.version = 1 AND first.workflow = 'invoice' GROUP BY 1`,
  );
  for (const path of ['manual_billing', 'phone_order'])
    expect(failed[path] ?? 1).toBeLessThan(
      Math.min(failed.web_order ?? 0, failed.subscription_renewal ?? 0) / 2,
    );
});

it('a new card mends nearly every failed payment, trying again alone the fewest', async () => {
  const mended = await shares(
    // Of what was done after each failure the first thing that might mend it; did a payment come before the next failure?
    `WITH failed AS (
       SELECT stream_id, version,
              coalesce(lead(version) OVER (PARTITION BY stream_id ORDER BY version), 2000000000) AS until
         FROM events WHERE type = 'payment_failed'
     ), action AS (
       SELECT DISTINCT ON (f.stream_id, f.version) e.type AS key, f.*, e.version AS at
         FROM failed f JOIN events e ON e.stream_id = f.stream_id AND e.version > f.version AND e.version < f.until
        WHERE e.type IN ('payment_retried', 'payment_method_updated', 'reminder_sent', 'due_date_changed')
        ORDER BY f.stream_id, f.version, e.version
     )
     SELECT key, avg((EXISTS (
              SELECT FROM events e WHERE e.stream_id = a.stream_id AND e.type = 'payment_received'
                 AND e.version > a.at AND e.version < a.until))::int)::float8 AS share
       FROM action a GROUP BY key`,
  );
  expect(mended.payment_method_updated).toBeGreaterThan(0.9);
  expect(mended.payment_retried).toBeLessThan(0.4);
  for (const between of [mended.reminder_sent, mended.due_date_changed]) {
    expect(between).toBeGreaterThan(mended.payment_retried ?? 1);
    expect(between).toBeLessThan(mended.payment_method_updated ?? 0);
  }
});

it('who asks for less of a subscription, or for a break, leaves more often than others', async () => {
  const left = await shares(
    `SELECT CASE WHEN asked THEN 'asked' ELSE 'others' END AS key, avg(cancelled::int)::float8 AS share FROM (
       SELECT bool_or(e.type = 'subscription_paused'
                      OR (e.type = 'plan_changed' AND (e.changes->'price'->>'to')::int < (e.changes->'price'->>'from')::int)
                     ) AS asked,
              bool_or(e.type = 'subscription_cancelled') AS cancelled
         FROM events e WHERE e.workflow = 'subscription' GROUP BY e.stream_id
     ) each GROUP BY 1`,
  );
  expect(left.asked).toBeGreaterThan(0.5);
  expect(left.others).toBeLessThan(0.35);
});

it('who left had a payment fail twice on one invoice and heard from no person after it', async () => {
  const { rows } = await test.app.$client.query<{ left: boolean; silent: boolean; count: number }>(
    `SELECT c.archived AS left, coalesce(bool_or(i.silent), false) AS silent
       FROM customers c JOIN LATERAL (
         SELECT count(*) FILTER (WHERE e.type = 'payment_failed') >= 2
                AND count(*) FILTER (WHERE e.actor_kind = 'user' AND e.type IN ('payment_method_updated', 'reminder_sent')) = 0
                AS silent
           FROM invoices i JOIN events e USING (stream_id)
          WHERE i.customer_id = c.stream_id AND EXISTS (
            SELECT FROM events f WHERE f.stream_id = i.stream_id AND f.version = 1
               AND f.metadata->>'process' = 'subscription_renewal')
          GROUP BY i.stream_id) i ON true
      GROUP BY c.stream_id, c.archived`,
  );
  const left = rows.filter((row) => row.left);
  expect(left).toHaveLength(5);
  expect(left.every(({ silent }) => silent)).toBe(true);
  const stayed = rows.filter((row) => !row.left);
  // One of them has not left yet.
  expect(stayed.filter(({ silent }) => silent)).toHaveLength(1);
});
