import { escapeIdentifier } from 'pg';
import { nearest } from './nearest';
import type { Source } from './source';

export interface Column {
  name: string;
  /** PostgreSQL's name of the type, such as `int4`. */
  type: string;
  readable: boolean;
}

export interface Table {
  /** As the mapping writes it. */
  name: string;
  /** Quoted, with its schema. */
  sql: string;
  columns: ReadonlyMap<string, Column>;
  /** Stands in for a table that the source does not have. */
  missing?: true;
}

/** What the source holds that a mapping could name. */
export interface Catalog {
  user: string;
  tables: readonly CatalogTable[];
}

interface CatalogTable {
  schema: string;
  name: string;
  /** Found without its schema, by the source's search path. */
  visible: boolean;
  columns: Column[];
}

/**
 * Tables, views and their columns. From pg_catalog rather than information_schema, which hides what the user may
 * not read: "there is no such table" and "you may not read it" call for different remedies.
 */
export async function readCatalog(source: Source): Promise<Catalog> {
  const tables = await source.query<CatalogTable>(
    `SELECT n.nspname AS schema, c.relname AS name, pg_table_is_visible(c.oid) AS visible,
            json_agg(json_build_object('name', a.attname, 'type', t.typname, 'readable',
              has_schema_privilege(n.oid, 'USAGE') AND has_column_privilege(c.oid, a.attnum, 'SELECT'))
              ORDER BY a.attnum) AS columns
       FROM pg_class c
       JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       JOIN pg_type t ON t.oid = a.atttypid
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
        AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'
      GROUP BY n.oid, n.nspname, c.oid, c.relname
      ORDER BY n.nspname, c.relname`,
  );
  const [session] = await source.query<{ name: string }>('SELECT current_user::text AS name');
  return { user: session?.name ?? '', tables };
}

/** The table that a mapping means by `table` or `schema.table`, or a sentence that says why there is none. */
export function findTable(catalog: Catalog, name: string): Table | string {
  const found = catalog.tables.find((table) =>
    [`${table.schema}.${table.name}`, ...(table.visible ? [table.name] : [])].includes(name),
  );
  if (!found) {
    const names = catalog.tables.map((table) =>
      table.visible ? table.name : `${table.schema}.${table.name}`,
    );
    return `The source has no table "${name}".${suggestion(name, names)}`;
  }
  return {
    name,
    sql: `${escapeIdentifier(found.schema)}.${escapeIdentifier(found.name)}`,
    columns: new Map(found.columns.map((column) => [column.name, column])),
  };
}

/** A column of a table, or a sentence that says why there is none. */
export function findColumn(table: Table, name: string): Column | string {
  const column = table.columns.get(name);
  return (
    column ??
    `The table "${table.name}" has no column "${name}".${suggestion(name, [...table.columns.keys()])}`
  );
}

function suggestion(name: string, names: readonly string[]): string {
  const close = nearest(name, names);
  const list = (some: readonly string[]) => some.map((each) => `"${each}"`).join(', ');
  if (close.length) return ` Nearest: ${list(close)}.`;
  if (names.length === 0) return ' There is none that you could name.';
  return ` There are ${list(names.slice(0, 12))}${names.length > 12 ? ' and more' : ''}.`;
}
