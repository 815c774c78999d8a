import type { Alternative, CommandRefusal } from '../event-sourcing/workflow';
import type { InvoiceCommandType } from './commands';
import type { Invoice } from './invoice';
import { hasLivePayment, type Status, statusLabels, statusOf } from './status';

const afterFinalizing: readonly Status[] = ['open', 'partially_paid', 'paid', 'uncollectible'];
/** Where what a bank decides may come in: voiding an invoice does not stop a refund that is on its way. */
const outcomes: readonly Status[] = [...afterFinalizing, 'void'];
const always: readonly Status[] = ['draft', ...afterFinalizing, 'void', 'discarded'];

/**
 * The table "what is lawful when": in which statuses a command may be given. The rules and the forms both ask it,
 * so that a button is offered exactly when the server would take it. The outcome of something that was begun (a
 * refund, a dispute, a request) is a fact that may come in whatever has happened to the invoice since.
 */
const lawfulIn: Record<Exclude<InvoiceCommandType, 'create_invoice'>, readonly Status[]> = {
  discard_draft: ['draft'],
  add_line: ['draft'],
  change_line: ['draft'],
  remove_line: ['draft'],
  grant_discount: ['draft'],
  withdraw_discount: ['draft'],
  change_customer: ['draft'],
  change_currency: ['draft'],
  change_details: ['draft', 'open', 'partially_paid'],
  finalize_invoice: ['draft'],
  send_invoice: ['open', 'partially_paid', 'paid'],
  send_reminder: ['open', 'partially_paid'],
  record_payment: ['open', 'partially_paid', 'uncollectible'],
  record_payment_failure: ['open', 'partially_paid'],
  retry_payment: ['open', 'partially_paid'],
  update_payment_method: ['draft', 'open', 'partially_paid', 'uncollectible'],
  issue_refund: ['partially_paid', 'paid'],
  settle_refund: outcomes,
  fail_refund: outcomes,
  cancel_refund: afterFinalizing,
  issue_credit_note: ['open', 'partially_paid', 'paid'],
  void_credit_note: ['open', 'partially_paid', 'paid'],
  open_dispute: ['partially_paid', 'paid'],
  win_dispute: outcomes,
  lose_dispute: outcomes,
  withdraw_dispute: outcomes,
  void_invoice: ['open', 'uncollectible'],
  write_off_invoice: ['open', 'partially_paid'],
  reverse_write_off: ['uncollectible', 'paid'],
  add_note: always,
  withdraw_note: always,
  request_undo: always,
  approve_request: always,
  decline_request: always,
  withdraw_request: always,
};

const doing: Record<InvoiceCommandType, string> = {
  create_invoice: 'be created',
  discard_draft: 'be discarded',
  add_line: 'get another line',
  change_line: 'have its lines changed',
  remove_line: 'lose a line',
  grant_discount: 'get a discount',
  withdraw_discount: 'lose a discount',
  change_customer: 'go to another customer',
  change_currency: 'change its currency',
  change_details: 'have its due date or memo changed',
  finalize_invoice: 'be finalized',
  send_invoice: 'be sent',
  send_reminder: 'have a reminder sent',
  record_payment: 'take a payment',
  record_payment_failure: 'have a failed payment',
  retry_payment: 'have a payment tried again',
  update_payment_method: 'change how it is paid',
  issue_refund: 'have a payment refunded',
  settle_refund: 'have a refund settled',
  fail_refund: 'have a refund fail',
  cancel_refund: 'have a refund cancelled',
  issue_credit_note: 'get a credit note',
  void_credit_note: 'have a credit note voided',
  open_dispute: 'have a payment disputed',
  win_dispute: 'have a dispute won',
  lose_dispute: 'have a dispute lost',
  withdraw_dispute: 'have a dispute withdrawn',
  void_invoice: 'be voided',
  write_off_invoice: 'be written off',
  reverse_write_off: 'have a write-off reversed',
  add_note: 'get a note',
  withdraw_note: 'lose a note',
  request_undo: 'have a change undone on request',
  approve_request: 'have a request approved',
  decline_request: 'have a request declined',
  withdraw_request: 'have a request withdrawn',
};

const reverseWriteOff: Alternative = { action: 'reverse_write_off', label: 'Reverse the write-off first' };

const instead: Partial<Record<Status, readonly Alternative[]>> = {
  draft: [
    { action: 'finalize_invoice', label: 'Finalize it first' },
    { action: 'discard_draft', label: 'Discard the draft' },
  ],
  open: [
    { action: 'issue_credit_note', label: 'Issue a credit note' },
    { action: 'void_invoice', label: 'Void the invoice' },
  ],
  partially_paid: [{ action: 'issue_credit_note', label: 'Issue a credit note' }],
  paid: [
    { action: 'issue_credit_note', label: 'Issue a credit note' },
    { action: 'issue_refund', label: 'Refund a payment' },
  ],
  uncollectible: [
    { action: 'record_payment', label: 'Record a payment' },
    { action: 'void_invoice', label: 'Void the invoice' },
  ],
  void: [{ action: 'duplicate_as_draft', label: 'Duplicate as draft' }],
  discarded: [{ action: 'duplicate_as_draft', label: 'Duplicate as draft' }],
};

/** Commands that give up money or take a step back say why: it stands in the history ever after. */
const needsReason: ReadonlySet<InvoiceCommandType> = new Set([
  'void_invoice',
  'write_off_invoice',
  'reverse_write_off',
  'issue_refund',
  'cancel_refund',
  'issue_credit_note',
  'void_credit_note',
  'withdraw_dispute',
  'request_undo',
  'decline_request',
]);

/** Must whoever gives this command say why? */
export function reasonRequired(type: InvoiceCommandType): boolean {
  return needsReason.has(type);
}

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
  if (type === 'void_invoice' && hasLivePayment(invoice)) {
    return {
      code: 'has_payments',
      message:
        'This invoice has a payment, so it can’t be voided. Refund it, or take it back first if it was a mistake.',
      alternatives: insteadOf(invoice, status === 'uncollectible' ? [reverseWriteOff] : instead.paid),
    };
  }
  if (type === 'reverse_write_off' && !invoice.writtenOffAt) {
    return { code: 'not_written_off', message: 'This invoice is not written off.' };
  }
  if (lawfulIn[type].includes(status)) return null;
  return {
    code: 'not_lawful',
    message: `This invoice is ${inSentence(status)}, so it can’t ${doing[type]}.`,
    alternatives: insteadOf(invoice, instead[status]),
  };
}

/** Only what would be accepted: no voiding while there is a payment. */
function insteadOf(invoice: Invoice, alternatives: readonly Alternative[] = []): readonly Alternative[] {
  return hasLivePayment(invoice)
    ? alternatives.filter(({ action }) => action !== 'void_invoice')
    : alternatives;
}

const inSentence = (status: Status): string =>
  status === 'draft' ? 'a draft' : statusLabels[status].toLowerCase();
