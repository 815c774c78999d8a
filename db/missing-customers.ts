import { sql } from 'drizzle-orm';
import { customerWorkflow } from '@/lib/customer/workflow';
import { recordEvents } from '@/lib/event-sourcing/append';
import type { Actor } from '@/lib/event-sourcing/event';
import { append } from './append';
import type { Database } from './client';
import { derivedId } from './derived-id';
import { systemActor } from './ensure-record';
import type { NamedCustomer } from './known-customer';
import { isoText } from './stored-event';

interface Options {
  /** In whose name they are added. */
  actor?: Actor;
  /** Only this customer. */
  id?: string;
}

const chunk = 1000;

/**
 * Gives a record to everyone whom invoices name and who has none: of an older release, or brought in from elsewhere.
 * Each begins when their first invoice does, with the details of their latest one.
 *
 * @returns how many were added
 */
export async function addMissingCustomers(
  db: Database,
  { actor = systemActor, id }: Options = {},
): Promise<number> {
  let added = 0;
  let after: string | null = null;
  for (;;) {
    const { rows }: { rows: Missing[] } = await db.execute<Missing>(selectMissing(after, id ?? null));
    const last = rows.at(-1);
    if (!last) return added;
    const appends = rows.map((row) => ({
      streamId: row.id,
      expected: 0,
      hash: null,
      appended: recordEvents(
        customerWorkflow,
        { version: 0, state: customerWorkflow.initialState },
        [{ event: creationOf(row), cause: 'import' }],
        {
          streamId: row.id,
          operationId: derivedId(row.id, 'added from invoices'),
          actor,
          reason: null,
          metadata: { process: 'customers_from_invoices', first_invoice: row.firstInvoice },
          occurredAt: row.since,
          recordedAt: row.now,
        },
      ),
    }));
    added += (await append(db.$client, customerWorkflow.name, appends)).size;
    after = last.id;
  }
}

interface Missing extends Record<string, unknown> {
  id: string;
  /** As an invoice of any release names them. */
  customer: Omit<NamedCustomer, 'taxId'> & { taxId?: string | null };
  firstInvoice: string;
  since: string;
  now: string;
}

/** In the order of their ids, so that two who add the same customers wait for each other instead of for ever. */
const selectMissing = (after: string | null, only: string | null) => sql`
  WITH missing AS (
    SELECT DISTINCT customer_id FROM invoices i
     WHERE (${only}::uuid IS NULL OR customer_id = ${only}::uuid)
       AND (${after}::uuid IS NULL OR customer_id > ${after}::uuid)
       AND NOT EXISTS (SELECT FROM streams s WHERE s.stream_id = i.customer_id)
     ORDER BY customer_id LIMIT ${chunk}
  )
  SELECT m.customer_id AS id, s.state->'customer' AS customer, first.stream_id AS "firstInvoice",
         ${isoText('first.valid_from')} AS since, ${isoText('clock_timestamp()')} AS now
    FROM missing m
   CROSS JOIN LATERAL (
     SELECT stream_id FROM invoices WHERE customer_id = m.customer_id
      ORDER BY (status = 'discarded'), updated_at DESC LIMIT 1
   ) latest
    JOIN streams s ON s.stream_id = latest.stream_id
   CROSS JOIN LATERAL (
     SELECT i.stream_id, v.valid_from
       FROM invoices i JOIN invoice_versions v ON v.stream_id = i.stream_id AND v.version = 1
      WHERE i.customer_id = m.customer_id ORDER BY v.valid_from, i.stream_id LIMIT 1
   ) first
   ORDER BY m.customer_id`;

const creationOf = ({ id, customer: { name, email, address, taxId } }: Missing) => ({
  type: 'customer_added',
  payload: { customerId: id, name, email, address, taxId: taxId ?? null },
});
