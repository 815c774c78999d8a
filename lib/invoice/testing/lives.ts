/**
 * Invoices in each status, as commands lead there, and one command of every type that fits them: for tests of what is
 * lawful when. Whatever can be begun in a status is begun and not ended: a failed payment, a refund, a dispute, a
 * request.
 */
import { initialSettings } from '../../decision-settings';
import { given } from '../../event-sourcing/testing';
import type { CommandOf, InvoiceCommand, InvoiceCommandType } from '../commands';
import type { Context } from '../decision';
import type { InvoiceEvent } from '../events';
import type { Status } from '../status';
import { creation, lineId, people } from '../testing';
import { invoiceWorkflow } from '../workflow';

const day = '2026-11-10';

/** Everything above nothing waits for a second person. */
export const fourEyes: Partial<Context> = { settings: { ...initialSettings, approvalAbove: 0 } };

/** A second person, who may decide on requests. */
export const manager: Partial<Context> = { actor: people.mia, mayApprove: true };

/** What a command leads to, by the rules; throws if it is refused. */
export function followedBy(
  before: readonly InvoiceEvent[],
  command: InvoiceCommand,
  context: Partial<Context> = {},
): readonly InvoiceEvent[] {
  const { events, refusal } = given(invoiceWorkflow, before).when(command, { reason: 'because', ...context });
  if (refusal) throw new Error(`${command.type} was refused: ${refusal.message}`);
  return [...before, ...events];
}

/** The same for several commands, one after another. */
export const following = (before: readonly InvoiceEvent[], ...commands: readonly InvoiceCommand[]) =>
  commands.reduce((events, command) => followedBy(events, command), before);

export function payment(amount: number, paymentId: string): CommandOf<'record_payment'> {
  return { type: 'record_payment', paymentId, amount, method: 'card', receivedOn: day, reference: null };
}

export function refund(amount: number, paymentId: string, refundId: string): CommandOf<'issue_refund'> {
  return { type: 'issue_refund', refundId, paymentId, amount };
}

export function creditNote(amount: number, creditId: string): CommandOf<'issue_credit_note'> {
  return { type: 'issue_credit_note', creditId, amount };
}

export function dispute(amount: number, paymentId: string, disputeId: string): CommandOf<'open_dispute'> {
  return {
    type: 'open_dispute',
    disputeId,
    paymentId,
    amount,
    category: 'duplicate',
    openedOn: day,
    reference: null,
  };
}

export function failure(attemptId: string): CommandOf<'record_payment_failure'> {
  return {
    type: 'record_payment_failure',
    attemptId,
    amount: 100,
    method: 'card',
    failedOn: day,
    code: 'card_declined',
    detail: null,
  };
}

const note = (noteId: string): InvoiceCommand => ({ type: 'add_note', noteId, text: 'Called them.' });
const discount = (id: string): CommandOf<'grant_discount'> => ({
  type: 'grant_discount',
  discount: { id, description: 'Regular customer', rate: 1000, amount: null },
});

const ids = {
  discount: lineId(51),
  attempt: lineId(61),
  refund: lineId(62),
  credit: lineId(63),
  dispute: lineId(64),
  firstPayment: lineId(65),
  livePayment: lineId(66),
  note: lineId(80),
  request: lineId(90),
};

const writeOff: CommandOf<'write_off_invoice'> = { type: 'write_off_invoice', requestId: ids.request };

const draft = following([], creation(2), discount(ids.discount), note(ids.note));
/** Finalized, at €53.55; what came in goes back. */
const begun = following(
  draft,
  { type: 'finalize_invoice' },
  failure(ids.attempt),
  creditNote(100, ids.credit),
  payment(100, ids.firstPayment),
  refund(100, ids.firstPayment, ids.refund),
);
const partlyPaid = following(
  begun,
  payment(1000, ids.livePayment),
  dispute(300, ids.livePayment, ids.dispute),
);
const requestRefund = refund(100, ids.livePayment, ids.request);

