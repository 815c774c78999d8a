import { type SQL, sql } from 'drizzle-orm';
import type { FoundRecord, FoundRecords } from '@/lib/found-records';
import { titleOf } from '@/lib/invoice/invoice';
import { noFilters } from '@/lib/invoice/invoice-filters';
import { type Status, statusLabels } from '@/lib/invoice/status';
import type { Database } from './client';
import { matchingCustomers } from './customer-list';
import { invoiceWhere } from './invoice-where';
import { byName } from './name-order';

type Reads = Pick<Database, 'execute'>;

const most = 8;

/**
 * A few records by what people call them: invoices by number and customer, customers by name and email address. Every word
 * must be found somewhere in them, as in the lists.
 */
export async function searchRecords(db: Reads, text: string): Promise<FoundRecords> {
  const search = text.trim();
  if (search === '') return { invoices: [], customers: [] };
  const [invoices, customers] = await Promise.all([findInvoices(db, search), findCustomers(db, search)]);
  return { invoices, customers };
}

type InvoiceRow = { id: string; number: string | null; customerName: string; status: Status };

/** The one with this very number, then whatever changed last. */
async function findInvoices(db: Reads, search: string): Promise<FoundRecord[]> {
  // What the search finds has no use for the calendar: nothing here is about what is due.
  const matching = invoiceWhere({ ...noFilters, search }, { today: '1970-01-01', timeZone: 'UTC' });
  const columns = sql`stream_id AS id, number, customer_name AS "customerName", status`;
  const [named, others] = await Promise.all([
    db.execute<InvoiceRow>(sql`
      SELECT ${columns} FROM invoices WHERE ${isNumber(search)} LIMIT 1`),
    db.execute<InvoiceRow>(sql`
      SELECT ${columns} FROM invoices WHERE ${matching} ORDER BY updated_at DESC, stream_id LIMIT ${most}`),
  ]);
  const first = named.rows.map(({ id }) => id);
  return [...named.rows, ...others.rows.filter(({ id }) => !first.includes(id))]
    .slice(0, most)
    .map((row) => ({
      id: row.id,
      title: titleOf(row),
      detail: `${row.customerName} · ${statusLabels[row.status]}`,
    }));
}

/** The first condition is the one that the index on numbers begins with. */
const isNumber = (text: string): SQL =>
  sql`length(number) = length(${text}::text) AND number IN (${text}, upper(${text}::text))`;

type CustomerRow = { id: string; name: string; email: string | null; archived: boolean };

/** Who begins with the text first, and who is archived last: their history can still be asked for. */
async function findCustomers(db: Reads, search: string): Promise<FoundRecord[]> {
  const { rows } = await db.execute<CustomerRow>(sql`
    SELECT stream_id AS id, name, email, archived FROM customers WHERE ${matchingCustomers(search)}
     ORDER BY archived, starts_with(lower(name), lower(${search}::text)) DESC, ${byName(sql`name`)}, stream_id
     LIMIT ${most}`);
  return rows.map(({ id, name, email, archived }) => ({
    id,
    title: name,
    detail: [email, archived && 'Archived'].filter(Boolean).join(' · ') || null,
  }));
}
