import { dayIn, formatDay } from '../calendar';
import type { DecisionSettings } from '../decision-settings';
import type { Alternative, CommandRefusal } from '../event-sourcing/workflow';
import type { InvoiceEvent, InvoiceEventType } from './events';
import type { Invoice } from './invoice';

type Rules = Pick<DecisionSettings, 'closedThrough' | 'timeZone'>;

/**
 * Why an event must not come into force because its accounting period is closed, or null. What counts is the day in the
 * books that it changes, not the day on which somebody changes it: taking back a payment of September changes September.
 *
 * @param before the state that the event would change
 */
export function closedPeriodRefusal(
  event: InvoiceEvent,
  before: Invoice,
  { closedThrough, timeZone }: Rules,
): CommandRefusal | null {
  if (closedThrough === null) return null;
  const day = businessDay(event, before, timeZone);
  if (day === null || day > closedThrough) return null;
  return {
    code: 'period_closed',
    message:
      `This belongs to ${formatDay(day)}, and the books are closed through ${formatDay(closedThrough)}. ` +
      'What was right is recorded on a day that is open, or a manager reopens the period under Settings.',
    alternatives: insteads[event.type] ?? [],
  };
}

/** The day in the books that an event changes, on the company's calendar; null where it changes nothing there. */
export function businessDay(event: InvoiceEvent, before: Invoice, timeZone: string): string | null {
  const dayOf = (instant: string | null) => instant && dayIn(timeZone, instant);
  switch (event.type) {
    case 'invoice_finalized':
      return event.payload.issueDate;
    case 'invoice_returned_to_draft':
      return before.issueDate;
    case 'payment_received':
      return event.payload.payment.receivedOn;
    case 'payment_reversed':
      return before.payments[event.payload.paymentId]?.receivedOn ?? null;
    case 'refund_issued':
      return event.payload.refund.issuedOn;
    case 'refund_cancelled':
      return before.refunds[event.payload.refundId]?.issuedOn ?? null;
    case 'refund_settled':
      return event.payload.settledOn;
    case 'refund_failed':
      return event.payload.failedOn;
    case 'credit_note_issued':
      return event.payload.credit.issuedOn;
    case 'credit_note_voided':
      return before.credits[event.payload.creditId]?.issuedOn ?? null;
    case 'dispute_opened':
      return event.payload.dispute.openedOn;
    case 'dispute_withdrawn':
      return before.disputes[event.payload.disputeId]?.openedOn ?? null;
    case 'dispute_won':
    case 'dispute_lost':
      return event.payload.closedOn;
    case 'invoice_voided':
      return dayOf(event.payload.voidedAt);
    case 'invoice_reinstated':
      return dayOf(before.voidedAt);
    case 'invoice_written_off':
      return dayOf(event.payload.writtenOffAt);
    case 'write_off_reversed':
      return dayOf(before.writtenOffAt);
    default:
      return null;
  }
}

const duplicate: Alternative = { action: 'duplicate_as_draft', label: 'Duplicate as draft' };
const creditNote: Alternative = { action: 'issue_credit_note', label: 'Issue a credit note' };
const payment: Alternative = { action: 'record_payment', label: 'Record a payment on a day that is open' };
const refund: Alternative = { action: 'issue_refund', label: 'Issue a refund' };
const note: Alternative = { action: 'add_note', label: 'Add a note' };

/** What comes to the same, dated in a period that is open, by the event that must not come into force. */
const insteads: Partial<Record<InvoiceEventType, readonly Alternative[]>> = {
  invoice_finalized: [{ action: 'finalize_invoice', label: 'Finalize it with today’s date' }],
  invoice_returned_to_draft: [creditNote, { action: 'void_invoice', label: 'Void the invoice' }],
  payment_received: [payment],
  payment_reversed: [refund, creditNote],
  refund_issued: [refund],
  refund_cancelled: [payment],
  credit_note_issued: [creditNote],
  credit_note_voided: [duplicate],
  dispute_opened: [{ action: 'open_dispute', label: 'Open the dispute on a day that is open' }],
  dispute_withdrawn: [note],
  invoice_voided: [{ action: 'void_invoice', label: 'Void the invoice with today’s date' }],
  invoice_reinstated: [duplicate],
  invoice_written_off: [{ action: 'write_off_invoice', label: 'Write it off with today’s date' }],
  write_off_reversed: [payment],
};

/** The field of a command in which its author chose the day. */
export const dayFields: Partial<Record<InvoiceEventType, string>> = {
  payment_received: 'receivedOn',
  refund_settled: 'settledOn',
  refund_failed: 'failedOn',
  dispute_opened: 'openedOn',
  dispute_won: 'closedOn',
  dispute_lost: 'closedOn',
};
