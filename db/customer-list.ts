/**
 * The list of customers by name, page by page, by keyset: a page begins behind a row, and what each customer owes is
 * added up for the rows of the page only, in the same query.
 */
import { type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { CustomerListPage, CustomerListRow } from '@/lib/customer/customer-list';
import { text } from '@/lib/text';
import type { Database } from './client';
import { containing } from './containing';
import { byName, givenName } from './name-order';
import { readBatches } from './row-batches';
import { isoText } from './stored-event';

export interface CustomerListQuery {
  search: string;
  after: string | null;
  before: string | null;
}

export const customersPerPage = 50;
const mostWords = 8;

const key = byName(sql`name`);

/**
 * One page of the customers that match, and how many do.
 *
 * @param today decides what is overdue: the company's calendar day
 */
export async function listCustomers(
  db: Pick<Database, 'execute'>,
  query: CustomerListQuery,
  today: string,
): Promise<CustomerListPage> {
  const after = decode(query.after);
  const before = after ? null : decode(query.before);
  const where = matchingCustomers(query.search);
  const [page, count] = await Promise.all([
    db.execute<Row>(selectPage(where, after ?? before, before !== null, today)),
    db.execute<{ total: number }>(sql`SELECT count(*)::int AS total FROM customers WHERE ${where}`),
  ]);
  const more = page.rows.length > customersPerPage;
  const rows = page.rows.slice(0, customersPerPage);
  // There is nothing behind the cursor any more, or too little before it to fill a first page.
  if ((after && rows.length === 0) || (before && !more && rows.length < customersPerPage))
    return listCustomers(db, { ...query, after: null, before: null }, today);
  if (before) rows.reverse();
  const cursorOf = (row: Row | undefined) => (row ? encode(row) : null);
  return {
    rows: rows.map(({ key: _, ...row }) => row),
    total: count.rows[0]?.total ?? 0,
    previous: (before ? more : after !== null) ? cursorOf(rows[0]) : null,
    next: (before ? true : more) ? cursorOf(rows.at(-1)) : null,
  };
}

type Row = { [K in keyof CustomerListRow]: CustomerListRow[K] } & { key: string };

function selectPage(where: SQL, cursor: Cursor | null, backward: boolean, today: string): SQL {
  const [beyond, direction] = backward ? [sql`<`, sql`DESC`] : [sql`>`, sql`ASC`];
  const behind = cursor
    ? sql`(${key}, stream_id) ${beyond} (${givenName(cursor.key)}, ${cursor.id}::uuid)`
    : sql`true`;
  return sql`
    WITH page AS (
      SELECT *, ${key} AS key FROM customers WHERE ${where} AND ${behind}
       ORDER BY ${key} ${direction}, stream_id ${direction} LIMIT ${customersPerPage + 1}
    )
    SELECT ${rowColumns}, key
      FROM page ${owedBy(sql`page.stream_id`, today)}
     ORDER BY key ${direction}, stream_id ${direction}`;
}

/** What a row is made of, where `owedBy` is joined. */
const rowColumns = sql`stream_id AS id, name, email, archived, ${isoText('updated_at')} AS "updatedAt",
  owed.count AS "invoiceCount", owed.balances`;

/** Every customer that matches a search, for a file: by name, as the list is. */
export function readCustomerBatches(
  db: Database,
  search: string,
  today: string,
): AsyncGenerator<readonly CustomerListRow[], undefined> {
  return readBatches(
    db,
    sql`SELECT ${rowColumns} FROM customers ${owedBy(sql`customers.stream_id`, today)}
         WHERE ${matchingCustomers(search)} ORDER BY ${key}, stream_id`,
  );
}

/** Joins how many invoices a customer has and what they owe, as `owed (count, balances)`. */
function owedBy(customer: SQL, today: string): SQL {
  return sql`
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(invoices), 0)::int AS count,
             coalesce(json_agg(json_build_object('currency', currency, 'open', open, 'overdue', overdue)
                               ORDER BY currency) FILTER (WHERE open <> 0), '[]') AS balances
        FROM (
          SELECT currency, count(*) AS invoices,
                 coalesce(sum(balance_amount) FILTER (WHERE status IN ('open', 'partially_paid')), 0) AS open,
                 coalesce(sum(balance_amount) FILTER (WHERE status IN ('open', 'partially_paid')
                                                        AND due_date < ${today}::date), 0) AS overdue
            FROM invoices
           WHERE customer_id = ${customer} AND status <> 'discarded'
           GROUP BY currency
        ) by_currency
    ) owed`;
}

/** The customers in whose name or email address every word of a search is found: a condition on `customers`. */
export function matchingCustomers(search: string): SQL {
  const words = search.split(/\s+/).filter(Boolean).slice(0, mostWords);
  const conditions = words.map(
    (word) => sql`lower(name || ' ' || coalesce(email, '')) LIKE lower(${containing(word)}::text)`,
  );
  return conditions.length > 0 ? sql.join(conditions, sql` AND `) : sql`true`;
}

/** A place in the list: the customer that a page follows or precedes. */
interface Cursor {
  key: string;
  id: string;
}

const cursorShape = z.tuple([text(1000), z.uuid()]);

const encode = (row: { key: string; id: string }): string =>
  Buffer.from(JSON.stringify([row.key, row.id])).toString('base64url');

/** The cursor of an address, or null if it is none. */
function decode(encoded: string | null): Cursor | null {
  if (!encoded || encoded.length > 4000) return null;
  try {
    const [name, id] = cursorShape.parse(JSON.parse(Buffer.from(encoded, 'base64url').toString()));
    return { key: name, id };
  } catch {
    return null;
  }
}
