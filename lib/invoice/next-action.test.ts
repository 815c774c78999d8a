import { describe, expect, it, test } from 'vitest';
import type { Approval, Message } from './events';
import type { Invoice, KeptAttempt } from './invoice';
import { nextAction } from './next-action';
import { lineId, people } from './testing';
import { invoiceOf } from './testing/invoice-of';

const lines = [[10_000, '1', 0]] as const;
const today = '2026-11-20';
const ana = { id: people.ana.id, mayApprove: false, today };
const mia = { id: people.mia.id, mayApprove: true, today };

function sent(...kinds: readonly [Message['kind'], day: string][]): Partial<Invoice> {
  const messages = kinds.map(([kind, day], index): Message => {
    return {
      id: lineId(70 + index),
      kind,
      to: 'a@example.com',
      text: null,
      sentAt: `${day}T10:00:00.000000Z`,
    };
  });
  return { messages: Object.fromEntries(messages.map((message) => [message.id, message])) };
}

function failed(failedOn: string, retriedAt: string | null = null): Partial<Invoice> {
  const attempt: KeptAttempt = {
    id: lineId(65),
    amount: 10_000,
    method: 'card',
    failedOn,
    code: 'card_declined',
    detail: null,
    retriedAt,
  };
  return { attempts: { [attempt.id]: attempt } };
}

const overdue = { dueDate: '2026-11-10' };
const invoiceSent = sent(['invoice', '2026-11-01']);
const at = '2026-11-15T10:00:00.000000Z';

describe('the next action', () => {
  it.each<[string, Invoice, string | null]>([
    ['a draft without lines', invoiceOf([], [], { finalizedAt: null }), 'add_line'],
    ['a draft', invoiceOf(lines, [], { finalizedAt: null }), 'finalize_invoice'],
    ['a discarded draft', invoiceOf(lines, [], { finalizedAt: null, discarded: true }), 'duplicate_as_draft'],
    ['open, not sent', invoiceOf(lines), 'send_invoice'],
    ['open, sent', invoiceOf(lines, [], invoiceSent), 'record_payment'],
    ['a payment failed', invoiceOf(lines, [], { ...invoiceSent, ...failed('2026-11-09') }), 'retry_payment'],
    [
      'it was tried again',
      invoiceOf(lines, [], { ...invoiceSent, ...failed('2026-11-09', at) }),
      'record_payment',
    ],
    [
      'one came since',
      invoiceOf(lines, [500], { ...invoiceSent, ...failed('2026-11-09') }),
      'record_payment',
    ],
    ['overdue', invoiceOf(lines, [], { ...invoiceSent, ...overdue }), 'send_reminder'],
    [
      'overdue, reminded this week',
      invoiceOf(lines, [], { ...sent(['invoice', '2026-11-01'], ['reminder', '2026-11-18']), ...overdue }),
      'record_payment',
    ],
    [
      'overdue, reminded two weeks ago',
      invoiceOf(lines, [], { ...sent(['invoice', '2026-11-01'], ['reminder', '2026-11-06']), ...overdue }),
      'send_reminder',
    ],
    ['partially paid', invoiceOf(lines, [500], invoiceSent), 'record_payment'],
    ['paid', invoiceOf(lines, [10_000], invoiceSent), 'send_invoice'],
    ['of nothing, not sent', invoiceOf([[0, '1', 0]]), 'send_invoice'],
    ['of nothing, sent', invoiceOf([[0, '1', 0]], [], invoiceSent), null],
    ['paid, with a receipt', invoiceOf(lines, [10_000], sent(['receipt', '2026-11-11'])), null],
    ['overpaid', invoiceOf(lines, [10_000, 500]), 'issue_refund'],
    ['uncollectible', invoiceOf(lines, [], { writtenOffAt: at }), 'record_payment'],
    ['void', invoiceOf(lines, [], { voidedAt: at }), 'duplicate_as_draft'],
  ])('%s: %s', (_what, invoice, action) => expect(nextAction(invoice, ana)?.action ?? null).toBe(action));

  test('of an overpaid invoice the last payment of which something is left is refunded', () => {
    expect(nextAction(invoiceOf(lines, [10_000, 500]), ana)).toEqual({
      action: 'issue_refund',
      childId: lineId(61),
    });
  });

  test('a request comes first for who may decide on it, and for nobody else', () => {
    const approval: Approval = {
      id: lineId(80),
      command: { type: 'issue_refund', refundId: lineId(80), paymentId: lineId(60), amount: 10_000 },
      amount: 10_000,
      reason: 'They want it back.',
      requestedById: ana.id,
      requestedBy: 'Ana Novak',
      requestedAt: at,
    };
    const asked = invoiceOf(lines, [10_000], {
      approvals: { [approval.id]: { ...approval, outcome: null } },
    });
    expect(nextAction(asked, mia)).toEqual({ action: 'approve_request', childId: approval.id });
    expect(nextAction(asked, ana)?.action).toBe('send_invoice');
    expect(nextAction(asked, { ...mia, id: ana.id })?.action).toBe('send_invoice');
    const voided = { ...asked, voidedAt: at };
    expect(nextAction(voided, mia)?.action).toBe('duplicate_as_draft');
  });
});
