/**
 * The list of invoices, page by page, by keyset: a page begins behind a row, not after so many, so deep pages cost
 * what the first does and rows that appear meanwhile shift nothing.
 *
 * What has no number or no due date comes last in both directions. PostgreSQL's indexes hold it at one end only, so
 * a page is read as up to two runs, with a value and without, each straight from its index; within a run the keys
 * are null together or never, and simple comparisons continue where a cursor points.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { InvoiceListPage, InvoiceListQuery, InvoiceListRow } from '@/lib/invoice/invoice-list';
import type { Currency } from '@/lib/money';
import type { Database } from './client';
import { decodeCursor, encodeCursor, type InvoiceCursor } from './invoice-cursor';
import { type InvoiceOrder, invoiceOrders } from './invoice-order';
import { rowColumns } from './invoice-row-columns';
import { type CompanyCalendar, invoiceWhere, isOpen, isOverdue } from './invoice-where';
import { invoiceSources, invoicesAt } from './invoices-at';

/** One page of the invoices that match, how many do and what they come to. */
export async function listInvoices(
  db: Pick<Database, 'execute'>,
  query: InvoiceListQuery,
  calendar: CompanyCalendar,
): Promise<InvoiceListPage> {
  const after = decodeCursor(query.sort, query.after);
  const before = after ? null : decodeCursor(query.sort, query.before);
  const scan = scanOf(query, after ?? before, before !== null);
  const where = invoiceWhere(query, calendar);
  const [page, sums] = await Promise.all([
    db.execute<Row>(selectPage(scan, where, calendar, query.size + 1)),
    db.execute<SumsRow>(selectSums(scan, where, calendar)),
  ]);
  const more = page.rows.length > query.size;
  const rows = page.rows.slice(0, query.size);
  // There is nothing behind the cursor any more, or too little before it to fill a first page.
  if ((after && rows.length === 0) || (before && !more && rows.length < query.size)) {
    return listInvoices(db, { ...query, after: null, before: null }, calendar);
  }
  if (before) rows.reverse();
  const total = sums.rows.reduce((sum, row) => sum + row.count, 0);
  const beyond = sums.rows.reduce((sum, row) => sum + row.beyond, 0);
  const cursorOf = (row: Row | undefined) =>
    row ? encodeCursor(query.sort, { key: row.key, id: row.id }) : null;
  return {
    rows: rows.map(({ key: _, ...row }) => row),
    total,
    totals: sums.rows.map(({ currency, count, total: all, open, overdue }) => ({
      currency,
      count,
      total: BigInt(all),
      openBalance: BigInt(open),
      overdue: BigInt(overdue),
    })),
    first: firstPlace({ after, before, rows: rows.length, total, beyond }),
    previous: (before ? more : after !== null) ? cursorOf(rows[0]) : null,
    next: (before ? true : more) ? cursorOf(rows.at(-1)) : null,
  };
}

/** With what the row is sorted by, as text. */
type Row = { [K in keyof InvoiceListRow]: InvoiceListRow[K] } & { key: string | null };

type SumsRow = {
  currency: Currency;
  count: number;
  beyond: number;
  total: string;
  open: string;
  overdue: string;
};

interface Scan {
  order: InvoiceOrder;
  /** What the rows are read by, which for the page before a cursor is the reverse of how they are shown. */
  orderBy: SQL;
  /** The conditions of each run, in the order they are read. */
  runs: readonly SQL[];
}

function scanOf(query: InvoiceListQuery, cursor: InvoiceCursor | null, backward: boolean): Scan {
  const order = invoiceOrders[query.sort];
  const descending = query.descending !== backward;
  // Read along its index or against it; only then does the index have the rows in this very order.
  const along = descending === order.indexDescending;
  const direction = sql.raw(`${descending ? 'DESC' : 'ASC'} NULLS ${along ? 'LAST' : 'FIRST'}`);
  const keys = order.keys.map((key) => sql`${key} ${direction}`);
  const orderBy = sql`${sql.join(keys, sql`, `)}, stream_id ${sql.raw(along ? 'ASC' : 'DESC')}`;

  const beyondId = (id: string) => sql`stream_id ${sql.raw(along ? '>' : '<')} ${id}::uuid`;
  const beyond = ({ key, id }: InvoiceCursor) => {
    if (key === null) return beyondId(id);
    const [left, right] = [rowOf(order.keys), rowOf(order.valuesOf(key))];
    // "Not equal" rather than "greater": no index serves it, so none is searched for the two sides of OR apart.
    return sql`${left} ${sql.raw(descending ? '<=' : '>=')} ${right} AND (${left} <> ${right} OR ${beyondId(id)})`;
  };
  const all = cursor ? beyond(cursor) : sql`true`;
  if (!order.nullable) return { order, orderBy, runs: [all] };

  const valued = sql.join(
    order.keys.map((key) => sql`${key} IS NOT NULL`),
    sql` AND `,
  );
  const empty = sql.join(
    order.keys.map((key) => sql`${key} IS NULL`),
    sql` AND `,
  );
  const [first, second] = backward ? [empty, valued] : [valued, empty];
  if (!cursor) return { order, orderBy, runs: [first, second] };
  const inFirst = (cursor.key === null) === backward;
  return { order, orderBy, runs: inFirst ? [sql`${first} AND ${all}`, second] : [sql`${second} AND ${all}`] };
}

const rowOf = (values: readonly SQL[]): SQL =>
  values.length === 1 ? sql`${values[0]}` : sql`(${sql.join([...values], sql`, `)})`;

function selectPage(
  { order, orderBy, runs }: Scan,
  where: SQL,
  calendar: CompanyCalendar,
  limit: number,
): SQL {
  const parts = runs.flatMap((run, part) =>
    invoiceSources(calendar).map(
      (source) => sql`(
        SELECT *, ${sql.raw(String(part))} AS part FROM ${source}
         WHERE ${where} AND ${run} ORDER BY ${orderBy} LIMIT ${limit}
      )`,
    ),
  );
  return sql`
    SELECT ${rowColumns(calendar)}, ${order.text} AS key
      FROM (${sql.join(parts, sql` UNION ALL `)}) page
     ORDER BY part, ${orderBy} LIMIT ${limit}`;
}

/** How many match and how many of them lie beyond the cursor, with what they come to, currency by currency. */
function selectSums({ runs }: Scan, where: SQL, calendar: CompanyCalendar): SQL {
  const beyond = sql.join(
    runs.map((run) => sql`(${run})`),
    sql` OR `,
  );
  return sql`
    SELECT currency, count(*)::int AS count, count(*) FILTER (WHERE ${beyond})::int AS beyond,
           sum(total_amount)::text AS total,
           coalesce(sum(balance_amount) FILTER (WHERE ${isOpen}), 0)::text AS open,
           coalesce(sum(balance_amount) FILTER (WHERE ${isOverdue(calendar)}), 0)::text AS overdue
      FROM ${invoicesAt(calendar)} WHERE ${where} GROUP BY currency ORDER BY count DESC, currency`;
}

function firstPlace(page: {
  after: InvoiceCursor | null;
  before: InvoiceCursor | null;
  rows: number;
  total: number;
  beyond: number;
}): number {
  if (page.rows === 0) return 0;
  if (page.after) return Math.max(1, page.total - page.beyond + 1);
  return page.before ? Math.max(1, page.beyond - page.rows + 1) : 1;
}
