import type { Invoice } from './invoice';
import { hasLivePayment, statusOf } from './status';
import { totalsOf } from './totals';

/** What goes to the customer as a document, beside reminders. */
export const sendableKinds = ['invoice', 'receipt'] as const;
export type SendableKind = (typeof sendableKinds)[number];

/** A receipt is for money that came in, once nothing is owed any more. */
export function canSendReceipt(invoice: Invoice): boolean {
  return statusOf(invoice) === 'paid' && hasLivePayment(invoice);
}

/**
 * What most likely goes out next: a receipt, where there can be one. What was paid too much is told by the invoice
 * itself, until the customer has it.
 */
export function sentNext(invoice: Invoice): SendableKind {
  if (!canSendReceipt(invoice)) return 'invoice';
  return totalsOf(invoice).balance < 0 && !wasSent(invoice, 'invoice') ? 'invoice' : 'receipt';
}

/** Did such a message go out? */
export function wasSent({ messages }: Invoice, kind: SendableKind): boolean {
  return Object.values(messages).some((message) => message.kind === kind);
}
