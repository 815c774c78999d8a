import { escapeIdentifier } from 'pg';
import type { Catalog } from './catalog';
import { type Mapping, MappingError } from './mapping';
import { SourceError } from './source';
import { equal, type Field, FieldBuilder, type Lookup, type Scope } from './sql-fields';

/** What is read of an invoice, in the order of its fingerprint. */
export const invoiceRoles = [
  'number',
  'customer',
  'customerName',
  'customerEmail',
  'customerAddress',
  'currency',
  'issuedAt',
  'dueDate',
  'memo',
  'total',
  'sentWhen',
  'sentAt',
  'sentTo',
  'paidWhen',
  'paidAt',
  'paidAmount',
  'paidReference',
] as const;
export type InvoiceRole = (typeof invoiceRoles)[number];

export const lineRoles = ['description', 'quantity', 'unitPrice', 'taxRate'] as const;
export type LineRole = (typeof lineRoles)[number];

/** A mapping made into SQL over one source. Every query answers text. */
export interface Plan {
  mapping: Mapping;
  /** Names for messages. */
  tables: { invoices: string; lines: string; customers: string };
  columns: {
    invoice: { key: string } & Partial<Record<InvoiceRole, string>>;
    line: { key: string } & Partial<Record<LineRole, string>>;
  };
  /** What of each is mapped at all. */
  invoiceRoles: readonly InvoiceRole[];
  lineRoles: readonly LineRole[];
  sql: PlannedQueries;
}

export interface PlannedQueries {
  count: string;
  /** `key`, the roles, and `customerFound` where customers have a table. */
  invoices: string;
  /** `invoice`, `key` and the roles, in the order of the invoices. */
  lines: string;
  /** Which of the keys in $1 are there: `key`. */
  present: string;
  /** How many rows have no key: `count`. */
  keyless: string;
  /** Keys that occur more than once: `key`, `count`. */
  repeatedKeys: string;
  /** Numbers that occur more than once: `number`, `keys`. */
  repeatedNumbers: string;
  /** Lines of no invoice: `key`, `invoice`. */
  orphans: string;
  /** Keys that occur more than once in tables that are looked up: `key`, `count`. */
  repeatedLookups: { table: string; column: string; sql: string }[];
}

type Fields<Role extends string> = Partial<Record<Role, Field>>;

/** Checks every table and column that a mapping names; throws a `MappingError` that lists what is not there. */
export function planReading(mapping: Mapping, catalog: Catalog): Plan {
  const build = new FieldBuilder(catalog);
  const { invoices, customers, lines } = mapping;
  const invoice: Scope = { alias: 'i', table: build.table('invoices.table', invoices.table), joins: [] };
  const line: Scope = { alias: 'l', table: build.table('lines.table', lines.table), joins: [] };
  const number = build.text('invoices.number', invoice, invoices.number);
  // The number's own joins, without those of the customers, for the check on numbers alone.
  const numberJoins = invoice.joins.join(' ');
  const fields = { number, ...invoiceFields(build, mapping, invoice) };
  const lineRows = lineFields(build, mapping, line);
  const key = build.column('invoices.key', invoice, invoices.key);
  const issuedAt = build.column('invoices.issuedAt', invoice, invoices.issuedAt);
  const lineKey = build.column('lines.key', line, lines.key);
  const owner = build.column('lines.invoice', line, lines.invoice);
  const only = invoices.only ? build.condition('invoices.only', invoice, invoices.only).sql : 'true';
  if (build.problems.length) throw new MappingError([...new Set(build.problems)]);
  refuseUnreadable(build, catalog);

  const from = `FROM ${invoice.table.sql} i`;
  return {
    mapping,
    tables: { invoices: invoices.table, lines: lines.table, customers: customers.table ?? invoices.table },
    columns: {
      invoice: { key: invoices.key, ...labels(fields) },
      line: { key: lines.key, ...labels(lineRows) },
    },
    invoiceRoles: invoiceRoles.filter((role) => role in fields),
    lineRoles: lineRoles.filter((role) => role in lineRows),
    sql: {
      count: `SELECT count(*)::text AS count ${from} WHERE ${only}`,
      invoices: `SELECT ${key.sql}::text AS key, ${selected(fields)} ${from} ${invoice.joins.join(' ')}
        WHERE ${only} ORDER BY ${issuedAt.sql}, ${key.sql}`,
      lines: `SELECT ${key.sql}::text AS invoice, ${lineKey.sql}::text AS key, ${selected(lineRows)}
        FROM ${line.table.sql} l JOIN ${invoice.table.sql} i ON ${equal(owner, key)} ${line.joins.join(' ')}
        WHERE ${only} ORDER BY ${issuedAt.sql}, ${key.sql}, ${lineKey.sql}`,
      present: `SELECT ${key.sql}::text AS key ${from} WHERE ${only} AND ${key.sql}::text = ANY($1)`,
      keyless: `SELECT count(*)::text AS count ${from} WHERE ${only} AND ${key.sql} IS NULL`,
      repeatedKeys: repeated(`${key.sql}::text`, `${from} WHERE ${only}`),
      repeatedNumbers: `SELECT number, (array_agg(key))[1:5] AS keys
        FROM (SELECT btrim(${number.sql}) AS number, ${key.sql}::text AS key ${from} ${numberJoins} WHERE ${only}) n
        WHERE number IS NOT NULL GROUP BY number HAVING count(*) > 1 ORDER BY number LIMIT 21`,
      orphans: `SELECT ${lineKey.sql}::text AS key, ${owner.sql}::text AS invoice FROM ${line.table.sql} l
        WHERE NOT EXISTS (SELECT 1 ${from} WHERE ${equal(owner, key)}) ORDER BY ${lineKey.sql} LIMIT 21`,
      repeatedLookups: build.lookups.map(repeatedLookup),
    },
  };
}

