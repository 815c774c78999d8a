import type { Invoice } from './invoice';
import { refundable, type Totals, totalsOf } from './totals';

export const statuses = [
  'draft',
  'open',
  'partially_paid',
  'paid',
  'uncollectible',
  'void',
  'discarded',
] as const;
export type Status = (typeof statuses)[number];

export const statusLabels: Record<Status, string> = {
  draft: 'Draft',
  open: 'Open',
  partially_paid: 'Partially paid',
  paid: 'Paid',
  uncollectible: 'Uncollectible',
  void: 'Void',
  discarded: 'Discarded',
};

/** The first that applies. Overdue is no status: no event makes it true, only the passing of time. */
export function statusOf(invoice: Invoice, totals: Totals = totalsOf(invoice)): Status {
  if (invoice.voidedAt) return 'void';
  if (invoice.discarded) return 'discarded';
  if (!invoice.finalizedAt) return 'draft';
  if (totals.balance <= 0) return 'paid';
  if (invoice.writtenOffAt) return 'uncollectible';
  return totals.balance < totals.total - totals.credited ? 'partially_paid' : 'open';
}

/** Is money owed past its due date, on this calendar day of the company? */
export function isOverdue(invoice: Invoice, today: string): boolean {
  const status = statusOf(invoice);
  return (
    (status === 'open' || status === 'partially_paid') && invoice.dueDate !== null && invoice.dueDate < today
  );
}

/** Does the customer dispute a payment, without an outcome yet? */
export function isDisputed(invoice: Invoice): boolean {
  return Object.values(invoice.disputes).some(({ outcome }) => outcome === null);
}

/** Is there money of the customer's that was neither given back nor taken back? */
export function hasLivePayment(invoice: Invoice): boolean {
  return Object.keys(invoice.payments).some((id) => refundable(invoice, id) > 0);
}
