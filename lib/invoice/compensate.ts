import type { Leaf } from '../event-sourcing/event';
import type { Alternative, Compensation, EventWithChanges } from '../event-sourcing/workflow';
import type { InvoiceEvent, InvoiceEventOf } from './events';

type Undoing = Compensation<InvoiceEvent>;

/**
 * What takes each event back, or why nothing does. What was before is read from the difference that the event made,
 * so a payload need hold no old values.
 */
export function compensate(event: EventWithChanges<InvoiceEvent>): Undoing {
  switch (event.type) {
    case 'invoice_created':
      return { kind: 'event', event: { type: 'draft_discarded', payload: {} }, inexact: true };
    case 'draft_discarded':
      return by({ type: 'draft_restored', payload: {} });
    case 'draft_restored':
      return by({ type: 'draft_discarded', payload: {} });
    case 'line_added':
    case 'line_restored':
      return by({ type: 'line_removed', payload: { lineId: event.payload.line.id } });
    case 'line_changed': {
      const { lineId } = event.payload;
      return by({ type: 'line_changed', payload: { lineId, ...before(event, `lines.${lineId}`) } });
    }
    case 'line_removed':
      return by({ type: 'line_restored', payload: { line: child(event, 'lines', event.payload.lineId) } });
    case 'discount_granted':
      return by({ type: 'discount_withdrawn', payload: { discountId: event.payload.discount.id } });
    case 'discount_withdrawn': {
      const discount = child<'discount_granted'>(event, 'discounts', event.payload.discountId);
      return by({ type: 'discount_granted', payload: { discount } });
    }
    case 'customer_changed':
      return by({ type: 'customer_changed', payload: before(event, 'customer') });
    case 'currency_changed':
      return by({ type: 'currency_changed', payload: beforeCurrency(event) as never });
    case 'due_date_changed':
      return by({ type: 'due_date_changed', payload: before(event) as never });
    case 'memo_changed':
      return by({ type: 'memo_changed', payload: before(event) as never });
    case 'invoice_finalized':
      return by({ type: 'invoice_returned_to_draft', payload: {} });
    case 'invoice_returned_to_draft': {
      const { number, issueDate, finalizedAt, paymentReference = null } = before(event) as never;
      const seller = 'seller.name' in event.changes ? (before(event, 'seller') as never) : null;
      const payload = { number, issueDate, finalizedAt, paymentReference, seller };
      return by({ type: 'invoice_finalized', payload });
    }
    case 'invoice_sent':
      return irreversible(theMessageIsOut, afterSending);
    case 'reminder_sent':
      return irreversible(theMessageIsOut, afterReminding);
    case 'payment_received':
      return by(
        { type: 'payment_reversed', payload: { paymentId: event.payload.payment.id } },
        'Only the record of the payment is taken back; no money moves.',
      );
    case 'payment_reversed': {
      const payment = child<'payment_received'>(event, 'payments', event.payload.paymentId);
      return by({ type: 'payment_received', payload: { payment } });
    }
    case 'payment_failed':
      return irreversible('The payment failed at the bank: that is a fact from outside.', afterFailure);
    case 'payment_retried':
      return irreversible('The payment was tried again: that is a fact from outside.', afterFailure);
    case 'payment_method_updated':
      return by({ type: 'payment_method_updated', payload: before(event, 'paymentMethod') });
    case 'refund_issued':
      return by(
        { type: 'refund_cancelled', payload: { refundId: event.payload.refund.id } },
        'Only the record of the refund is taken back: make sure that the bank does not pay it out.',
      );
    case 'refund_cancelled': {
      const kept = child<'refund_issued'>(event, 'refunds', event.payload.refundId);
      const { status: _status, closedOn: _closedOn, ...refund } = kept as typeof kept & Outcome;
      return by({ type: 'refund_issued', payload: { refund } }, 'No money moves by this alone.');
    }
    case 'refund_settled':
      return irreversible('The money has reached the customer.', afterRefund);
    case 'refund_failed':
      return irreversible('The bank could not pay the refund out: that is a fact from outside.', [
        { action: 'issue_refund', label: 'Issue another refund' },
      ]);
    case 'credit_note_issued':
      return by(
        { type: 'credit_note_voided', payload: { creditId: event.payload.credit.id } },
        'The customer is not told: if the credit note went out, tell them that it is void.',
      );
    case 'credit_note_voided': {
      const credit = child<'credit_note_issued'>(event, 'credits', event.payload.creditId);
      return by({ type: 'credit_note_issued', payload: { credit } });
    }
    case 'dispute_opened':
      return by(
        { type: 'dispute_withdrawn', payload: { disputeId: event.payload.dispute.id } },
        'Only the record here is taken back: the bank is not told.',
      );
    case 'dispute_withdrawn': {
      const kept = child<'dispute_opened'>(event, 'disputes', event.payload.disputeId);
      const { outcome: _outcome, closedOn: _closedOn, ...dispute } = kept as typeof kept & Outcome;
      return by({ type: 'dispute_opened', payload: { dispute } });
    }
    case 'dispute_won':
      return irreversible('The bank has decided, and in your favour.', afterDispute);
    case 'dispute_lost':
      return irreversible('The bank has decided and taken the money back.', afterDispute);
    case 'invoice_voided':
      return by({ type: 'invoice_reinstated', payload: {} });
    case 'invoice_reinstated':
      return by({ type: 'invoice_voided', payload: before(event) as never });
    case 'invoice_written_off':
      return by({ type: 'write_off_reversed', payload: {} });
    case 'write_off_reversed':
      return by({ type: 'invoice_written_off', payload: before(event) as never });
    case 'note_added':
      return by({ type: 'note_withdrawn', payload: { noteId: event.payload.note.id } });
    case 'note_withdrawn': {
      const note = child<'note_added'>(event, 'notes', event.payload.noteId);
      return by({ type: 'note_added', payload: { note } });
    }
    case 'approval_requested':
      return by({ type: 'approval_withdrawn', payload: { approvalId: event.payload.approval.id } });
    case 'approval_withdrawn': {
      const kept = child<'approval_requested'>(event, 'approvals', event.payload.approvalId);
      const { outcome: _outcome, ...approval } = kept as typeof kept & Outcome;
      return by({ type: 'approval_requested', payload: { approval } });
    }
    case 'approval_granted':
    case 'approval_declined':
      return by({ type: 'approval_reopened', payload: event.payload });
    case 'approval_reopened': {
      const { outcome } = before(event, `approvals.${event.payload.approvalId}`);
      const type = outcome === 'granted' ? 'approval_granted' : 'approval_declined';
      return by({ type, payload: event.payload });
    }
  }
}

