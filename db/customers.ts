import { sql } from 'drizzle-orm';
import type { Customer } from '@/lib/invoice/events';
import type { Database } from './client';
import { containing } from './invoice-list';

const most = 8;

/**
 * Customers whose name contains the text, each as on their latest invoice; names that begin with it first. Customers
 * have no table of their own: they are whom invoices were written to. Discarded drafts don't count.
 */
export async function searchCustomers(db: Pick<Database, 'execute'>, text: string): Promise<Customer[]> {
  const name = text.trim();
  if (name === '') return [];
  const found = await db.execute<{ customer: Customer }>(sql`
    WITH matching AS (
      SELECT DISTINCT ON (customer_id) customer_id, customer_name, stream_id, updated_at
        FROM invoices
       -- The first condition is the one that the search index knows.
       WHERE lower(coalesce(number, '') || ' ' || customer_name) LIKE lower(${containing(name)}::text)
         AND lower(customer_name) LIKE lower(${containing(name)}::text)
         AND status <> 'discarded'
       ORDER BY customer_id, updated_at DESC
    ), best AS (
      SELECT *, starts_with(lower(customer_name), lower(${name}::text)) AS begins
        FROM matching ORDER BY begins DESC, lower(customer_name), updated_at DESC LIMIT ${most}
    )
    SELECT s.state->'customer' AS customer
      FROM best JOIN streams s USING (stream_id)
     ORDER BY begins DESC, lower(customer_name), best.updated_at DESC`);
  return found.rows.map((row) => row.customer);
}