function refuseUnreadable({ unreadable }: FieldBuilder, { user }: Catalog): void {
  // One table may have been found for several parts of the mapping.
  const tables = [...new Set([...unreadable].map((table) => table.sql))];
  if (tables.length === 0) return;
  const grant = `GRANT SELECT ON ${tables.join(', ')} TO ${escapeIdentifier(user)};`;
  throw new SourceError(
    `"${user}" may not read everything that the mapping names. At the source run: ${grant}`,
  );
}

function invoiceFields(
  build: FieldBuilder,
  mapping: Mapping,
  scope: Scope,
): Fields<InvoiceRole | 'customerFound'> {
  const { invoices, customers } = mapping;
  const customer = customerScope(build, mapping, scope);
  const found =
    customers.key && customer !== scope ? build.column('customers.key', customer, customers.key) : undefined;
  const { dueDate, memo, total } = invoices;
  return {
    customer: build.columnText('invoices.customer', scope, invoices.customer),
    ...(found && { customerFound: { sql: `(${found.sql} IS NOT NULL)::text`, label: invoices.customer } }),
    customerName: build.text('customers.name', customer, customers.name),
    ...(customers.email && { customerEmail: build.text('customers.email', customer, customers.email) }),
    ...(customers.address && {
      customerAddress: build.text('customers.address', customer, customers.address, ', '),
    }),
    currency: build.text('invoices.currency', scope, invoices.currency),
    issuedAt: build.columnText('invoices.issuedAt', scope, invoices.issuedAt),
    ...(dueDate && { dueDate: build.columnText('invoices.dueDate', scope, dueDate) }),
    ...(memo && { memo: build.text('invoices.memo', scope, memo) }),
    ...(total && { total: build.columnText('invoices.total', scope, total) }),
    ...sentFields(build, mapping, scope),
    ...paidFields(build, mapping, scope),
  };
}

function sentFields(build: FieldBuilder, { invoices: { sent } }: Mapping, scope: Scope): Fields<InvoiceRole> {
  if (typeof sent === 'boolean') return {};
  const { when, at, to } = sent;
  return {
    ...(when && { sentWhen: asText(build.condition('invoices.sent.when', scope, when)) }),
    ...(at && { sentAt: build.columnText('invoices.sent.at', scope, at) }),
    ...(to && { sentTo: build.text('invoices.sent.to', scope, to) }),
  };
}

function paidFields(build: FieldBuilder, { invoices: { paid } }: Mapping, scope: Scope): Fields<InvoiceRole> {
  if (typeof paid === 'boolean') return {};
  const { when, at, amount, reference } = paid;
  return {
    ...(when && { paidWhen: asText(build.condition('invoices.paid.when', scope, when)) }),
    ...(at && { paidAt: build.columnText('invoices.paid.at', scope, at) }),
    ...(amount && { paidAmount: build.columnText('invoices.paid.amount', scope, amount) }),
    ...(reference && { paidReference: build.text('invoices.paid.reference', scope, reference) }),
  };
}

function lineFields(build: FieldBuilder, { lines }: Mapping, scope: Scope): Fields<LineRole> {
  const { description, quantity, unitPrice, taxRate } = lines;
  return {
    description: build.text('lines.description', scope, description),
    quantity: build.text('lines.quantity', scope, quantity),
    unitPrice: build.columnText('lines.unitPrice', scope, unitPrice),
    ...('column' in taxRate && { taxRate: build.columnText('lines.taxRate.column', scope, taxRate.column) }),
  };
}

/** Where customers are found: in a table of their own, or on the invoice itself. */
function customerScope(build: FieldBuilder, { customers, invoices }: Mapping, invoice: Scope): Scope {
  if (!customers.table || !customers.key) return invoice;
  const paths = { table: 'customers.table', key: 'customers.key', matches: 'invoices.customer' };
  return build.join(paths, invoice, {
    table: customers.table,
    key: customers.key,
    matches: invoices.customer,
  });
}

const asText = ({ sql, label }: Field): Field => ({ sql: `(${sql})::text`, label });

const selected = (fields: Record<string, Field>): string =>
  Object.entries(fields)
    .map(([role, field]) => `${field.sql} AS "${role}"`)
    .join(', ');

const labels = (fields: Record<string, Field>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([role, field]) => [role, field.label]));

const repeated = (key: string, from: string): string =>
  `SELECT ${key} AS key, count(*)::text AS count ${from} GROUP BY 1 HAVING count(*) > 1 AND ${key} IS NOT NULL
    ORDER BY 1 LIMIT 21`;

function repeatedLookup({ table, key }: Lookup): PlannedQueries['repeatedLookups'][number] {
  return {
    table: table.name,
    column: key,
    sql: repeated(`t.${escapeIdentifier(key)}::text`, `FROM ${table.sql} t`),
  };
}
