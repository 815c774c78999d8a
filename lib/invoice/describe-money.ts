import { isolated } from '../event-sourcing/isolated';
import { say } from '../event-sourcing/say';
import type { Description, EventWithChanges } from '../event-sourcing/workflow';
import { formatMoney } from '../money';
import type { Approval, InvoiceEventOf } from './events';
import type { Invoice } from './invoice';
import { disputeLabels, failureLabels, paymentMethodLabels } from './labels';
import { totalsOf } from './totals';

/** The events that are told by amounts. */
export type MoneyEvent = InvoiceEventOf<
  | 'payment_received'
  | 'payment_reversed'
  | 'payment_failed'
  | 'payment_retried'
  | 'payment_method_updated'
  | 'refund_issued'
  | 'refund_cancelled'
  | 'refund_settled'
  | 'refund_failed'
  | 'credit_note_issued'
  | 'credit_note_voided'
  | 'dispute_opened'
  | 'dispute_withdrawn'
  | 'dispute_won'
  | 'dispute_lost'
  | 'invoice_written_off'
  | 'write_off_reversed'
  | 'approval_requested'
  | 'approval_withdrawn'
  | 'approval_granted'
  | 'approval_declined'
  | 'approval_reopened'
>;

/** What happened to money, in words, its actor left out: "issued a refund of €40.00". */
export function describeMoney(event: EventWithChanges<MoneyEvent>, before: Invoice): Description {
  const money = (child: { amount: number } | undefined) =>
    child ? formatMoney(child.amount, before.currency) : 'an amount';
  switch (event.type) {
    case 'payment_received': {
      const { payment } = event.payload;
      const how = paymentMethodLabels[payment.method];
      return say(
        `recorded a payment of ${money(payment)} by ${how}`,
        `payment ${money(payment)}`,
        'money-in',
      );
    }
    case 'payment_reversed': {
      const amount = money(before.payments[event.payload.paymentId]);
      return say(`took back the payment of ${amount}`, `reversal of payment ${amount}`, 'money-out');
    }
    case 'payment_failed': {
      const { attempt } = event.payload;
      const why = failureLabels[attempt.code];
      return say(
        `recorded that a payment of ${money(attempt)} failed: ${why}`,
        `failed payment ${money(attempt)}`,
      );
    }
    case 'payment_retried': {
      const amount = money(before.attempts[event.payload.attemptId]);
      return say(`tried the payment of ${amount} again`, `retried payment ${amount}`);
    }
    case 'payment_method_updated': {
      const { method, detail } = { ...before.paymentMethod, ...event.payload };
      if (!method) return say('removed the way of payment', 'way of payment');
      const how = detail
        ? `${paymentMethodLabels[method]}, ${isolated(detail)}`
        : paymentMethodLabels[method];
      return say(`changed the way of payment to ${how}`, 'way of payment');
    }
    case 'refund_issued': {
      const amount = money(event.payload.refund);
      return say(`issued a refund of ${amount}`, `refund ${amount}`, 'money-out');
    }
    case 'refund_cancelled': {
      const amount = money(before.refunds[event.payload.refundId]);
      return say(`cancelled the refund of ${amount}`, `cancelled refund ${amount}`);
    }
    case 'refund_settled': {
      const amount = money(before.refunds[event.payload.refundId]);
      return say(
        `recorded that the refund of ${amount} reached the customer`,
        `settled refund ${amount}`,
        'money-out',
      );
    }
    case 'refund_failed': {
      const amount = money(before.refunds[event.payload.refundId]);
      return say(`recorded that the refund of ${amount} failed`, `failed refund ${amount}`);
    }
    case 'credit_note_issued': {
      const { credit } = event.payload;
      const text = `issued the credit note ${credit.number} of ${money(credit)}`;
      return say(text, `credit note ${credit.number}`, 'money-out');
    }
    case 'credit_note_voided': {
      const credit = before.credits[event.payload.creditId];
      const name = credit ? `${credit.number} of ${money(credit)}` : 'of an amount';
      return say(`voided the credit note ${name}`, `voided credit note ${credit?.number ?? ''}`.trim());
    }
    case 'dispute_opened': {
      const { dispute } = event.payload;
      const why = disputeLabels[dispute.category];
      return say(
        `recorded a dispute over ${money(dispute)}: ${why}`,
        `dispute over ${money(dispute)}`,
        'money-out',
      );
    }
    case 'dispute_withdrawn': {
      const amount = money(before.disputes[event.payload.disputeId]);
      return say(
        `recorded that the dispute over ${amount} was withdrawn`,
        `withdrawn dispute over ${amount}`,
      );
    }
    case 'dispute_won': {
      const amount = money(before.disputes[event.payload.disputeId]);
      return say(
        `recorded that the dispute over ${amount} was won`,
        `won dispute over ${amount}`,
        'money-in',
      );
    }
    case 'dispute_lost': {
      const amount = money(before.disputes[event.payload.disputeId]);
      return say(
        `recorded that the dispute over ${amount} was lost and the money charged back`,
        `lost dispute over ${amount}`,
        'money-out',
      );
    }
    case 'invoice_written_off': {
      const amount = formatMoney(totalsOf(before).balance, before.currency);
      return say(`wrote off ${amount} as uncollectible`, `write-off of ${amount}`, 'money-out');
    }
    case 'write_off_reversed':
      return say('reversed the write-off', 'reversed write-off');
    case 'approval_requested': {
      const what = requested(event.payload.approval, before);
      return say(`asked for approval of ${what}`, `request for ${what}`);
    }
    case 'approval_withdrawn':
    case 'approval_granted':
    case 'approval_declined':
    case 'approval_reopened':
      return describeAnswer(event, before);
  }
}

type Answer = InvoiceEventOf<
  'approval_withdrawn' | 'approval_granted' | 'approval_declined' | 'approval_reopened'
>;

function describeAnswer({ type, payload }: Answer, before: Invoice): Description {
  const approval = before.approvals[payload.approvalId];
  const what = approval ? requested(approval, before) : 'what was asked for';
  const whose = approval
    ? `${isolated(approval.requestedBy)}’s request for ${what}`
    : `the request for ${what}`;
  switch (type) {
    case 'approval_withdrawn':
      return say(`withdrew the request for ${what}`, `withdrawn request for ${what}`);
    case 'approval_granted':
      return say(`approved ${whose}`, `approval of ${what}`);
    case 'approval_declined':
      return say(`declined ${whose}`, `declined request for ${what}`);
    case 'approval_reopened':
      return say(`reopened ${whose}`, `reopened request for ${what}`);
  }
}

/** "a refund of €800.00"; "the undo of payment €40.00 by Bob Ekdahl". */
export function requested(
  { command, amount }: Pick<Approval, 'command' | 'amount'>,
  { currency }: Pick<Invoice, 'currency'>,
): string {
  if (command.type === 'undo_change') return `the ${command.what}`;
  const money = formatMoney(amount ?? 0, currency);
  switch (command.type) {
    case 'issue_refund':
      return `a refund of ${money}`;
    case 'issue_credit_note':
      return `a credit note of ${money}`;
    case 'write_off_invoice':
      return `a write-off of ${money}`;
  }
}
