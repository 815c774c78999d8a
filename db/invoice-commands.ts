import { isolated } from '@/lib/event-sourcing/isolated';
import { type ExplainedRefusal, explain, narrate } from '@/lib/event-sourcing/narrate';
import { planRequest, type RevertRequest } from '@/lib/event-sourcing/plan';
import { RecordLog } from '@/lib/event-sourcing/record-log';
import type { CommandOf, InvoiceCommand } from '@/lib/invoice/commands';
import { type Invoice, titleOf } from '@/lib/invoice/invoice';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import type { Database } from './client';
import { readStream } from './event-store';
import { type CommandRequest, execute } from './execute';
import { readSettings } from './heads';
import { ensureCustomer, resolveCustomer } from './known-customer';
import { readRecordHeads } from './record-heads';
import { refusal, type WriteResult } from './write';

type InvoiceRequest = CommandRequest & { command: InvoiceCommand };
type Completed = { command: InvoiceCommand } | { refusal: ExplainedRefusal };

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
async function complete(db: Database, request: InvoiceRequest): Promise<Completed> {
  const { command, streamId } = request;
  if (command.type === 'request_undo') return completeUndo(db, request, command);
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

/**
 * What somebody asks to have undone, told as the history tells it; refused where nobody could do it, or they themselves
 * can. Reads only.
 */
async function completeUndo(
  db: Database,
  { streamId, actor, mayApprove = false, reader }: InvoiceRequest,
  command: CommandOf<'request_undo'>,
): Promise<Completed> {
  const [events, settings] = await Promise.all([readStream(db.$client, streamId), readSettings(db.$client)]);
  const log = new RecordLog(invoiceWorkflow, events);
  const { version } = command;
  if (version > log.version) {
    const message = `This invoice has no event ${version}; it has ${log.version}.`;
    return { refusal: refusal('no_such_event', message) };
  }
  const asker = { actorId: actor.id, mayWrite: true, mayChangeOthersWork: mayApprove, settings };
  const row: RevertRequest = { button: 'row', version };
  if (planRequest(log, row, asker).ok) {
    const message = 'You can do this yourself: choose it from the menu of the event.';
    return { refusal: refusal('yours_to_do', message, { events: [version] }) };
  }
  const second = { ...asker, mayChangeOthersWork: true };
  const possible = planRequest(log, row, second);
  if (!possible.ok) return { refusal: explain(log, possible.refusal, reader, second) };
  const { history } = log;
  const base = history.baseOf(version);
  const verb = history.takesOut(version) ? 'redo' : 'undo';
  const what = `${verb} of ${narrate(log, base).short} by ${isolated(history.event(base).actor.name)}`;
  return { command: { ...command, what } };
}
