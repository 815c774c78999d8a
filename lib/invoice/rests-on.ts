import type { InvoiceEvent } from './events';

const money = ['currency', 'finalizedAt', 'voidedAt'] as const;
const draft = ['currency', 'discarded', 'voidedAt'] as const;
const standing = ['discarded', 'voidedAt'] as const;

/**
 * What each event needs to stay as it is, beside the record and the children it touches: the currency for money, the
 * payment that a refund or a dispute is of, and the marks that say what kind of document this is.
 */
export function restsOn(event: InvoiceEvent): readonly string[] {
  switch (event.type) {
    case 'invoice_created':
      return [];
    case 'line_added':
    case 'line_changed':
    case 'line_removed':
    case 'line_restored':
    case 'discount_granted':
    case 'discount_withdrawn':
      return draft;
    case 'customer_changed':
    case 'currency_changed':
    case 'due_date_changed':
    case 'memo_changed':
    case 'invoice_finalized':
    case 'invoice_returned_to_draft':
    case 'payment_method_updated':
      return standing;
    case 'draft_discarded':
    case 'draft_restored':
    case 'invoice_sent':
    case 'reminder_sent':
      return ['finalizedAt', 'voidedAt'];
    case 'payment_received':
    case 'payment_reversed':
    case 'payment_failed':
    case 'payment_retried':
    case 'refund_cancelled':
    case 'refund_settled':
    case 'refund_failed':
    case 'credit_note_issued':
    case 'credit_note_voided':
    case 'dispute_withdrawn':
    case 'dispute_won':
    case 'dispute_lost':
      return money;
    case 'refund_issued':
      return [...money, `payments.${event.payload.refund.paymentId}.id`];
    case 'dispute_opened':
      return [...money, `payments.${event.payload.dispute.paymentId}.id`];
    case 'invoice_voided':
    case 'invoice_reinstated':
      return ['finalizedAt'];
    case 'invoice_written_off':
    case 'write_off_reversed':
      return ['finalizedAt', 'voidedAt'];
    // What colleagues note or ask stays beside the document, whatever becomes of it.
    case 'note_added':
    case 'note_withdrawn':
    case 'approval_requested':
    case 'approval_withdrawn':
    case 'approval_granted':
    case 'approval_declined':
    case 'approval_reopened':
      return [];
  }
}
