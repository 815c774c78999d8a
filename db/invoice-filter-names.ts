import { sql } from 'drizzle-orm';
import type { InvoiceFilters } from '@/lib/invoice/invoice-filters';
import type { Database } from './client';

/** What people call whom a list is filtered by; null where nobody by that id was ever heard of. */
export interface FilterNames {
  customer: string | null;
  changedBy: string | null;
}

/** The names behind the ids of these filters, as they are now. */
export async function readFilterNames(
  db: Pick<Database, 'execute'>,
  { customer, changedBy }: Pick<InvoiceFilters, 'customer' | 'changedBy'>,
): Promise<FilterNames> {
  if (!customer && !changedBy) return { customer: null, changedBy: null };
  const { rows } = await db.execute<FilterNames & Record<string, unknown>>(sql`
    SELECT coalesce(
             (SELECT name FROM customers WHERE stream_id = ${customer}::uuid),
             -- Invoices brought in from elsewhere may name somebody who has no record of their own yet.
             (SELECT customer_name FROM invoices WHERE customer_id = ${customer}::uuid
               ORDER BY updated_at DESC LIMIT 1)
           ) AS customer,
           (SELECT e.actor_name FROM events e WHERE e.actor_id = ${changedBy}::text
             ORDER BY e.occurred_at DESC LIMIT 1) AS "changedBy"`);
  return rows[0] ?? { customer: null, changedBy: null };
}

/** The currencies that there are invoices in. */
export async function readCurrencies(db: Pick<Database, 'execute'>): Promise<string[]> {
  const { rows } = await db.execute<{ currency: string }>(
    sql`SELECT DISTINCT currency FROM invoices ORDER BY currency`,
  );
  return rows.map(({ currency }) => currency);
}
