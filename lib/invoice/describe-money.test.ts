import { describe, expect, it } from 'vitest';
import { given } from '../event-sourcing/testing';
import type { Description } from '../event-sourcing/workflow';
import { describe as describeEvent, invoiceKinds } from './describe';
import type { MoneyEvent } from './describe-money';
import type { InvoiceEvent, InvoiceEventType } from './events';
import { children, eventOf, histories, type PayloadOf } from './testing/examples';
import { invoiceWorkflow } from './workflow';

const { open, paid, refunded, credited, disputed, requested } = histories;
const { attempt, approval, credit, dispute, message, payment, refund } = children;

/** An event of this type after these others, told like this. */
type Told<T extends InvoiceEventType> = readonly [
  before: readonly InvoiceEvent[],
  payload: PayloadOf<T>,
  sentence: string,
  short: string,
  tone?: Description['tone'],
];

/** Every type of event about money, in words. The compiler asks for the next one. */
const told: { [T in MoneyEvent['type']]: readonly Told<T>[] } = {
  payment_received: [
    [
      open,
      { payment: { ...payment, amount: 123456 } },
      'recorded a payment of €1,234.56 by bank transfer',
      'payment €1,234.56',
      'money-in',
    ],
  ],
  payment_reversed: [
    [
      paid,
      { paymentId: payment.id },
      'took back the payment of €59.50',
      'reversal of payment €59.50',
      'money-out',
    ],
    [
      open,
      { paymentId: payment.id },
      'took back the payment of an amount',
      'reversal of payment an amount',
      'money-out',
    ],
  ],
  payment_failed: [
    [
      open,
      { attempt },
      'recorded that a payment of €59.50 failed: the card has expired',
      'failed payment €59.50',
    ],
  ],
  payment_retried: [
    [
      histories.failed,
      { attemptId: attempt.id, retriedAt: message.sentAt },
      'tried the payment of €59.50 again',
      'retried payment €59.50',
    ],
  ],
  payment_method_updated: [
    [open, { method: 'card' }, 'changed the way of payment to card', 'way of payment'],
    [
      open,
      { method: 'direct_debit', detail: 'SE12 … 0012' },
      'changed the way of payment to direct debit, SE12 … 0012',
      'way of payment',
    ],
    [
      [...open, eventOf('payment_method_updated', { method: 'card', detail: 'Visa' })],
      { detail: 'Visa ending in 4242' },
      'changed the way of payment to card, Visa ending in 4242',
      'way of payment',
    ],
    [
      [...open, eventOf('payment_method_updated', { method: 'card' })],
      { method: null },
      'removed the way of payment',
      'way of payment',
    ],
  ],
  refund_issued: [[paid, { refund }, 'issued a refund of €20.00', 'refund €20.00', 'money-out']],
  refund_cancelled: [
    [refunded, { refundId: refund.id }, 'cancelled the refund of €20.00', 'cancelled refund €20.00'],
  ],
  refund_settled: [
    [
      refunded,
      { refundId: refund.id, settledOn: '2026-11-12' },
      'recorded that the refund of €20.00 reached the customer',
      'settled refund €20.00',
      'money-out',
    ],
  ],
  refund_failed: [
    [
      refunded,
      { refundId: refund.id, failedOn: '2026-11-12' },
      'recorded that the refund of €20.00 failed',
      'failed refund €20.00',
    ],
  ],
  credit_note_issued: [
    [open, { credit }, 'issued the credit note CN-0001 of €11.90', 'credit note CN-0001', 'money-out'],
  ],
  credit_note_voided: [
    [
      credited,
      { creditId: credit.id },
      'voided the credit note CN-0001 of €11.90',
      'voided credit note CN-0001',
    ],
    [open, { creditId: credit.id }, 'voided the credit note of an amount', 'voided credit note'],
  ],
  dispute_opened: [
    [paid, { dispute }, 'recorded a dispute over €30.00: charged twice', 'dispute over €30.00', 'money-out'],
  ],
  dispute_withdrawn: [
    [
      disputed,
      { disputeId: dispute.id },
      'recorded that the dispute over €30.00 was withdrawn',
      'withdrawn dispute over €30.00',
    ],
  ],
  dispute_won: [
    [
      disputed,
      { disputeId: dispute.id, closedOn: '2026-11-20' },
      'recorded that the dispute over €30.00 was won',
      'won dispute over €30.00',
      'money-in',
    ],
  ],
  dispute_lost: [
    [
      disputed,
      { disputeId: dispute.id, closedOn: '2026-11-20' },
      'recorded that the dispute over €30.00 was lost and the money charged back',
      'lost dispute over €30.00',
      'money-out',
    ],
  ],
  invoice_written_off: [
    [
      open,
      { writtenOffAt: message.sentAt },
      'wrote off €59.50 as uncollectible',
      'write-off of €59.50',
      'money-out',
    ],
    [
      credited,
      { writtenOffAt: message.sentAt },
      'wrote off €47.60 as uncollectible',
      'write-off of €47.60',
      'money-out',
    ],
  ],
  write_off_reversed: [[histories.writtenOff, {}, 'reversed the write-off', 'reversed write-off']],
  approval_requested: [
    [paid, { approval }, 'asked for approval of a refund of €50.00', 'request for a refund of €50.00'],
    [
      paid,
      {
        approval: {
          ...approval,
          command: { type: 'issue_credit_note', creditId: approval.id, amount: 5000 },
        },
      },
      'asked for approval of a credit note of €50.00',
      'request for a credit note of €50.00',
    ],
    [
      open,
      { approval: { ...approval, command: { type: 'write_off_invoice', requestId: approval.id } } },
      'asked for approval of a write-off of €50.00',
      'request for a write-off of €50.00',
    ],
  ],
  approval_withdrawn: [
    [
      requested,
      { approvalId: approval.id },
      'withdrew the request for a refund of €50.00',
      'withdrawn request for a refund of €50.00',
    ],
  ],
  approval_granted: [
    [
      requested,
      { approvalId: approval.id },
      'approved Ana Novak’s request for a refund of €50.00',
      'approval of a refund of €50.00',
    ],
  ],
  approval_declined: [
    [
      requested,
      { approvalId: approval.id },
      'declined Ana Novak’s request for a refund of €50.00',
      'declined request for a refund of €50.00',
    ],
    [
      paid,
      { approvalId: approval.id },
      'declined the request for what was asked for',
      'declined request for what was asked for',
    ],
  ],
  approval_reopened: [
    [
      requested,
      { approvalId: approval.id },
      'reopened Ana Novak’s request for a refund of €50.00',
      'reopened request for a refund of €50.00',
    ],
  ],
};

const all = Object.entries(told).flatMap(([type, cases]) =>
  cases.map(([before, payload, sentence, short, tone = 'neutral']) => ({
    type,
    before,
    event: { type, payload } as InvoiceEvent,
    words: { sentence, short, tone },
  })),
);

describe('every type of event about money in words', () => {
  it.each(all)('$type: $words.sentence', ({ before, event, words }) => {
    const described = describeEvent({ ...event, changes: {} }, given(invoiceWorkflow, before).state);
    expect(described).toEqual(words);
  });

  it.each(all)('$type has a kind, and at least one sentence without its actor', ({ type, words }) => {
    expect(invoiceKinds).toHaveProperty(type);
    expect(words.sentence).toMatch(/^[a-z]+ .*[^.]$/);
  });
});
