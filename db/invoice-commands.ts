import type { InvoiceCommand } from '@/lib/invoice/commands';
import { type Invoice, titleOf } from '@/lib/invoice/invoice';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import type { Database } from './client';
import { type CommandRequest, execute } from './execute';
import { ensureCustomer, resolveCustomer } from './known-customer';
import { readRecordHeads } from './record-heads';
import { refusal, type WriteResult } from './write';

type InvoiceRequest = CommandRequest & { command: InvoiceCommand };

/**
 * Gives an invoice a command as it comes from a page or a program, which is not trusted with what only the database
 * knows: whom it is for, and what it is a copy of. Whoever it is for then has a record of their own; only then, so that
 * nothing is written where the command is refused.
 */
export async function giveInvoiceCommand(db: Database, request: InvoiceRequest): Promise<WriteResult> {
  const completed = await complete(db, request);
  if ('refusal' in completed) return { ok: false, refusal: completed.refusal };
  const { command } = completed;
  const result = await execute(db, { ...request, command, asked: request.command });
  if (!result.ok || !('customer' in command)) return result;
  const added = await ensureCustomer(db, command.customer, request);
  if (added && !added.ok)
    throw new Error(`The invoice's customer could not be added: ${added.refusal.message}`);
  return result;
}

/** Reads only. */
async function complete(
  db: Database,
  { command, streamId }: InvoiceRequest,
): Promise<{ command: InvoiceCommand } | { refusal: ReturnType<typeof refusal> }> {
  if (!('customer' in command)) return { command };
  const customer = command.customer.id === streamId ? null : await resolveCustomer(db, command.customer);
  if (!customer) {
    const message =
      'This id belongs to a record that is no customer. Choose a customer from the list, or type a name.';
    return { refusal: refusal('no_such_customer', message, { field: 'customer.name' }) };
  }
  if (command.type !== 'create_invoice' || !command.duplicateOf) return { command: { ...command, customer } };
  const { id } = command.duplicateOf;
  const original = (await readRecordHeads(db, [id])).get(id);
  if (original?.workflow !== invoiceWorkflow.name) {
    const message =
      'There is no invoice that this could be a copy of. Look for it in the list, and duplicate it there.';
    return { refusal: refusal('no_such_original', message, { field: 'duplicateOf' }) };
  }
  const title = titleOf(original.state as Invoice);
  return { command: { ...command, customer, duplicateOf: { id, title } } };
}
