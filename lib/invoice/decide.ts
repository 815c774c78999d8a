import type { CommandRefusal } from '../event-sourcing/workflow';
import { otherCurrency } from '../other-currency';
import type { InvoiceCommand } from './commands';
import { decideApproval } from './decide-approval';
import { decideDocument } from './decide-document';
import { decideDraft } from './decide-draft';
import { decideMoney } from './decide-money';
import { type Context, type InvoiceDecision, refused } from './decision';
import type { InvoiceEvent } from './events';
import type { Invoice } from './invoice';
import { reasonRequired, refusalOf } from './lawful';
import { closedPeriodRefusal, dayFields } from './periods';
import { statedAmount } from './stated-amount';

/** What a command leads to. A command that would change nothing leads to no event. */
export function decide(command: InvoiceCommand, invoice: Invoice, context: Context): InvoiceDecision {
  const decision = decideOpen(command, invoice, context);
  return decision.kind === 'events'
    ? (inClosedPeriod(decision.events, invoice, context) ?? decision)
    : decision;
}

/** What a command leads to while every period is open. */
function decideOpen(command: InvoiceCommand, invoice: Invoice, context: Context): InvoiceDecision {
  const refusal =
    refusalOf(command.type, invoice) ?? missingReason(command, context) ?? inOtherCurrency(command, invoice);
  if (refusal) return refused(refusal);
  switch (command.type) {
    case 'create_invoice':
    case 'add_line':
    case 'change_line':
    case 'remove_line':
    case 'grant_discount':
    case 'withdraw_discount':
    case 'change_customer':
    case 'change_currency':
      return decideDraft(command, invoice, context);
    case 'discard_draft':
    case 'change_details':
    case 'finalize_invoice':
    case 'send_invoice':
    case 'send_reminder':
    case 'void_invoice':
    case 'reverse_write_off':
    case 'add_note':
    case 'withdraw_note':
      return decideDocument(command, invoice, context);
    case 'record_payment':
    case 'record_payment_failure':
    case 'retry_payment':
    case 'update_payment_method':
    case 'settle_refund':
    case 'fail_refund':
    case 'cancel_refund':
    case 'void_credit_note':
    case 'open_dispute':
    case 'win_dispute':
    case 'lose_dispute':
    case 'withdraw_dispute':
      return decideMoney(command, invoice, context);
    case 'issue_refund':
    case 'issue_credit_note':
    case 'write_off_invoice':
    case 'request_undo':
    case 'approve_request':
    case 'decline_request':
    case 'withdraw_request':
      return decideApproval(command, invoice, context);
  }
}

function inClosedPeriod(
  events: readonly InvoiceEvent[],
  invoice: Invoice,
  { settings }: Context,
): InvoiceDecision | null {
  for (const event of events) {
    const refusal = closedPeriodRefusal(event, invoice, settings);
    const field = dayFields[event.type];
    if (refusal) return refused(field ? { ...refusal, field } : refusal);
  }
  return null;
}

function missingReason({ type }: InvoiceCommand, { reason }: Context): CommandRefusal | null {
  if (reason || !reasonRequired(type)) return null;
  return {
    code: 'reason_required',
    message: 'Say why, in a few words. It is kept in the history.',
    field: 'reason',
  };
}

function inOtherCurrency(command: InvoiceCommand, { currency }: Invoice): CommandRefusal | null {
  const field = statedAmount(command);
  if (field === null || !('amountsIn' in command)) return null;
  return otherCurrency(command.amountsIn, currency, 'This invoice is', field);
}
