import type { Alternative, CommandRefusal } from '../event-sourcing/workflow';
import type { InvoiceCommandType } from './commands';
import { type Invoice, type Status, statusLabels, statusOf } from './invoice';

/**
 * The table "what is lawful when": in which statuses a command may be given. The rules and the forms both ask it,
 * so that a button is offered exactly when the server would take it.
 */
const lawfulIn: Record<Exclude<InvoiceCommandType, 'create_invoice'>, readonly Status[]> = {
  discard_draft: ['draft'],
  add_line: ['draft'],
  change_line: ['draft'],
  remove_line: ['draft'],
  change_details: ['draft', 'open', 'partially_paid'],
  finalize_invoice: ['draft'],
  send_invoice: ['open', 'partially_paid', 'paid'],
  record_payment: ['open', 'partially_paid', 'uncollectible'],
  void_invoice: ['open', 'uncollectible'],
};

const doing: Record<InvoiceCommandType, string> = {
  create_invoice: 'be created',
  discard_draft: 'be discarded',
  add_line: 'get another line',
  change_line: 'have its lines changed',
  remove_line: 'lose a line',
  change_details: 'have its due date or memo changed',
  finalize_invoice: 'be finalized',
  send_invoice: 'be sent',
  record_payment: 'take a payment',
  void_invoice: 'be voided',
};

const instead: Partial<Record<Status, readonly Alternative[]>> = {
  draft: [
    { action: 'finalize_invoice', label: 'Finalize it first' },
    { action: 'discard_draft', label: 'Discard the draft' },
  ],
  open: [{ action: 'void_invoice', label: 'Void the invoice' }],
};

/** Why this command cannot be given to this invoice as it stands, or null if it can. */
export function refusalOf(type: InvoiceCommandType, invoice: Invoice): CommandRefusal | null {
  if (type === 'create_invoice') {
    if (!invoice.id) return null;
    return { code: 'exists_already', message: 'This invoice exists already. Reload the page to see it.' };
  }
  if (!invoice.id) {
    return {
      code: 'not_found',
      message: 'There is no such invoice. It may not have been saved; look for it in the list.',
    };
  }
  const status = statusOf(invoice);
  if (type === 'void_invoice' && Object.keys(invoice.payments).length > 0) {
    return {
      code: 'has_payments',
      message:
        'This invoice has a payment, so it can’t be voided. Take the payment back first if it was a mistake.',
    };
  }
  if (lawfulIn[type].includes(status)) return null;
  return {
    code: 'not_lawful',
    message: `This invoice is ${inSentence(status)}, so it can’t ${doing[type]}.`,
    alternatives: instead[status] ?? [],
  };
}

const inSentence = (status: Status): string =>
  status === 'draft' ? 'a draft' : statusLabels[status].toLowerCase();
