/**
 * Every row of a filter or a selection, for a file. They are read from one snapshot: a list that is walked page by
 * page while others work would miss what moves behind the reader, and its sums would fit nothing.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { InvoiceListRow, InvoiceOrdering } from '@/lib/invoice/invoice-list';
import type { Database } from './client';
import { wholeOrder } from './invoice-order';
import { rowColumns } from './invoice-row-columns';
import { type CompanyCalendar, invoicesAt } from './invoice-where';
import { compiled } from './prepared';

const batchSize = 1000;

/**
 * Reads rows in batches, sorted as the list is.
 *
 * @param where a condition on `invoices`
 */
export async function* readInvoiceBatches(
  db: Database,
  where: SQL,
  ordering: InvoiceOrdering,
  calendar: CompanyCalendar,
): AsyncGenerator<readonly InvoiceListRow[], undefined> {
  const client = await db.$client.connect();
  let failed = true;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(
      compiled(sql`DECLARE export NO SCROLL CURSOR FOR
        SELECT ${rowColumns(calendar)} FROM ${invoicesAt(calendar)} WHERE ${where} ORDER BY ${wholeOrder(ordering)}`),
    );
    for (;;) {
      const { rows } = await client.query<InvoiceListRow>(`FETCH ${batchSize} FROM export`);
      if (rows.length === 0) break;
      yield rows;
    }
    await client.query('COMMIT');
    failed = false;
    return undefined;
  } finally {
    // Left half way, the transaction goes with its connection.
    client.release(failed);
  }
}
