import { isolated } from '../event-sourcing/isolated';
import { formatMoney } from '../money';
import { otherCurrency } from '../other-currency';
import type { CommandOf } from './commands';
import { tooMuch } from './decide-money';
import { alreadyThere, type Context, events, type InvoiceDecision, notThere, refused } from './decision';
import type { Approval } from './events';
import { isAboveLimit, refusalToDecide } from './four-eyes';
import type { GatedCommand } from './gated-commands';
import type { Invoice } from './invoice';
import { refusalOf } from './lawful';
import { refusalToRefund } from './payment-links';
import { statusOf } from './status';
import { refundable, totalsOf } from './totals';

type ApprovalCommand = GatedCommand | CommandOf<'approve_request' | 'decline_request' | 'withdraw_request'>;

/**
 * Four eyes. What gives money back or gives it up is carried out at once up to the company's limit; above it, it
 * becomes a request on the record, which keeps the whole command. A second person who may approve lets it go ahead,
 * in one operation with the approval, or declines it.
 */
export function decideApproval(
  command: ApprovalCommand,
  invoice: Invoice,
  context: Context,
): InvoiceDecision {
  switch (command.type) {
    case 'approve_request':
    case 'decline_request':
    case 'withdraw_request':
      return answer(command, invoice, context);
    default: {
      const decision = carryOut(command, invoice, context);
      if (decision.kind === 'refused') return decision;
      if (!isAboveLimit(amountOf(command, invoice), invoice.currency, context.settings)) return decision;
      return request(command, invoice, context);
    }
  }
}

/** What the command does, once nobody need be asked. */
function carryOut(command: GatedCommand, invoice: Invoice, context: Context): InvoiceDecision {
  switch (command.type) {
    case 'issue_refund': {
      const { refundId: id, paymentId, amount } = command;
      if (invoice.refunds[id]) return alreadyThere('refund', 'refundId');
      if (!invoice.payments[paymentId]) return notThere('payment', 'paymentId');
      const refusal = refusalToRefund(invoice, paymentId);
      if (refusal) return refused(refusal);
      const most = refundable(invoice, paymentId);
      if (amount > most) return tooMuch('refunded', most, invoice);
      const refund = { id, paymentId, amount, issuedOn: context.today, forGood: forGood(amount, invoice) };
      return events({ type: 'refund_issued', payload: { refund } });
    }
    case 'issue_credit_note':
      return issueCreditNote(command, invoice, context);
    case 'write_off_invoice':
      return events({ type: 'invoice_written_off', payload: { writtenOffAt: context.now } });
  }
}

/** Of an invoice that is paid, everything beyond what was paid too much; of one that is not, nothing. */
function forGood(amount: number, invoice: Invoice): number {
  if (statusOf(invoice) !== 'paid') return 0;
  const overpaid = Math.max(0, -totalsOf(invoice).balance);
  return Math.max(0, amount - overpaid);
}

function issueCreditNote(
  { creditId: id, amount }: CommandOf<'issue_credit_note'>,
  invoice: Invoice,
  { today, reserved }: Context,
): InvoiceDecision {
  if (invoice.credits[id]) return alreadyThere('credit note', 'creditId');
  const { total, credited } = totalsOf(invoice);
  const most = total - credited;
  if (amount > most) {
    return refused({
      code: 'more_than_total',
      message:
        most > 0
          ? `At most ${formatMoney(most, invoice.currency)} of this invoice can still be credited.`
          : 'All of this invoice is credited already.',
      field: 'amount',
    });
  }
  if (!reserved) return { kind: 'reserve', series: 'credit_note', holder: id };
  return events({
    type: 'credit_note_issued',
    payload: { credit: { id, number: reserved, amount, issuedOn: today } },
  });
}

function amountOf(command: GatedCommand, invoice: Invoice): number {
  return command.type === 'write_off_invoice' ? totalsOf(invoice).balance : command.amount;
}

/** The request has the id of what it asks for. */
function requestIdOf(command: GatedCommand): string {
  switch (command.type) {
    case 'issue_refund':
      return command.refundId;
    case 'issue_credit_note':
      return command.creditId;
    case 'write_off_invoice':
      return command.requestId;
  }
}

function request(command: GatedCommand, invoice: Invoice, context: Context): InvoiceDecision {
  const id = requestIdOf(command);
  if (invoice.approvals[id]) return alreadyThere('request', 'requestId');
  const { actor, now, reason } = context;
  const approval: Approval = {
    id,
    // The invoice may get another currency while the request waits.
    command: { ...command, amountsIn: invoice.currency },
    amount: amountOf(command, invoice),
    reason: reason ?? '',
    requestedById: actor.id,
    requestedBy: actor.name,
    requestedAt: now,
  };
  return events({ type: 'approval_requested', payload: { approval } });
}

function answer(
  { type, approvalId }: CommandOf<'approve_request' | 'decline_request' | 'withdraw_request'>,
  invoice: Invoice,
  context: Context,
): InvoiceDecision {
  const approval = invoice.approvals[approvalId];
  if (!approval) return notThere('request', 'approvalId');
  if (approval.outcome) {
    const message = `This request was ${approval.outcome === 'granted' ? 'approved' : 'declined'} already.`;
    return refused({ code: 'request_decided', message, field: 'approvalId' });
  }
  const own = approval.requestedById === context.actor.id;
  if (type === 'withdraw_request') {
    if (own) return events({ type: 'approval_withdrawn', payload: { approvalId } });
    const message = `${isolated(approval.requestedBy)} made this request and alone can withdraw it. Decline it instead.`;
    return refused({ code: 'not_yours', message });
  }
  const notTheirs = refusalToDecide(approval, { id: context.actor.id, mayApprove: context.mayApprove });
  if (notTheirs) return refused(notTheirs);
  if (type === 'decline_request') return events({ type: 'approval_declined', payload: { approvalId } });
  return approve(approval, invoice, context);
}

function approve(approval: Approval, invoice: Invoice, context: Context): InvoiceDecision {
  const { id, command, reason } = approval;
  const refusal =
    refusalOf(command.type, invoice) ??
    otherCurrency(command.amountsIn, invoice.currency, 'This invoice is', 'approvalId');
  if (refusal) return refused(refusal);
  const now = amountOf(command, invoice);
  if (now > approval.amount) {
    const [then, today] = [approval.amount, now].map((amount) => formatMoney(amount, invoice.currency));
    return refused({
      code: 'more_than_asked',
      message: `${then} was asked for, but it would be ${today} by now. Decline this, and have it asked for anew.`,
    });
  }
  const decision = carryOut(command, invoice, { ...context, reason });
  if (decision.kind !== 'events') return decision;
  return events({ type: 'approval_granted', payload: { approvalId: id } }, ...decision.events);
}
