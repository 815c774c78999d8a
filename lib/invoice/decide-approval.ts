import { dayIn, formatDay } from '../calendar';
import { isolated } from '../event-sourcing/isolated';
import { amountOf, givingOf, needsApproval } from './approval-limit';
import type { CommandOf } from './commands';
import { alreadyThere, type Context, events, type InvoiceDecision, notThere, refused } from './decision';
import type { Approval } from './events';
import { refusalToDecide, refusalToWithdraw } from './four-eyes';
import type { GatedCommand, UndoChange } from './gated-commands';
import type { Invoice } from './invoice';
import { refusalToApprove, refusalToCarryOut, sameRequest } from './requests';
import { statusOf } from './status';
import { totalsOf } from './totals';

type ApprovalCommand =
  | GatedCommand
  | CommandOf<'request_undo' | 'approve_request' | 'decline_request' | 'withdraw_request'>;

/**
 * Four eyes. What gives money back or gives it up is carried out at once up to the company's limit, with what was given
 * without a second person before; above it, it
 * becomes a request on the record, which keeps the whole command. A second person who may approve lets it go ahead,
 * in one operation with the approval, or declines it. So does what somebody asks to have undone that is not theirs.
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
    case 'request_undo': {
      const { requestId, version, what } = command;
      return request(requestId, { type: 'undo_change', version, what }, null, invoice, context);
    }
    default: {
      const decision = carryOut(command, invoice, context);
      if (decision.kind === 'refused') return decision;
      const amount = amountOf(command, invoice);
      return needsApproval(givingOf(command), amount, invoice, context.settings)
        ? // The invoice may get another currency while the request waits.
          request(requestIdOf(command), { ...command, amountsIn: invoice.currency }, amount, invoice, context)
        : decision;
    }
  }
}

/** What the command does, once nobody need be asked. */
function carryOut(command: GatedCommand, invoice: Invoice, context: Context): InvoiceDecision {
  const refusal = refusalToCarryOut(command, invoice);
  if (refusal) return refused(refusal);
  const { now, today, reserved } = context;
  switch (command.type) {
    case 'issue_refund': {
      const { refundId: id, paymentId, amount } = command;
      const refund = { id, paymentId, amount, issuedOn: today, forGood: forGood(amount, invoice) };
      return events({ type: 'refund_issued', payload: { refund } });
    }
    case 'issue_credit_note': {
      const { creditId: id, amount } = command;
      if (!reserved) return { kind: 'reserve', series: 'credit_note', holder: id };
      const credit = { id, number: reserved, amount, issuedOn: today };
      return events({ type: 'credit_note_issued', payload: { credit } });
    }
    case 'write_off_invoice':
      return events({ type: 'invoice_written_off', payload: { writtenOffAt: now } });
  }
}

/** Of an invoice that is paid, everything beyond what was paid too much; of one that is not, nothing. */
function forGood(amount: number, invoice: Invoice): number {
  if (statusOf(invoice) !== 'paid') return 0;
  const overpaid = Math.max(0, -totalsOf(invoice).balance);
  return Math.max(0, amount - overpaid);
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

function request(
  id: string,
  command: GatedCommand | UndoChange,
  amount: number | null,
  invoice: Invoice,
  context: Context,
): InvoiceDecision {
  if (invoice.approvals[id]) return alreadyThere('request', 'requestId');
  const { actor, now, reason, settings } = context;
  const same = sameRequest(command, invoice);
  if (same) {
    const who = same.requestedById === actor.id ? 'You' : isolated(same.requestedBy);
    const day = formatDay(dayIn(settings.timeZone, same.requestedAt));
    const message =
      `${who} asked for the same on ${day} already, and it waits for a second person. ` +
      'Wait for the answer, or have that request withdrawn or declined first.';
    return refused({ code: 'requested_already', message });
  }
  const approval: Approval = {
    id,
    command,
    amount,
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
  const who = { id: context.actor.id, mayApprove: context.mayApprove };
  const notTheirs = (type === 'withdraw_request' ? refusalToWithdraw : refusalToDecide)(approval, who);
  if (notTheirs) return refused(notTheirs);
  switch (type) {
    case 'withdraw_request':
      return events({ type: 'approval_withdrawn', payload: { approvalId } });
    case 'decline_request':
      return events({ type: 'approval_declined', payload: { approvalId } });
    case 'approve_request':
      return approve(approval, invoice, context);
  }
}

function approve(approval: Approval, invoice: Invoice, context: Context): InvoiceDecision {
  const { id, command, reason } = approval;
  const refusal = refusalToApprove(approval, invoice);
  if (refusal) return refused(refusal);
  const granted = { type: 'approval_granted', payload: { approvalId: id } } as const;
  if (command.type === 'undo_change') {
    const asked = `Asked for by ${isolated(approval.requestedBy)}: ${reason}`;
    return { kind: 'revert', version: command.version, after: [granted], reason: asked };
  }
  const decision = carryOut(command, invoice, { ...context, reason });
  return decision.kind === 'events' ? events(granted, ...decision.events) : decision;
}
