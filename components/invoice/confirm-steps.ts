import { isolated, quoted } from '@/lib/event-sourcing/isolated';
import type { InvoiceCommand } from '@/lib/invoice/commands';
import { requested } from '@/lib/invoice/describe-money';
import type { Invoice } from '@/lib/invoice/invoice';
import { failureLabels } from '@/lib/invoice/labels';
import { totalsOf } from '@/lib/invoice/totals';
import { formatMoney } from '@/lib/money';

/** A step that needs nothing but a yes, and the reason. */
export interface ConfirmStep {
  title: string;
  description: string;
  /** The button that does it. */
  action: string;
  command: InvoiceCommand;
  /** Said when it is done. */
  done: string;
  danger?: boolean;
  /** What is given up, where a second person may have to agree. */
  givesUp?: number;
}

type Answer = 'approve_request' | 'decline_request' | 'withdraw_request';
type PartStep = 'retry_payment' | 'cancel_refund' | 'void_credit_note' | 'withdraw_dispute';
type WholeStep =
  | 'finalize_invoice'
  | 'void_invoice'
  | 'discard_draft'
  | 'write_off_invoice'
  | 'reverse_write_off';
export type ConfirmType = WholeStep | PartStep | Answer;

/**
 * What is asked before each step, by command.
 *
 * @param childId of what the step is about, where it is about a part of the invoice
 * @param newId for what the step creates
 * @returns null where that part is not there any more
 */
export function confirmStep(
  type: ConfirmType,
  invoice: Invoice,
  childId: string,
  newId: string,
): ConfirmStep | null {
  const money = (amount: number) => formatMoney(amount, invoice.currency);
  switch (type) {
    case 'finalize_invoice':
      return {
        title: 'Finalize the invoice',
        description:
          'It gets its number and today’s date, and its lines can’t be changed any more. Undo returns it to draft until it is sent or paid.',
        action: 'Finalize',
        command: { type },
        done: 'Invoice finalized',
      };
    case 'void_invoice':
      return {
        title: 'Void the invoice',
        description:
          'Nothing is owed on a void invoice. It stays in the list with its number and history, and can be reinstated by undo.',
        action: 'Void',
        command: { type },
        done: 'Invoice voided',
        danger: true,
      };
    case 'discard_draft':
      return {
        title: 'Discard the draft',
        description: 'It stays in the list as discarded, with its history, and can be restored by undo.',
        action: 'Discard',
        command: { type },
        done: 'Draft discarded',
        danger: true,
      };
    case 'write_off_invoice': {
      const { balance } = totalsOf(invoice);
      return {
        title: 'Write off the invoice',
        description: `${money(balance)} is given up as uncollectible. If the customer pays after all, record the payment or reverse the write-off.`,
        action: 'Write off',
        command: { type, requestId: newId },
        done: 'Invoice written off',
        danger: true,
        givesUp: balance,
      };
    }
    case 'reverse_write_off':
      return {
        title: 'Reverse the write-off',
        description: 'What is still owed is asked for again.',
        action: 'Reverse write-off',
        command: { type },
        done: 'Write-off reversed',
      };
    default:
      return confirmPart(type, invoice, childId, money);
  }
}

/** The steps that are about a part of the invoice. */
function confirmPart(
  type: PartStep | Answer,
  invoice: Invoice,
  childId: string,
  money: (amount: number) => string,
): ConfirmStep | null {
  switch (type) {
    case 'retry_payment': {
      const attempt = invoice.attempts[childId];
      return attempt
        ? {
            title: `Retry the payment of ${money(attempt.amount)}`,
            description: `It failed: ${failureLabels[attempt.code]}. This notes that it was tried again; record the payment, or that it failed again, once you know.`,
            action: 'Retry payment',
            command: { type, attemptId: childId },
            done: 'Noted that the payment was tried again',
          }
        : null;
    }
    case 'cancel_refund': {
      const refund = invoice.refunds[childId];
      return refund
        ? {
            title: `Cancel the refund of ${money(refund.amount)}`,
            description:
              'Only while it is on its way. Make sure that the bank does not pay it out: only the record is taken back here.',
            action: 'Cancel refund',
            command: { type, refundId: childId },
            done: 'Refund cancelled',
            danger: true,
          }
        : null;
    }
    case 'void_credit_note': {
      const credit = invoice.credits[childId];
      return credit
        ? {
            title: `Void the credit note ${credit.number}`,
            description: `${money(credit.amount)} is asked for again. If the credit note went out, tell the customer that it is void.`,
            action: 'Void credit note',
            command: { type, creditId: childId },
            done: 'Credit note voided',
            danger: true,
          }
        : null;
    }
    case 'withdraw_dispute': {
      const dispute = invoice.disputes[childId];
      return dispute
        ? {
            title: `Withdraw the dispute over ${money(dispute.amount)}`,
            description: 'The customer has dropped it, or it was recorded by mistake. The payment stays.',
            action: 'Withdraw dispute',
            command: { type, disputeId: childId },
            done: 'Dispute withdrawn',
          }
        : null;
    }
    default:
      return confirmAnswer(type, invoice, childId);
  }
}

/** The answers to a request that waits for a second person. */
function confirmAnswer(type: Answer, invoice: Invoice, approvalId: string): ConfirmStep | null {
  const approval = invoice.approvals[approvalId];
  if (!approval) return null;
  const what = requested(approval, invoice);
  const asked = `${isolated(approval.requestedBy)} asks for it: ${quoted(approval.reason)}`;
  switch (type) {
    case 'approve_request':
      return {
        title: `Approve ${what}`,
        description: `${asked} It is carried out at once, and both names stand in the history.`,
        action: 'Approve',
        command: { type, approvalId },
        done: 'Approved and carried out',
      };
    case 'decline_request':
      return {
        title: `Decline ${what}`,
        description: `${asked} Nothing is carried out.`,
        action: 'Decline',
        command: { type, approvalId },
        done: 'Request declined',
        danger: true,
      };
    case 'withdraw_request':
      return {
        title: `Withdraw the request for ${what}`,
        description: 'Nobody needs to decide on it any more, and nothing is carried out.',
        action: 'Withdraw request',
        command: { type, approvalId },
        done: 'Request withdrawn',
      };
  }
}