/** What later events write on a child, and its first event does not carry. */
interface Outcome {
  status?: unknown;
  outcome?: unknown;
  closedOn?: unknown;
}

const theMessageIsOut = 'The message is out: the customer has it, and nothing here can call it back.';

const creditNote: Alternative = { action: 'issue_credit_note', label: 'Issue a credit note' };

const afterSending: readonly Alternative[] = [
  { action: 'send_invoice', label: 'Send a correction to the customer' },
  creditNote,
  { action: 'void_invoice', label: 'Void the invoice' },
];
const afterReminding: readonly Alternative[] = [
  { action: 'send_invoice', label: 'Send a correction to the customer' },
];
const afterFailure: readonly Alternative[] = [
  { action: 'record_payment', label: 'Record the payment if it came in after all' },
  { action: 'update_payment_method', label: 'Change how it is paid' },
];
const afterRefund: readonly Alternative[] = [
  { action: 'duplicate_as_draft', label: 'Charge it again: duplicate as draft' },
];
const afterDispute: readonly Alternative[] = [
  { action: 'record_payment', label: 'Record a new payment' },
  creditNote,
  { action: 'add_note', label: 'Add a note' },
];

const by = (event: InvoiceEvent, consequence?: string): Undoing =>
  consequence ? { kind: 'event', event, consequence } : { kind: 'event', event };

const irreversible = (because: string, alternatives: readonly Alternative[]): Undoing => ({
  kind: 'irreversible',
  because,
  alternatives,
});

/** The leaves below a prefix (the top level without one) as they were before the event. */
function before(event: EventWithChanges<InvoiceEvent>, prefix?: string): Record<string, Leaf> {
  const start = prefix ? `${prefix}.` : '';
  const leaves: Record<string, Leaf> = {};
  for (const [path, change] of Object.entries(event.changes)) {
    if (path.startsWith(start) && change.from !== undefined) leaves[path.slice(start.length)] = change.from;
  }
  return leaves;
}

/** The former currency, with the prices that the event wrote. */
function beforeCurrency(event: EventWithChanges<InvoiceEvent>): object {
  const { currency, ...rest } = before(event);
  const prices = Object.entries(rest).map(([path, price]) => [path.split('.')[1], price]);
  return prices.length > 0 ? { currency, unitPrices: Object.fromEntries(prices) } : { currency };
}

/** What each type that adds a child carries of it. */
interface ChildOf {
  line_restored: InvoiceEventOf<'line_restored'>['payload']['line'];
  discount_granted: InvoiceEventOf<'discount_granted'>['payload']['discount'];
  payment_received: InvoiceEventOf<'payment_received'>['payload']['payment'];
  refund_issued: InvoiceEventOf<'refund_issued'>['payload']['refund'];
  credit_note_issued: InvoiceEventOf<'credit_note_issued'>['payload']['credit'];
  dispute_opened: InvoiceEventOf<'dispute_opened'>['payload']['dispute'];
  note_added: InvoiceEventOf<'note_added'>['payload']['note'];
  approval_requested: InvoiceEventOf<'approval_requested'>['payload']['approval'];
}

/** A child as it was before the event that took it away, put together again from its leaves. */
function child<T extends keyof ChildOf = 'line_restored'>(
  event: EventWithChanges<InvoiceEvent>,
  collection: string,
  id: string,
): ChildOf[T] {
  const whole: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(before(event, `${collection}.${id}`))) {
    const [field = '', nested] = path.split('.', 2);
    if (nested === undefined) whole[field] = value;
    else whole[field] = { ...(whole[field] as object | undefined), [nested]: value };
  }
  return whole as unknown as ChildOf[T];
}

/** A creation is put back by restoring the draft; everything else by the same event again. */
export function reapply(event: InvoiceEvent): InvoiceEvent {
  return event.type === 'invoice_created' ? { type: 'draft_restored', payload: {} } : event;
}
