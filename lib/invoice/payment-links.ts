import type { CommandRefusal } from '../event-sourcing/workflow';
import type { Invoice } from './invoice';

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

function hasDispute({ disputes }: Invoice, paymentId: string, outcome: 'won' | 'lost'): boolean {
  return Object.values(disputes).some(
    (dispute) => dispute.paymentId === paymentId && dispute.outcome === outcome,
  );
}
