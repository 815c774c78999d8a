import { type SQL, sql } from 'drizzle-orm';
import type { InvoiceSelection } from '@/lib/invoice/invoice-selection';
import type { Database } from './client';
import { type CompanyCalendar, invoiceWhere } from './invoice-where';
import { invoicesAt } from './invoices-at';

/** A selection as a condition on `invoices`. */
export function selectionWhere(selection: InvoiceSelection, calendar: CompanyCalendar): SQL {
  if (selection.kind === 'these') return sql`stream_id = ANY(${sql.param(selection.ids)}::uuid[])`;
  const { filters, except } = selection;
  const where = invoiceWhere(filters, calendar);
  return except.length === 0 ? where : sql`${where} AND stream_id <> ALL(${sql.param(except)}::uuid[])`;
}

/** The ids of the invoices that are selected, up to so many. */
export async function readSelection(
  db: Pick<Database, 'execute'>,
  selection: InvoiceSelection,
  calendar: CompanyCalendar,
  most: number,
): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    SELECT stream_id AS id FROM ${invoicesAt(calendar)} WHERE ${selectionWhere(selection, calendar)}
     ORDER BY stream_id LIMIT ${most}`);
  return rows.map(({ id }) => id);
}
