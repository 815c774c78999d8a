import { sql } from 'drizzle-orm';
import type { Database } from './client';
import { containing } from './containing';
import type { NamedCustomer } from './known-customer';
import { byName } from './name-order';

const most = 8;

/**
 * Customers whose name contains the text, as they are now; names that begin with it first. Who is archived is not
 * offered.
 */
export async function searchCustomers(db: Pick<Database, 'execute'>, text: string): Promise<NamedCustomer[]> {
  const name = text.trim();
  if (name === '') return [];
  const found = await db.execute<NamedCustomer & Record<string, unknown>>(sql`
    SELECT stream_id AS id, name, email, address, tax_id AS "taxId"
      FROM customers
     -- The first condition is the one that the search index knows.
     WHERE lower(name || ' ' || coalesce(email, '')) LIKE lower(${containing(name)}::text)
       AND lower(name) LIKE lower(${containing(name)}::text)
       AND NOT archived
     ORDER BY starts_with(lower(name), lower(${name}::text)) DESC, ${byName(sql`name`)}, updated_at DESC LIMIT ${most}`);
  return found.rows;
}
