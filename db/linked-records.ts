import { sql } from 'drizzle-orm';
import type { Database } from './client';
import { type CommandRequest, execute } from './execute';
import { refusal, type WriteResult } from './write';

/** The records that a command may name beside its own. */
interface Links {
  customer?: { id: string; name: string };
  invoice?: { id: string; number: string };
}

/**
 * Gives a command that may name a customer or an invoice, once it is certain that there is such a one under this name, and
 * that the invoice is to the record's own customer: a wrong link would stay in the history for ever.
 */
export async function giveLinked(
  db: Database,
  request: CommandRequest & { command: Links },
): Promise<WriteResult> {
  const { customer, invoice } = request.command;
  const { rows } =
    customer || invoice
      ? await db.execute<Record<'customer' | 'invoice' | 'done', boolean>>(sql`
          SELECT EXISTS (SELECT FROM customers
                          WHERE stream_id = ${customer?.id ?? null}::uuid AND name = ${customer?.name ?? null}) AS customer,
                 EXISTS (SELECT FROM invoices
                          WHERE stream_id = ${invoice?.id ?? null}::uuid AND number = ${invoice?.number ?? null}
                            AND customer_id = (SELECT (state->'customer'->>'id')::uuid FROM streams
                                                WHERE stream_id = ${request.streamId}::uuid)) AS invoice,
                 EXISTS (SELECT FROM events WHERE stream_id = ${request.streamId}::uuid
                            AND operation_id = ${request.operationId}::uuid) AS done`)
      : { rows: [] };
  const [known] = rows;
  // What is repeated gets its first answer, whatever is called otherwise by now.
  if (known?.done) return execute(db, request);
  if (customer && !known?.customer) {
    const message =
      'There is no such customer. Choose one of those that are suggested, or add the customer first.';
    return { ok: false, refusal: refusal('no_such_customer', message, { field: 'customer.name' }) };
  }
  if (invoice && !known?.invoice) {
    const message =
      'This customer has no such invoice. It may have got another number, or another customer; reload the page.';
    return { ok: false, refusal: refusal('no_such_invoice', message, { field: 'invoice.number' }) };
  }
  return execute(db, request);
}

const mostLinkable = 200;

/** A customer's invoices that have a number, the newest first, for a choice of one. */
export async function readLinkableInvoices(
  db: Pick<Database, 'execute'>,
  customerId: string,
): Promise<{ value: string; label: string }[]> {
  const { rows } = await db.execute<{ value: string; label: string }>(sql`
    SELECT stream_id AS value, number AS label FROM invoices
     WHERE customer_id = ${customerId}::uuid AND number IS NOT NULL
     ORDER BY updated_at DESC, stream_id LIMIT ${mostLinkable}`);
  return rows;
}
