import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { compiled } from '../prepared';

/** When the first of them is created, and within how many days the last one is. */
const begin = '2025-11-01T08:00:00Z';
const days = 330;

/** What happens to each invoice: how long after its creation, what, and where it stands then. */
const life = [
  ['0', 'invoice_created', 'draft'],
  ['5 minutes', 'line_added', 'draft'],
  ['20 minutes', 'line_changed', 'draft'],
  ['1 hour', 'invoice_finalized', 'open'],
  ['2 hours', 'invoice_sent', 'open'],
  ['3 days', 'memo_changed', 'open'],
  ['14 days', 'reminder_sent', 'open'],
  ['20 days', 'payment_received', 'partially_paid'],
  ['25 days', 'payment_received', 'paid'],
  ['30 days', 'note_added', 'paid'],
] as const;

/** Versions of each invoice. */
export const versionsEach = life.length;

const lifeRows = sql.join(
  life.map(
    ([after, type, status], index) =>
      sql`(${sql.raw(String(index + 1))}, ${sql.raw(`interval '${after}'`)}, ${type}, ${status})`,
  ),
  sql`, `,
);

/**
 * So many invoices with ten versions each over eleven months, in the order in which a business would have written them,
 * with their events. The rows of the log and of the read tables are as the write path writes them, but for states, which
 * no list reads, and hashes. A third of the payments are recorded two days after they happened.
 */
export async function createManyVersions(owner: Database, invoices: number): Promise<void> {
  const client = await owner.$client.connect();
  try {
    // It is more than anything that a page asks for.
    await client.query('SET statement_timeout = 0');
    await client.query(compiled(sql`CREATE TEMPORARY TABLE past AS ${rows(invoices)}`));
    await client.query(`INSERT INTO invoice_versions (${shared}, valid_from, valid_to, known_from, known_to)
      SELECT ${shared}, valid_from, valid_to, known_from, known_to FROM past ORDER BY known_from, stream_id, version`);
    await client.query(`INSERT INTO invoices (${shared}, updated_at, known_from)
      SELECT ${shared}, valid_from, known_from FROM past WHERE valid_to IS NULL ORDER BY known_from, stream_id`);
    await client.query(`INSERT INTO events (workflow, stream_id, version, type, schema_version, payload, changes,
        operation_id, step, cause, actor_id, actor_kind, actor_name, metadata, occurred_at, recorded_at, hash)
      SELECT 'invoice', stream_id, version, last_event_type, 1, '{}', '{"memo": {"to": "Something"}}', gen_random_uuid(),
             0, 'command', last_actor_id, 'user', last_actor_name, '{"channel": "form"}', valid_from, known_from,
             decode(md5(stream_id::text || version), 'hex')
        FROM past ORDER BY known_from, stream_id, version`);
    for (const table of ['invoices', 'invoice_versions', 'events'])
      await client.query(`VACUUM (ANALYZE) ${table}`);
  } finally {
    // With its own settings and its table it is nobody else's.
    client.release(true);
  }
}

const shared = `stream_id, version, number, customer_id, customer_name, customer_email, currency, status, disputed,
  awaits_approval, net_amount, tax_amount, total_amount, paid_amount, balance_amount, line_count, issue_date, due_date,
  last_event_type, last_actor_id, last_actor_name`;

const rows = (invoices: number): SQL => sql`
  WITH life (version, after, type, stands) AS (VALUES ${lifeRows}), invoice AS (
    SELECT n, md5('invoice' || n)::uuid AS id, n % 5000 AS customer,
           timestamptz ${sql.raw(`'${begin}'`)} + n * interval '${sql.raw(String(days))} days' / ${sql.raw(String(invoices))}::int AS created,
           1000 + (n * 7919::bigint) % 900000 AS net
      FROM generate_series(1, ${sql.raw(String(invoices))}) n
  ), told AS (
    SELECT *, created + after AS valid_from,
           -- One in eight is never paid.
           CASE WHEN n % 8 = 0 AND stands IN ('partially_paid', 'paid') THEN 'open' ELSE stands END AS status
      FROM invoice, life
  ), known AS (
    SELECT *, valid_from + CASE WHEN type = 'payment_received' AND n % 3 = 0 THEN interval '2 days' ELSE '0' END AS known_from
      FROM told
  )
  SELECT id AS stream_id, version, CASE WHEN version >= 4 THEN 'INV-' || lpad(n::text, 6, '0') END AS number,
         md5('customer' || customer)::uuid AS customer_id,
         (array['Lindqvist','Okafor','Moreau','Tanaka','Silva','Novak','Haas','Petrov','Costa','Byrne'])[customer % 10 + 1]
           || ' ' || (array['Bakery','Printing','Dental','Coffee','Logistics','Design','Garden','Books'])[customer / 10 % 8 + 1]
           || ' ' || customer AS customer_name,
         'orders' || customer || '@example.com' AS customer_email, CASE WHEN n % 5 = 0 THEN 'USD' ELSE 'EUR' END AS currency,
         status, n % 1000 = 0 AND version > 8 AS disputed, false AS awaits_approval,
         net AS net_amount, net / 5 AS tax_amount, net + net / 5 AS total_amount,
         CASE status WHEN 'paid' THEN net + net / 5 WHEN 'partially_paid' THEN net ELSE 0 END AS paid_amount,
         CASE status WHEN 'paid' THEN 0 WHEN 'partially_paid' THEN net / 5 ELSE net + net / 5 END AS balance_amount,
         least(version, 3) AS line_count, CASE WHEN version >= 4 THEN created::date END AS issue_date,
         created::date + 14 + (n % 30)::int AS due_date, type AS last_event_type, 'actor-' || n % 7 AS last_actor_id,
         'Somebody ' || n % 7 AS last_actor_name, valid_from, known_from,
         lead(valid_from) OVER per_invoice AS valid_to, lead(known_from) OVER per_invoice AS known_to
    FROM known WINDOW per_invoice AS (PARTITION BY id ORDER BY version)`;
