import type { InvoiceCommandType } from './commands';
import { refusalToDecide } from './four-eyes';
import type { Invoice, KeptApproval, KeptAttempt } from './invoice';
import { reasonAgainstRefund } from './payment-links';
import { openRequests } from './requests';
import { isOverdue, statusOf } from './status';
import { totalsOf } from './totals';
import { canSendReceipt, wasSent } from './what-is-sent';

/** What can be done to an invoice as a whole: a command, or a copy of it. An undo is asked for in the history. */
export type InvoiceAction =
  | Exclude<InvoiceCommandType, 'create_invoice' | 'request_undo'>
  | 'duplicate_as_draft';

/** What most likely comes next, and to which child of the invoice. */
export interface NextAction {
  action: InvoiceAction;
  childId?: string;
}

interface Onlooker {
  id: string;
  mayApprove: boolean;
  /** The company's calendar day. */
  today: string;
}

/** The one thing that most likely comes next for this person: the primary button. Null where nothing is left to do. */
export function nextAction(invoice: Invoice, onlooker: Onlooker): NextAction | null {
  const request = requestToDecide(invoice, onlooker);
  if (request) return { action: 'approve_request', childId: request.id };
  switch (statusOf(invoice)) {
    case 'draft':
      return { action: Object.keys(invoice.lines).length === 0 ? 'add_line' : 'finalize_invoice' };
    case 'open':
    case 'partially_paid':
      return nextWhileOwed(invoice, onlooker.today);
    case 'paid':
      return nextOncePaid(invoice);
    case 'uncollectible':
      return { action: 'record_payment' };
    case 'void':
    case 'discarded':
      return { action: 'duplicate_as_draft' };
  }
}

function nextWhileOwed(invoice: Invoice, today: string): NextAction {
  const failed = failedPayment(invoice);
  if (failed) return { action: 'retry_payment', childId: failed.id };
  const heardOfIt = Object.keys(invoice.messages).length > 0;
  if (!heardOfIt && statusOf(invoice) === 'open') return { action: 'send_invoice' };
  if (isOverdue(invoice, today) && !wasRemindedLately(invoice, today)) return { action: 'send_reminder' };
  return { action: 'record_payment' };
}

function nextOncePaid(invoice: Invoice): NextAction | null {
  if (totalsOf(invoice).balance < 0) {
    const payment = Object.values(invoice.payments).findLast(
      ({ id }) => reasonAgainstRefund(invoice, id) === null,
    );
    if (payment) return { action: 'issue_refund', childId: payment.id };
  }
  const isDone = wasSent(invoice, 'receipt') || (!canSendReceipt(invoice) && wasSent(invoice, 'invoice'));
  return isDone ? null : { action: 'send_invoice' };
}

/** The oldest request that waits for somebody like this person, and that the invoice still allows. */
function requestToDecide(invoice: Invoice, { id, mayApprove }: Onlooker): KeptApproval | undefined {
  return openRequests(invoice).find((approval) => !refusalToDecide(approval, { id, mayApprove }));
}

/** The last payment that failed, while nothing has come of it: not tried again, and no payment since. */
export function failedPayment(invoice: Invoice): KeptAttempt | undefined {
  const last = Object.values(invoice.attempts).at(-1);
  if (!last || last.retriedAt) return undefined;
  const paidSince = Object.values(invoice.payments).some(({ receivedOn }) => receivedOn >= last.failedOn);
  return paidSince ? undefined : last;
}

/** Nobody is reminded twice within a week. */
function wasRemindedLately({ messages }: Invoice, today: string): boolean {
  const weekAgo = new Date(Date.parse(today) - 7 * 86_400_000).toISOString();
  return Object.values(messages).some(({ kind, sentAt }) => kind === 'reminder' && sentAt > weekAgo);
}
