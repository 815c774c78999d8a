import type { Figures } from '../event-sourcing/workflow';
import type { InvoiceEvent } from './events';

const balance = ['balance'] as const;

/**
 * Who goes by what is still owed, and what changes it. A bank's word (a dispute, the outcome of a refund) is recorded
 * as it comes, whatever is owed; cancelling and voiding go by what they cancel.
 */
export function figures(event: InvoiceEvent): Figures {
  switch (event.type) {
    case 'payment_received':
    case 'refund_issued':
    case 'credit_note_issued':
      return { goesBy: balance, moves: balance };
    case 'invoice_written_off':
      return { goesBy: balance };
    case 'approval_requested':
      return event.payload.approval.amount === null ? {} : { goesBy: balance };
    case 'payment_reversed':
    case 'refund_cancelled':
    case 'refund_failed':
    case 'credit_note_voided':
    case 'dispute_lost':
      return { moves: balance };
    case 'invoice_created':
    case 'draft_discarded':
    case 'draft_restored':
    case 'line_added':
    case 'line_changed':
    case 'line_removed':
    case 'line_restored':
    case 'discount_granted':
    case 'discount_withdrawn':
    case 'customer_changed':
    case 'due_date_changed':
    case 'memo_changed':
    case 'currency_changed':
    case 'invoice_finalized':
    case 'invoice_returned_to_draft':
    case 'invoice_sent':
    case 'reminder_sent':
    case 'payment_failed':
    case 'payment_retried':
    case 'payment_method_updated':
    case 'refund_settled':
    case 'dispute_opened':
    case 'dispute_withdrawn':
    case 'dispute_won':
    case 'invoice_voided':
    case 'invoice_reinstated':
    case 'write_off_reversed':
    case 'note_added':
    case 'note_withdrawn':
    case 'approval_withdrawn':
    case 'approval_granted':
    case 'approval_declined':
    case 'approval_reopened':
      return {};
  }
}
