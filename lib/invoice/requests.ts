import type { CommandRefusal } from '../event-sourcing/workflow';
import { formatMoney } from '../money';
import { otherCurrency } from '../other-currency';
import { amountOf } from './approval-limit';
import { isGone, isThere, tooMuch } from './decision';
import type { Approval } from './events';
import type { GatedCommand, UndoChange } from './gated-commands';
import type { Invoice, KeptApproval } from './invoice';
import { refusalOf } from './lawful';
import { refusalToRefund } from './payment-links';
import { refundable, totalsOf } from './totals';

/**
 * What gives money back or up, and the requests for it: whether the invoice as it stands lets it go ahead. Asked when
 * something is done at once, when it is asked for, when it is approved, and by every page that shows a request.
 */

/** Why this can't be carried out on this invoice as it stands, or null if it can. */
export function refusalToCarryOut(command: GatedCommand, invoice: Invoice): CommandRefusal | null {
  return refusalOf(command.type, invoice) ?? refusalOfAmount(command, invoice);
}

/**
 * Why a request can't be approved any more, whoever looks at it, or null if it can. Whether a change can be undone the
 * planner says, which knows the history.
 */
export function refusalToApprove(
  { command, amount: asked }: Approval,
  invoice: Invoice,
): CommandRefusal | null {
  if (command.type === 'undo_change') return null;
  const refusal =
    otherCurrency(command.amountsIn, invoice.currency, 'This invoice is', 'approvalId') ??
    refusalToCarryOut(command, invoice);
  if (refusal) return refusal;
  const now = amountOf(command, invoice);
  if (asked === null || now <= asked) return null;
  const [then, today] = [asked, now].map((amount) => formatMoney(amount, invoice.currency));
  return {
    code: 'more_than_asked',
    message: `${then} was asked for, but it would be ${today} by now. Decline this, and have it asked for anew.`,
  };
}

/** Does something wait for a second person? Not what cannot be approved any more: that waits for nobody. */
export function awaitsApproval(invoice: Invoice): boolean {
  return openRequests(invoice).length > 0;
}

/** The requests that a second person can still approve, oldest first. */
export function openRequests(invoice: Invoice): KeptApproval[] {
  return Object.values(invoice.approvals).filter(
    (approval) => approval.outcome === null && !refusalToApprove(approval, invoice),
  );
}

/** The request that asks for the same already; of a write-off whatever the amount, since an invoice has one balance. */
export function sameRequest(command: GatedCommand | UndoChange, invoice: Invoice): KeptApproval | undefined {
  return openRequests(invoice).find(({ command: asked }) => {
    if (command.type === 'undo_change')
      return asked.type === 'undo_change' && asked.version === command.version;
    if (asked.type === 'undo_change' || asked.type !== command.type) return false;
    if (asked.type === 'write_off_invoice' || command.type === 'write_off_invoice') return true;
    const ofTheSame =
      asked.type !== 'issue_refund' ||
      command.type !== 'issue_refund' ||
      asked.paymentId === command.paymentId;
    return ofTheSame && asked.amount === command.amount;
  });
}

function refusalOfAmount(command: GatedCommand, invoice: Invoice): CommandRefusal | null {
  switch (command.type) {
    case 'issue_refund': {
      const { refundId, paymentId, amount } = command;
      if (invoice.refunds[refundId]) return isThere('refund', 'refundId');
      if (!invoice.payments[paymentId]) return isGone('payment', 'paymentId');
      const refusal = refusalToRefund(invoice, paymentId);
      if (refusal) return refusal;
      const most = refundable(invoice, paymentId);
      return amount > most ? tooMuch('refunded', most, invoice) : null;
    }
    case 'issue_credit_note': {
      if (invoice.credits[command.creditId]) return isThere('credit note', 'creditId');
      const { total, credited } = totalsOf(invoice);
      const most = total - credited;
      if (command.amount <= most) return null;
      const message =
        most > 0
          ? `At most ${formatMoney(most, invoice.currency)} of this invoice can still be credited.`
          : 'All of this invoice is credited already.';
      return { code: 'more_than_total', message, field: 'amount' };
    }
    case 'write_off_invoice':
      return null;
  }
}
