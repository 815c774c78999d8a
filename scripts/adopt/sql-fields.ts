import { escapeIdentifier, escapeLiteral } from 'pg';
import { type Catalog, type Column, findColumn, findTable, type Table } from './catalog';
import type { Condition, TextValue } from './mapping';

/** One value of a source row. */
export interface Field {
  /** Reads it as text. */
  sql: string;
  /** What messages call it: its columns. */
  label: string;
}

/** A table that columns are taken from, with what is joined to it. */
export interface Scope {
  alias: string;
  table: Table;
  joins: string[];
}

/** A table that rows are looked up in, whose key must therefore be unique. */
export interface Lookup {
  table: Table;
  key: string;
}

/** The row of `table` whose `key` equals a row's column `matches`. */
interface Match {
  table: string;
  key: string;
  matches: string;
}

/**
 * Turns what a mapping says into SQL over the source, quoted, and gathers everything that the source does not have.
 * After a problem it answers a stand-in, so that one run finds them all; the SQL is for use only if there was none.
 */
export class FieldBuilder {
  readonly problems: string[] = [];
  readonly lookups: Lookup[] = [];
  /** Tables with columns that the user may not read. */
  readonly unreadable = new Set<Table>();
  private aliases = 0;

  constructor(private readonly catalog: Catalog) {}

  table(path: string, name: string): Table {
    const found = findTable(this.catalog, name);
    if (typeof found !== 'string') return found;
    this.problems.push(`${path}: ${found}`);
    return { name, sql: '', columns: new Map(), missing: true };
  }

  /** A column as it is, for joins and sorting. */
  column(path: string, { alias, table }: Scope, name: string): Column & { sql: string } {
    const sql = `${alias}.${escapeIdentifier(name)}`;
    const found = findColumn(table, name);
    if (typeof found !== 'string') {
      if (!found.readable) this.unreadable.add(table);
      return { ...found, sql };
    }
    // One problem is enough where the table itself is not there.
    if (!table.missing) this.problems.push(`${path}: ${found}`);
    return { name, type: '', readable: false, sql };
  }

  /** A column as text. */
  columnText(path: string, scope: Scope, name: string): Field {
    const { type, sql } = this.column(path, scope, name);
    // `money` writes itself in the words of a locale.
    return { sql: type === 'money' ? `${sql}::numeric::text` : `${sql}::text`, label: name };
  }

  text(path: string, scope: Scope, value: TextValue, separator = ' '): Field {
    if (typeof value === 'string') return this.columnText(path, scope, value);
    if (Array.isArray(value)) {
      const parts = value.map((name, index) => this.columnText(`${path}.${index}`, scope, name));
      const filled = parts.map((part) => `nullif(btrim(${part.sql}), '')`).join(', ');
      return {
        sql: `nullif(concat_ws(${escapeLiteral(separator)}, ${filled}), '')`,
        label: parts.map((part) => part.label).join(', '),
      };
    }
    if ('constant' in value) return { sql: `${escapeLiteral(value.constant)}::text`, label: 'a constant' };
    if ('template' in value) return this.template(`${path}.template`, scope, value.template);
    const paths = { table: `${path}.table`, key: `${path}.key`, matches: `${path}.matches` };
    const field = this.columnText(`${path}.column`, this.join(paths, scope, value), value.column);
    return { ...field, label: `${value.matches} → ${value.table}.${value.column}` };
  }

  /** Text with columns in braces; null where one of them is. */
  private template(path: string, scope: Scope, template: string): Field {
    const labels: string[] = [];
    const parts = template.split(/\{([^{}]+)\}/).map((part, index) => {
      if (index % 2 === 0) return escapeLiteral(part);
      labels.push(part);
      return this.columnText(path, scope, part).sql;
    });
    return { sql: `(${parts.join(' || ')})`, label: labels.join(', ') };
  }

  /** Joins a table's row by its key; answers the scope to take its columns from. */
  join(paths: Match, scope: Scope, { table: name, key: keyName, matches: matchesName }: Match): Scope {
    const table = this.table(paths.table, name);
    this.aliases += 1;
    // A chain of joins is one list, in the order in which each needs the one before.
    const joined: Scope = { alias: `t${this.aliases}`, table, joins: scope.joins };
    const key = this.column(paths.key, joined, keyName);
    const matches = this.column(paths.matches, scope, matchesName);
    scope.joins.push(`LEFT JOIN ${table.sql} ${joined.alias} ON ${equal(key, matches)}`);
    this.lookups.push({ table, key: keyName });
    return joined;
  }

  /** A condition as SQL that is true or false, never null. */
  condition(path: string, scope: Scope, condition: Condition): Field {
    const { sql, label } = this.columnText(`${path}.column`, scope, condition.column);
    const wanted = 'is' in condition ? condition.is : condition.isNot;
    const values = Array.isArray(wanted) ? wanted : [wanted];
    const texts = values.filter((value) => value !== null).map((value) => escapeLiteral(String(value)));
    const tests = [
      ...(texts.length ? [`coalesce(${sql} IN (${texts.join(', ')}), false)`] : []),
      ...(values.includes(null) ? [`${sql} IS NULL`] : []),
    ];
    const met = `(${tests.join(' OR ')})`;
    return { sql: 'is' in condition ? met : `NOT ${met}`, label };
  }
}

/** Types whose values compare with each other without a cast. */
const families = [
  ['int2', 'int4', 'int8', 'numeric'],
  ['text', 'varchar', 'bpchar', 'citext'],
];

const familyOf = (type: string) => families.findIndex((family) => family.includes(type));

/** Two columns hold the same value, as text where their types do not compare. */
export function equal(a: Column & { sql: string }, b: Column & { sql: string }): string {
  const comparable = a.type === b.type || (familyOf(a.type) >= 0 && familyOf(a.type) === familyOf(b.type));
  return comparable ? `${a.sql} = ${b.sql}` : `${a.sql}::text = ${b.sql}::text`;
}
