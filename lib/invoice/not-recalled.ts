import type { InvoiceEvent, InvoiceEventType } from './events';

/** What no message tells a customer of. */
const untold: ReadonlySet<InvoiceEventType> = new Set([
  'invoice_sent',
  'reminder_sent',
  'payment_failed',
  'payment_retried',
  'payment_method_updated',
  'note_added',
  'note_withdrawn',
  'approval_requested',
  'approval_withdrawn',
  'approval_granted',
  'approval_declined',
  'approval_reopened',
]);

/** What has gone out with a change in it is not called back by undoing the change: a sentence, or null. */
export function notRecalled(message: InvoiceEvent, change: InvoiceEvent): string | null {
  if (untold.has(change.type)) return null;
  return message.type === 'reminder_sent'
    ? 'A reminder that went out since is not recalled.'
    : 'The invoice that went out since is not recalled.';
}
