import type { CommandRefusal } from '../event-sourcing/workflow';
import type { Invoice } from './invoice';
import { refundable } from './totals';

/**
 * What may follow a payment, beyond what is left of it. The links are Kill Bill's: what was charged back is not
 * refunded, and what the bank has decided in the company's favour is not disputed again.
 */

/** Why no refund of this payment may be issued, or null if one may. */
export function refusalToRefund(invoice: Invoice, paymentId: string): CommandRefusal | null {
  if (!hasDispute(invoice, paymentId, 'lost')) return null;
  return {
    code: 'charged_back',
    message:
      'The bank has charged this payment back in a dispute, so it can’t be refunded as well. ' +
      'Issue a credit note if the customer is to pay less.',
    field: 'paymentId',
    alternatives: [{ action: 'issue_credit_note', label: 'Issue a credit note' }],
  };
}

/** Why no dispute over this payment may be recorded, or null if one may. */
export function refusalToDispute(invoice: Invoice, paymentId: string): CommandRefusal | null {
  if (!hasDispute(invoice, paymentId, 'won')) return null;
  return {
    code: 'dispute_decided',
    message:
      'A dispute over this payment was won already, so it can’t be disputed again. ' +
      'Refund it if the customer is to have the money after all.',
    field: 'paymentId',
    alternatives: [
      { action: 'issue_refund', label: 'Refund the payment' },
      { action: 'add_note', label: 'Add a note' },
    ],
  };
}

/** Why nothing of this payment can be given back now, or null if something can. */
export function reasonAgainstRefund(invoice: Invoice, paymentId: string): string | null {
  return refusalToRefund(invoice, paymentId)?.message ?? reasonNothingIsLeft(invoice, paymentId);
}

/** Why this payment can't be disputed now, or null if it can. */
export function reasonAgainstDispute(invoice: Invoice, paymentId: string): string | null {
  return refusalToDispute(invoice, paymentId)?.message ?? reasonNothingIsLeft(invoice, paymentId);
}

function reasonNothingIsLeft(invoice: Invoice, paymentId: string): string | null {
  if (refundable(invoice, paymentId) > 0) return null;
  return 'Nothing of this payment is left: it was refunded, is disputed or was charged back.';
}

function hasDispute({ disputes }: Invoice, paymentId: string, outcome: 'won' | 'lost'): boolean {
  return Object.values(disputes).some(
    (dispute) => dispute.paymentId === paymentId && dispute.outcome === outcome,
  );
}
