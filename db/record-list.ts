/**
 * The lists of records out of the read tables that workflows share, page by page, by keyset: a page begins behind a row,
 * so deep pages cost what the first does and rows that appear meanwhile shift nothing. Of a past moment the same, out of
 * what is and what was then: see rows-at.ts.
 */
import { type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type {
  ListMoment,
  RecordFilters,
  RecordListPage,
  RecordListQuery,
  RecordListRow,
  RecordSort,
  RecordTotals,
} from '@/lib/record-list';
import { inSearch } from '@/lib/record-summary';
import { text } from '@/lib/text';
import type { Database } from './client';
import { containing } from './containing';
import { cursorInstant } from './cursor-instant';
import { faceValue } from './face-value';
import { byName, givenName } from './name-order';
import { recordColumns } from './projections/records';
import { readBatches } from './row-batches';
import { rowSources, rowsAt } from './rows-at';
import { isoText } from './stored-event';

/** The read tables that workflows share. */
export const recordTables = {
  newest: 'records',
  versions: 'record_versions',
  since: 'valid_from',
  columns: recordColumns,
};

export const recordsPerPage = 50;
const mostWords = 8;

/** One way to sort; `stream_id` decides between equals, upwards where the order runs as its index does. */
interface Order {
  key: SQL;
  text: SQL;
  valueOf(text: string): SQL;
  indexDescending: boolean;
  shape: z.ZodMiniType<string>;
}

/** What has no amount comes where less than nothing would. */
const amount = sql`coalesce(${faceValue('amount')}, ${sql.raw('-9223372036854775807')})`;
const name = (column: SQL): Order => ({
  key: byName(column),
  text: sql`lower(${column})`,
  valueOf: givenName,
  indexDescending: false,
  shape: text(5000),
});

const orders: Readonly<Record<RecordSort, Order>> = {
  updated: {
    key: sql`valid_from`,
    text: isoText('valid_from'),
    valueOf: (at) => sql`${at}::timestamptz`,
    indexDescending: true,
    shape: cursorInstant,
  },
  title: name(sql`title`),
  customer: name(sql`coalesce(customer_name, '')`),
  amount: {
    key: amount,
    text: sql`${amount}::text`,
    valueOf: (value) => sql`${value}::bigint`,
    indexDescending: false,
    shape: z.string().check(
      z.regex(/^-?\d{1,19}$/),
      z.refine((digits) => BigInt.asIntN(64, BigInt(digits)) === BigInt(digits)),
    ),
  },
};

/** One page of the records that match at a moment, and what all of them come to. */
export async function listRecords(
  db: Pick<Database, 'execute'>,
  query: RecordListQuery,
  moment: ListMoment = {},
): Promise<RecordListPage> {
  const after = decode(query.sort, query.after);
  const before = after ? null : decode(query.sort, query.before);
  const where = recordsWhere(query);
  const [page, sums] = await Promise.all([
    db.execute<Row>(selectPage(query, where, moment, after ?? before, before !== null)),
    db.execute<Sums>(selectTotals(where, moment)),
  ]);
  const more = page.rows.length > recordsPerPage;
  const rows = page.rows.slice(0, recordsPerPage);
  // There is nothing behind the cursor any more, or too little before it to fill a first page.
  if ((after && rows.length === 0) || (before && !more && rows.length < recordsPerPage))
    return listRecords(db, { ...query, after: null, before: null }, moment);
  if (before) rows.reverse();
  const cursorOf = (row: Row | undefined) => (row ? encode(query.sort, row) : null);
  return {
    rows: rows.map(({ key: _, ...row }) => row),
    total: sums.rows.reduce((all, { count }) => all + count, 0),
    totals: sums.rows.map((row) => ({ ...row, amount: BigInt(row.amount) })),
    previous: (before ? more : after !== null) ? cursorOf(rows[0]) : null,
    next: (before ? true : more) ? cursorOf(rows.at(-1)) : null,
  };
}

type Row = { [K in keyof RecordListRow]: RecordListRow[K] } & { key: string };
type Sums = { [K in keyof RecordTotals]: K extends 'amount' ? string : RecordTotals[K] };

/** The columns of a `RecordListRow`. */
const rowColumns = sql`stream_id AS id, version, title, status, customer_id AS "customerId",
  customer_name AS "customerName", amount::float8 AS amount, currency, fields,
  last_actor_name AS "lastActorName", ${isoText('valid_from')} AS "updatedAt"`;

function selectPage(
  query: RecordListQuery,
  where: SQL,
  moment: ListMoment,
  cursor: Cursor | null,
  backward: boolean,
): SQL {
  const order = orders[query.sort];
  const descending = query.descending !== backward;
  const along = descending === order.indexDescending;
  const orderBy = orderSql(order, descending);
  const limit = recordsPerPage + 1;
  const behind = cursor
    ? sql`${order.key} ${sql.raw(descending ? '<=' : '>=')} ${order.valueOf(cursor.key)}
          AND (${order.key} <> ${order.valueOf(cursor.key)}
               OR stream_id ${sql.raw(along ? '>' : '<')} ${cursor.id}::uuid)`
    : sql`true`;
  const parts = rowSources(recordTables, moment).map(
    (source) =>
      sql`(SELECT * FROM ${source} WHERE ${where} AND ${behind} ORDER BY ${orderBy} LIMIT ${limit})`,
  );
  return sql`
    SELECT ${rowColumns}, ${order.text} AS key
      FROM (${sql.join(parts, sql` UNION ALL `)}) page
     ORDER BY ${orderBy} LIMIT ${limit}`;
}

/** Read along its index or against it; only then does the index have the rows in this very order. */
function orderSql(order: Order, descending: boolean): SQL {
  const along = descending === order.indexDescending;
  const direction = sql.raw(`${descending ? 'DESC' : 'ASC'} NULLS ${along ? 'LAST' : 'FIRST'}`);
  return sql`${order.key} ${direction}, stream_id ${sql.raw(along ? 'ASC' : 'DESC')}`;
}

const selectTotals = (where: SQL, moment: ListMoment): SQL => sql`
  SELECT status, currency, count(*)::int AS count, coalesce(sum(amount), 0)::text AS amount
    FROM ${rowsAt(recordTables, moment)} WHERE ${where} GROUP BY status, currency ORDER BY count DESC, status, currency`;

/** The filters as a condition on `records`: page, totals, news and file mean the same rows by it. */
export function recordsWhere({ workflow, search, statuses }: RecordFilters): SQL {
  const words = search.split(/\s+/).filter(Boolean).slice(0, mostWords);
  return sql.join(
    [
      sql`workflow = ${workflow}`,
      ...words.map((word) => sql`search LIKE ${containing(inSearch(word))}`),
      ...(statuses.length > 0 ? [sql`status IN ${[...statuses]}`] : []),
    ],
    sql` AND `,
  );
}

/** Every record that matches at a moment, for a file, in the order of the list. */
export function readRecordBatches(
  db: Database,
  query: Omit<RecordListQuery, 'after' | 'before'>,
  moment: ListMoment = {},
): AsyncGenerator<readonly RecordListRow[], undefined> {
  const orderBy = orderSql(orders[query.sort], query.descending);
  return readBatches(
    db,
    sql`SELECT ${rowColumns} FROM ${rowsAt(recordTables, moment)} WHERE ${recordsWhere(query)} ORDER BY ${orderBy}`,
  );
}

/** A place in a list: the record that a page follows or precedes. */
interface Cursor {
  key: string;
  id: string;
}

/** It names its order: in another one it would point to another place. */
const encode = (sort: RecordSort, { key, id }: Cursor): string =>
  Buffer.from(JSON.stringify([sort, key, id])).toString('base64url');

/** The cursor of an address, or null if it is none for this order. */
function decode(sort: RecordSort, encoded: string | null): Cursor | null {
  if (!encoded || encoded.length > 20_000) return null;
  try {
    const shape = z.tuple([z.literal(sort), orders[sort].shape, z.uuid()]);
    const [, key, id] = shape.parse(JSON.parse(Buffer.from(encoded, 'base64url').toString()));
    return { key, id };
  } catch {
    return null;
  }
}

/** The statuses that most records of a workflow have now, for a choice of one. */
export async function readStatuses(db: Pick<Database, 'execute'>, workflow: string): Promise<string[]> {
  const { rows } = await db.execute<{ status: string }>(sql`
    SELECT status FROM records WHERE workflow = ${workflow} GROUP BY status
     ORDER BY count(*) DESC, status LIMIT 100`);
  return rows.map(({ status }) => status);
}
