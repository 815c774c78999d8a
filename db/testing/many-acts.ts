import type { Database } from '../client';

/** Events of each invoice and subscription, on average. */
export const actsEach = 10;

/**
 * About so many events of invoices and subscriptions over two years, in the order in which a business would have written
 * them: payments that fail and what is done about it, refunds more often on one path than on others, notes that are taken
 * back. The log alone, with what analytics read of it; hashes and payloads stand for none.
 */
export async function createManyActs(owner: Database, events: number): Promise<void> {
  const records = Math.round(events / actsEach);
  const client = await owner.$client.connect();
  try {
    await client.query('SET statement_timeout = 0');
    await client.query(acts(records));
    await client.query('VACUUM (ANALYZE) events');
  } finally {
    client.release(true);
  }
}

/** A number from 0 to 99 that a record has for a purpose, always the same. */
const chance = (purpose: string) => `abs(hashtext(n || '${purpose}')) % 100`;

/** What may happen to an invoice: after how many days, what, whose kind of work, and in how many of a hundred. */
const invoiceLife: readonly (readonly [days: number, type: string, odds: string, reverts?: string])[] = [
  [0, 'invoice_created', 'true'],
  [0.01, 'line_added', 'true'],
  [0.02, 'line_added', `${chance('line')} < 60`],
  [0.04, 'line_changed', `${chance('edit')} < 30`],
  [0.1, 'invoice_finalized', `${chance('draft')} < 96`],
  [0.2, 'invoice_sent', `${chance('draft')} < 96`],
  [2, 'note_added', `${chance('note')} < 80`],
  [2.1, 'note_withdrawn', `${chance('note')} < 12`, 'note_added'],
  [2.2, 'note_added', `${chance('note')} < 3`, 'note_withdrawn'],
  [3, 'payment_failed', `${chance('fail')} < 35`],
  [4, 'payment_retried', `${chance('fail')} < 20`],
  [5, 'payment_failed', `${chance('fail')} < 12`],
  [6, 'reminder_sent', `${chance('remind')} < 45`],
  [7, 'payment_method_updated', `${chance('fail')} < 9`],
  [8, 'memo_changed', `${chance('memo')} < 50`],
  [12, 'payment_received', `${chance('paid')} < 90`],
  [13, 'payment_reversed', `${chance('paid')} < 3`, 'payment_received'],
  [20, 'refund_issued', `${chance('paid')} between 3 and 60 AND ${chance('refund')} < 6 + 12 * (n % 4 / 3)`],
  [22, 'refund_settled', `${chance('paid')} between 3 and 60 AND ${chance('refund')} < 6 + 12 * (n % 4 / 3)`],
  [25, 'note_added', `${chance('end')} < 60`],
  [30, 'message_filed', 'true'],
];

const subscriptionLife: typeof invoiceLife = [
  [0, 'subscription_started', 'true'],
  [30, 'invoice_linked', 'true'],
  [60, 'invoice_linked', 'true'],
  [70, 'plan_changed', `${chance('plan')} < 40`],
  [90, 'payment_failed', `${chance('fail')} < 25`],
  [95, 'payment_recovered', `${chance('fail')} < 15`],
  [100, 'invoice_linked', 'true'],
  [110, 'subscription_paused', `${chance('pause')} < 20`],
  [120, 'subscription_resumed', `${chance('pause')} < 12`],
  [150, 'invoice_linked', 'true'],
  [180, 'subscription_cancelled', `${chance('fail')} between 15 and 24 OR ${chance('leave')} < 10`],
];

/** No two records take the same time: half of what is told above to one and a half of it. */
const pace = "(0.5 + abs(hashtext(n || 'pace')) % 1000000 / 1000000.0)";

const lifeOf = (life: typeof invoiceLife): string =>
  life
    .map(
      ([days, type, odds, reverts], place) =>
        `SELECT n, ${place} AS place, '${type}' AS type, ${days} * ${pace} * interval '1 day' AS after,
                ${reverts ? `'${reverts}'` : 'NULL'} AS reverts FROM record WHERE ${odds}`,
    )
    .join('\n UNION ALL ');

const acts = (records: number): string => `
  WITH record AS MATERIALIZED (SELECT n FROM generate_series(1, ${records}) n), act AS (
    SELECT 'invoice' AS workflow, * FROM (${lifeOf(invoiceLife)}) i WHERE n % 10 <> 0
    UNION ALL
    SELECT 'subscription', * FROM (${lifeOf(subscriptionLife)}) s WHERE n % 10 = 0
  ), told AS (
    SELECT *, md5(workflow || n)::uuid AS stream_id, row_number() OVER (PARTITION BY workflow, n ORDER BY place) AS version,
           timestamptz '2024-11-01T08:00:00Z' + n * interval '540 days' / ${records} + after AS at
      FROM act
  )
  INSERT INTO events (workflow, stream_id, version, type, schema_version, payload, changes, operation_id, step, cause,
    reverts_version, actor_id, actor_kind, actor_name, metadata, occurred_at, recorded_at, hash)
  SELECT workflow, stream_id, version, type, 1, '{}',
         CASE WHEN version = 1 THEN jsonb_build_object('customer.id', jsonb_build_object('to', md5('customer' || n % 5000)::uuid))
              ELSE '{"memo": {"to": "Something"}}' END,
         gen_random_uuid(), 0, CASE WHEN reverts IS NULL THEN 'command' WHEN type = 'note_added' THEN 'redo' ELSE 'undo' END,
         CASE WHEN reverts IS NOT NULL THEN version - 1 END, 'actor-' || (n + place) % 7,
         CASE WHEN (n + place) % 7 = 0 THEN 'system' ELSE 'user' END, 'Somebody ' || (n + place) % 7,
         jsonb_build_object('channel', 'form', 'process',
           (array['manual_billing', 'web_order', 'migration_import', 'phone_order'])[n % 4 + 1]),
         at, at, decode(md5(stream_id::text || version), 'hex')
    FROM told ORDER BY at, stream_id, version`;
