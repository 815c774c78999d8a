import { type SQL, sql } from 'drizzle-orm';
import { param } from './prepared';

/** Columns by name, with their types. */
export type Columns = Readonly<Record<string, string>>;

/** How rows travel into a statement. */
export interface RowSource {
  /** What stands after FROM: the rows, as `r`. */
  from(single: boolean): SQL;
  /** The parameters that `from` names. */
  values(rows: readonly object[], single: boolean): Record<string, unknown>;
}

/**
 * Rows of these columns: many as one JSON parameter, a single one as a parameter for each column. Nearly every append is
 * of a single event. Taking its rows out of JSON would be a quarter of what the database has to do; and of a set the
 * planner expects a hundred rows and, while there are few records, plans to read them all: a plan that a connection
 * keeps when there are many.
 *
 * @param name of the parameters, unlike any other in the statement
 */
export function rowSource(name: string, columns: Columns): RowSource {
  const all = Object.entries(columns).map(([column, type]) => ({ column, type, key: `${name}.${column}` }));
  const definitions = sql.raw(all.map(({ column, type }) => `${column} ${type}`).join(', '));
  return {
    from: (single) =>
      single
        ? sql`(SELECT ${sql.join(
            all.map(({ column, type, key }) => sql`${param(key, type)} AS ${sql.raw(column)}`),
            sql`, `,
          )}) AS r`
        : sql`jsonb_to_recordset(${param(name, 'jsonb')}) AS r(${definitions})`,
    values: (rows, single) => {
      if (!single) return { [name]: JSON.stringify(rows) };
      const row = (rows[0] ?? {}) as Record<string, unknown>;
      const values: Record<string, unknown> = {};
      for (const { column, type, key } of all) {
        const value = row[column] ?? null;
        values[key] = type === 'jsonb' && value !== null ? JSON.stringify(value) : value;
      }
      return values;
    },
  };
}
