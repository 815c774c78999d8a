import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';

/** What runs a statement: the pool, or one of its connections inside a transaction. */
export interface Client {
  query(config: { name?: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

const dialect = new PgDialect({ casing: 'snake_case' });

/** A statement built by Drizzle, for a connection that Drizzle does not know. */
export function compiled(statement: SQL): { text: string; values: unknown[] } {
  const { sql: text, params } = dialect.sqlToQuery(statement);
  return { text, values: params };
}

/** A statement built by Drizzle, compiled once, and prepared once on each connection by its name. */
export function prepared<Row>(
  name: string,
  statement: SQL,
): (client: Client, values: Record<string, unknown>) => Promise<Row[]> {
  const { sql: text, params } = dialect.sqlToQuery(statement);
  const names = params.map((param) => (param as { name: string }).name);
  return async (client, values) => {
    const result = await client.query({ name, text, values: names.map((each) => values[each]) });
    return result.rows as Row[];
  };
}

/** A named parameter with its type, which PostgreSQL can't always tell from where it stands. */
export const param = (name: string, type: string): SQL => sql`${sql.placeholder(name)}::${sql.raw(type)}`;
