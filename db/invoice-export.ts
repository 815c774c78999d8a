import { type SQL, sql } from 'drizzle-orm';
import type { InvoiceListRow, InvoiceOrdering } from '@/lib/invoice/invoice-list';
import type { Database } from './client';
import { wholeOrder } from './invoice-order';
import { rowColumns } from './invoice-row-columns';
import type { CompanyCalendar } from './invoice-where';
import { invoicesAt } from './invoices-at';
import { readBatches } from './row-batches';

/**
 * Every row of a filter or a selection, for a file, sorted as the list is.
 *
 * @param where a condition on `invoices`
 */
export function readInvoiceBatches(
  db: Database,
  where: SQL,
  ordering: InvoiceOrdering,
  calendar: CompanyCalendar,
): AsyncGenerator<readonly InvoiceListRow[], undefined> {
  return readBatches(
    db,
    sql`SELECT ${rowColumns(calendar)} FROM ${invoicesAt(calendar)} WHERE ${where} ORDER BY ${wholeOrder(ordering)}`,
  );
}
