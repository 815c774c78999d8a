import { type SQL, sql } from 'drizzle-orm';
import { param } from './prepared';

/** Columns by name, with their types. */
export type Columns = Readonly<Record<string, string>>;

/** How rows travel into a statement. */
export interface RowSource {
  /** What stands after FROM: the rows, as `r`. */
  from(single: boolean): SQL;
  /** The parameters that `from` names, for a single row. */
  single(row: object): Record<string, unknown>;
  /** The same for many, as a JSON array of objects. */
  many(rows: string): Record<string, unknown>;
}

/**
 * Rows of these columns: many as one JSON parameter, a single one as a parameter for each column. Nearly every append is
 * of a single event, or of a few that go together. Taking a lone row out of JSON would be a quarter of what the
 * database has to do.
 */
export function rowSource(columns: Columns): RowSource {
  const all = Object.entries(columns).map(([column, type]) => ({ column, type, key: `row.${column}` }));
  const definitions = sql.raw(all.map(({ column, type }) => `${column} ${type}`).join(', '));
  return {
    from: (single) =>
      single
        ? sql`(SELECT ${sql.join(
            all.map(({ column, type, key }) => sql`${param(key, type)} AS ${sql.raw(column)}`),
            sql`, `,
          )}) AS r`
        : sql`jsonb_to_recordset(${param('rows', 'jsonb')}) AS r(${definitions})`,
    single: (row) => {
      const values: Record<string, unknown> = {};
      for (const { column, type, key } of all) {
        const value = (row as Record<string, unknown>)[column] ?? null;
        values[key] = type === 'jsonb' && value !== null ? JSON.stringify(value) : value;
      }
      return values;
    },
    many: (rows) => ({ rows }),
  };
}
