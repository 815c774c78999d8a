import { type SQL, sql } from 'drizzle-orm';
import type { InvoiceFilters } from '@/lib/invoice/invoice-filters';
import { type ListNews, mostNews } from '@/lib/list-news';
import type { RecordFilters } from '@/lib/record-list';
import type { Database } from './client';
import { matchingCustomers } from './customer-list';
import { type CompanyCalendar, invoiceWhere } from './invoice-where';
import { recordsWhere } from './record-list';

/** So many events are looked through: whoever left a list open for a week is told "99+" all the same. */
const mostEvents = 20_000;

interface Since {
  /** What the log held when the list was read. */
  mark: string;
  /** The rows that it shows: they count even where they no longer match. */
  shown: readonly string[];
}

/** What has come since a list of invoices was read. */
export function countInvoiceNews(
  db: Pick<Database, 'execute'>,
  filters: InvoiceFilters,
  calendar: CompanyCalendar,
  since: Since,
): Promise<ListNews> {
  return countNews(db, 'invoice', sql`invoices`, invoiceWhere(filters, calendar), since);
}

/** What has come since a list of customers was read. */
export function countCustomerNews(
  db: Pick<Database, 'execute'>,
  search: string,
  since: Since,
): Promise<ListNews> {
  return countNews(db, 'customer', sql`customers`, matchingCustomers(search), since);
}

/** What has come since a list of records was read. */
export function countRecordNews(
  db: Pick<Database, 'execute'>,
  filters: RecordFilters,
  since: Since,
): Promise<ListNews> {
  return countNews(db, filters.workflow, sql`records`, recordsWhere(filters), since);
}

/**
 * The records that events have come of since and that the list would show, or shows.
 *
 * @param matches a condition on the read table
 */
async function countNews(
  db: Pick<Database, 'execute'>,
  workflow: string,
  table: SQL,
  matches: SQL,
  { mark, shown }: Since,
): Promise<ListNews> {
  const { rows } = await db.execute<ListNews & Record<string, unknown>>(sql`
    WITH heard AS (
      SELECT stream_id AS id, version FROM events
       WHERE tx >= pg_snapshot_xmin(${mark}::pg_snapshot)
         AND NOT pg_visible_in_snapshot(tx, ${mark}::pg_snapshot) AND workflow = ${workflow}
       LIMIT ${mostEvents}
    ), news AS (
      SELECT id, min(version) = 1 AS added FROM heard GROUP BY id
    )
    SELECT least(count(*) FILTER (WHERE added), ${mostNews})::int AS added,
           least(count(*) FILTER (WHERE NOT added), ${mostNews})::int AS changed
      FROM news LEFT JOIN ${table} ON ${table}.stream_id = news.id
     WHERE (${matches}) OR news.id = ANY(${sql.param(shown)}::uuid[])`);
  return rows[0] ?? { added: 0, changed: 0 };
}
