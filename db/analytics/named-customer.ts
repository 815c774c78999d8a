import { sql } from 'drizzle-orm';
import type { Database } from '../client';
import { byName } from '../name-order';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface NamedCustomer {
  id: string;
  name: string;
}

/** The customer of an id or a name, as they are called now; null where there is none. */
export async function findNamedCustomer(
  db: Pick<Database, 'execute'>,
  text: string,
): Promise<NamedCustomer | null> {
  const is = uuid.test(text) ? sql`stream_id = ${text}::uuid` : sql`lower(name) = lower(${text})`;
  const { rows } = await db.execute<NamedCustomer & Record<string, unknown>>(
    sql`SELECT stream_id AS id, name FROM customers WHERE ${is} ORDER BY archived, stream_id LIMIT 1`,
  );
  return rows[0] ?? null;
}

/** Some customers by name, to choose from. */
export async function readCustomerNames(db: Pick<Database, 'execute'>, limit: number): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(
    sql`SELECT name FROM (SELECT DISTINCT name FROM customers) c ORDER BY ${byName(sql`name`)} LIMIT ${limit}`,
  );
  return rows.map(({ name }) => name);
}