/** What has led to each status. */
export const lives: Record<Status, readonly InvoiceEvent[]> = {
  draft,
  open: followedBy(begun, writeOff, fourEyes),
  partially_paid: followedBy(partlyPaid, writeOff, fourEyes),
  paid: followedBy(followedBy(partlyPaid, payment(4355, lineId(67))), requestRefund, fourEyes),
  uncollectible: followedBy(followedBy(partlyPaid, requestRefund, fourEyes), writeOff),
  void: followedBy(followedBy(begun, writeOff, fourEyes), { type: 'void_invoice' }),
  discarded: followedBy(draft, { type: 'discard_draft' }),
};

/** Written off, with nothing of the customer's left. */
export const writtenOffUnpaid = followedBy(begun, writeOff);

/** One command of every type that there is; the compiler asks for the next one. */
export const commands: { [T in InvoiceCommandType]: CommandOf<T> } = {
  create_invoice: creation(1),
  discard_draft: { type: 'discard_draft' },
  add_line: {
    type: 'add_line',
    line: { id: lineId(50), description: 'Rye', quantity: '1', unitPrice: 100, taxRate: 0 },
  },
  change_line: { type: 'change_line', lineId: lineId(1), quantity: '9' },
  remove_line: { type: 'remove_line', lineId: lineId(1) },
  grant_discount: discount(lineId(52)),
  withdraw_discount: { type: 'withdraw_discount', discountId: ids.discount },
  change_customer: {
    type: 'change_customer',
    customer: { id: lineId(101), name: 'Kupfer OHG', email: null, address: null, taxId: null },
  },
  change_currency: { type: 'change_currency', currency: 'SEK' },
  change_details: { type: 'change_details', dueDate: '2026-12-24', memo: 'Thank you' },
  finalize_invoice: { type: 'finalize_invoice' },
  send_invoice: { type: 'send_invoice', messageId: lineId(70), to: 'orders@lindqvist.example', text: null },
  send_reminder: {
    type: 'send_reminder',
    messageId: lineId(71),
    to: 'orders@lindqvist.example',
    text: 'Please pay.',
  },
  record_payment: payment(1, lineId(69)),
  record_payment_failure: failure(lineId(73)),
  retry_payment: { type: 'retry_payment', attemptId: ids.attempt },
  update_payment_method: { type: 'update_payment_method', method: 'card', detail: 'Visa ending in 4242' },
  issue_refund: refund(100, ids.livePayment, lineId(72)),
  settle_refund: { type: 'settle_refund', refundId: ids.refund, settledOn: day },
  fail_refund: { type: 'fail_refund', refundId: ids.refund, failedOn: day },
  cancel_refund: { type: 'cancel_refund', refundId: ids.refund },
  issue_credit_note: creditNote(100, lineId(74)),
  void_credit_note: { type: 'void_credit_note', creditId: ids.credit },
  open_dispute: dispute(100, ids.livePayment, lineId(75)),
  win_dispute: { type: 'win_dispute', disputeId: ids.dispute, closedOn: day },
  lose_dispute: { type: 'lose_dispute', disputeId: ids.dispute, closedOn: day },
  withdraw_dispute: { type: 'withdraw_dispute', disputeId: ids.dispute },
  void_invoice: { type: 'void_invoice' },
  write_off_invoice: { ...writeOff, requestId: lineId(91) },
  reverse_write_off: { type: 'reverse_write_off' },
  add_note: { type: 'add_note', noteId: lineId(81), text: 'Called them again.' },
  withdraw_note: { type: 'withdraw_note', noteId: ids.note },
  request_undo: {
    type: 'request_undo',
    requestId: lineId(92),
    version: 1,
    what: 'undo of draft by Ana Novak',
  },
  approve_request: { type: 'approve_request', approvalId: ids.request },
  decline_request: { type: 'decline_request', approvalId: ids.request },
  withdraw_request: { type: 'withdraw_request', approvalId: ids.request },
};

/** Gives the command as who may give it: a request is answered by a second person, everything else is Ana's. */
export function give(
  before: readonly InvoiceEvent[],
  command: InvoiceCommand,
  context: Partial<Context> = {},
) {
  const who = command.type === 'approve_request' || command.type === 'decline_request' ? manager : {};
  return given(invoiceWorkflow, before).when(command, { reason: 'because', ...who, ...context });
}
