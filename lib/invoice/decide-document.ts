import { paymentReferenceOf } from '../payment-reference';
import type { CommandOf } from './commands';
import { alreadyThere, type Context, events, type InvoiceDecision, notThere, refused } from './decision';
import type { InvoiceEvent } from './events';
import type { Invoice } from './invoice';
import { canSendReceipt, sentNext } from './what-is-sent';

type DocumentCommand = CommandOf<
  | 'discard_draft'
  | 'change_details'
  | 'finalize_invoice'
  | 'send_invoice'
  | 'send_reminder'
  | 'void_invoice'
  | 'reverse_write_off'
  | 'add_note'
  | 'withdraw_note'
>;

/** The life of the document: its terms, its number, what is sent of it, and what colleagues note beside it. */
export function decideDocument(
  command: DocumentCommand,
  invoice: Invoice,
  context: Context,
): InvoiceDecision {
  switch (command.type) {
    case 'discard_draft':
      return events({ type: 'draft_discarded', payload: {} });
    case 'change_details':
      return changeDetails(command, invoice);
    case 'finalize_invoice':
      return finalize(invoice, context);
    case 'send_invoice':
    case 'send_reminder':
      return send(command, invoice, context);
    case 'void_invoice':
      return events({ type: 'invoice_voided', payload: { voidedAt: context.now } });
    case 'reverse_write_off':
      return events({ type: 'write_off_reversed', payload: {} });
    case 'add_note': {
      const { noteId: id, text } = command;
      if (invoice.notes[id]) return alreadyThere('note', 'noteId');
      const note = { id, text, author: context.actor.name, addedAt: context.now };
      return events({ type: 'note_added', payload: { note } });
    }
    case 'withdraw_note':
      if (!invoice.notes[command.noteId]) return notThere('note', 'noteId');
      return events({ type: 'note_withdrawn', payload: { noteId: command.noteId } });
  }
}

function changeDetails({ dueDate, memo }: CommandOf<'change_details'>, invoice: Invoice): InvoiceDecision {
  const list: InvoiceEvent[] = [];
  if (dueDate !== undefined && dueDate !== invoice.dueDate)
    list.push({ type: 'due_date_changed', payload: { dueDate } });
  if (memo !== undefined && memo !== invoice.memo) list.push({ type: 'memo_changed', payload: { memo } });
  return events(...list);
}

function finalize(invoice: Invoice, { now, today, reserved, settings }: Context): InvoiceDecision {
  if (Object.keys(invoice.lines).length === 0) {
    return refused({
      code: 'no_lines',
      message: 'An invoice needs at least one line before it can be finalized.',
      alternatives: [{ action: 'add_line', label: 'Add a line' }],
    });
  }
  if (!reserved) return { kind: 'reserve', series: 'invoice' };
  const { name, address, taxId, paymentReference } = settings;
  return events({
    type: 'invoice_finalized',
    payload: {
      number: reserved,
      issueDate: today,
      finalizedAt: now,
      paymentReference: paymentReferenceOf(reserved, paymentReference),
      seller: { name, address, taxId },
    },
  });
}

function send(
  command: CommandOf<'send_invoice' | 'send_reminder'>,
  invoice: Invoice,
  { now }: Context,
): InvoiceDecision {
  const { messageId: id, to, text } = command;
  if (invoice.messages[id]) return alreadyThere('message', 'messageId');
  if (command.type === 'send_reminder')
    return events({
      type: 'reminder_sent',
      payload: { message: { id, kind: 'reminder', to, text, sentAt: now } },
    });
  const { kind = sentNext(invoice) } = command;
  if (kind === 'receipt' && !canSendReceipt(invoice)) {
    return refused({
      code: 'nothing_received',
      message: 'A receipt is for an invoice that was paid. Send the invoice itself.',
      field: 'kind',
    });
  }
  return events({ type: 'invoice_sent', payload: { message: { id, kind, to, text, sentAt: now } } });
}
