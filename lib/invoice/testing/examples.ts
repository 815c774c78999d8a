/**
 * One event of every type, where it happens, for the tests that go through all of them. The compiler asks for the
 * next one. The invoice has two lines of 2 × €12.50 at 19 %: €59.50 in all.
 */
import { given } from '../../event-sourcing/testing';
import type { InvoiceEvent, InvoiceEventOf, InvoiceEventType } from '../events';
import { creation, lineId } from '../testing';
import { invoiceWorkflow } from '../workflow';

export type PayloadOf<T extends InvoiceEventType> = InvoiceEventOf<T>['payload'];

/** An event of a type, its payload checked against that type. */
export function eventOf<T extends InvoiceEventType>(type: T, payload: PayloadOf<T>): InvoiceEvent {
  return { type, payload } as InvoiceEvent;
}

const at = '2026-11-10T13:13:07.000000Z';

/** What the invoice comes to. */
export const exampleTotal = 5950;

/** One child of each kind, as its event brings it. */
export const children = {
  line: {
    id: lineId(50),
    place: 'a5',
    description: 'Rye',
    quantity: '2.5',
    unitPrice: 123456,
    taxRate: 725,
  },
  discount: { id: lineId(51), description: 'Regular customer', rate: 1000, amount: null },
  payment: {
    id: lineId(60),
    amount: exampleTotal,
    method: 'bank_transfer',
    receivedOn: '2026-11-09',
    reference: 'RF18',
  },
  attempt: {
    id: lineId(61),
    amount: exampleTotal,
    method: 'card',
    failedOn: '2026-11-09',
    code: 'card_expired',
    detail: '12/25',
  },
  refund: { id: lineId(62), paymentId: lineId(60), amount: 2000, issuedOn: '2026-11-10', forGood: 2000 },
  credit: { id: lineId(63), number: 'CN-0001', amount: 1190, issuedOn: '2026-11-10' },
  dispute: {
    id: lineId(64),
    paymentId: lineId(60),
    amount: 3000,
    category: 'duplicate',
    openedOn: '2026-11-10',
    reference: 'DP-17',
  },
  note: { id: lineId(80), text: 'Called them.', author: 'Ana Novak', addedAt: at },
  message: { id: lineId(70), kind: 'invoice', to: 'orders@lindqvist.example', text: null, sentAt: at },
  approval: {
    id: lineId(90),
    command: { type: 'issue_refund', refundId: lineId(90), paymentId: lineId(60), amount: 5000 },
    amount: 5000,
    reason: 'Delivered twice',
    requestedById: 'ana',
    requestedBy: 'Ana Novak',
    requestedAt: at,
  },
} as const satisfies {
  line: PayloadOf<'line_added'>['line'];
  discount: PayloadOf<'discount_granted'>['discount'];
  payment: PayloadOf<'payment_received'>['payment'];
  attempt: PayloadOf<'payment_failed'>['attempt'];
  refund: PayloadOf<'refund_issued'>['refund'];
  credit: PayloadOf<'credit_note_issued'>['credit'];
  dispute: PayloadOf<'dispute_opened'>['dispute'];
  note: PayloadOf<'note_added'>['note'];
  message: PayloadOf<'invoice_sent'>['message'];
  approval: PayloadOf<'approval_requested'>['approval'];
};

const { discount, payment, attempt, refund, credit, dispute, note, message, approval } = children;

/** The creation of an invoice of so many lines. */
export const creationOf = (lines: number): readonly InvoiceEvent[] =>
  given(invoiceWorkflow, []).when(creation(lines)).events;

const draft = creationOf(2);
const finalization: PayloadOf<'invoice_finalized'> = {
  number: 'INV-0001',
  issueDate: '2026-11-10',
  finalizedAt: at,
  paymentReference: 'RF40 INV0 001',
  seller: { name: 'Northwind Supplies GmbH', address: 'Lindenstraße 12, 10969 Berlin', taxId: null },
};
const open = [...draft, eventOf('invoice_finalized', finalization)];
const failed = [...open, eventOf('payment_failed', { attempt })];
const paid = [...open, eventOf('payment_received', { payment })];
const refunded = [...paid, eventOf('refund_issued', { refund })];
const credited = [...open, eventOf('credit_note_issued', { credit })];
const disputed = [...paid, eventOf('dispute_opened', { dispute })];
const requested = [...paid, eventOf('approval_requested', { approval })];
const discounted = [...draft, eventOf('discount_granted', { discount })];
const discarded = [...draft, eventOf('draft_discarded', {})];
const voided = [...open, eventOf('invoice_voided', { voidedAt: at })];
const writtenOff = [...open, eventOf('invoice_written_off', { writtenOffAt: at })];
const noted = [...open, eventOf('note_added', { note })];

/** What has led to a state, by what it is about. */
export const histories = {
  draft,
  discounted,
  discarded,
  open,
  failed,
  paid,
  refunded,
  credited,
  disputed,
  requested,
  voided,
  writtenOff,
  noted,
};

/** An event of one type, and what came before it. */
interface Example<T extends InvoiceEventType> {
  before: readonly InvoiceEvent[];
  payload: PayloadOf<T>;
}

export const examples: { readonly [T in InvoiceEventType]: Example<T> } = {
  invoice_created: {
    before: [],
    payload: {
      ...(draft[0] as InvoiceEventOf<'invoice_created'>).payload,
      duplicateOf: { id: lineId(99), title: 'INV-0099' },
    },
  },
  draft_discarded: { before: draft, payload: {} },
  draft_restored: { before: discarded, payload: {} },
  line_added: { before: draft, payload: { line: children.line } },
  line_changed: { before: draft, payload: { lineId: lineId(1), quantity: '7', taxRate: 700 } },
  line_removed: { before: draft, payload: { lineId: lineId(1) } },
  line_restored: { before: draft, payload: { line: children.line } },
  discount_granted: { before: draft, payload: { discount } },
  discount_withdrawn: { before: discounted, payload: { discountId: discount.id } },
  customer_changed: { before: draft, payload: { email: 'till@lindqvist.example', taxId: 'SE556677889901' } },
  currency_changed: { before: draft, payload: { currency: 'SEK' } },
  due_date_changed: { before: draft, payload: { dueDate: '2026-12-01' } },
  memo_changed: {
    before: [...draft, eventOf('memo_changed', { memo: 'Before' })],
    payload: { memo: null },
  },
  invoice_finalized: { before: draft, payload: finalization },
  invoice_returned_to_draft: { before: open, payload: {} },
  invoice_sent: { before: open, payload: { message } },
  reminder_sent: {
    before: open,
    payload: { message: { ...message, id: lineId(71), kind: 'reminder', text: 'Please pay.' } },
  },
  payment_received: { before: open, payload: { payment } },
  payment_reversed: { before: paid, payload: { paymentId: payment.id } },
  payment_failed: { before: open, payload: { attempt } },
  payment_retried: { before: failed, payload: { attemptId: attempt.id, retriedAt: at } },
  payment_method_updated: { before: open, payload: { method: 'card', detail: 'Visa ending in 4242' } },
  refund_issued: { before: paid, payload: { refund } },
  refund_cancelled: { before: refunded, payload: { refundId: refund.id } },
  refund_settled: { before: refunded, payload: { refundId: refund.id, settledOn: '2026-11-12' } },
  refund_failed: { before: refunded, payload: { refundId: refund.id, failedOn: '2026-11-12' } },
  credit_note_issued: { before: open, payload: { credit } },
  credit_note_voided: { before: credited, payload: { creditId: credit.id } },
  dispute_opened: { before: paid, payload: { dispute } },
  dispute_withdrawn: { before: disputed, payload: { disputeId: dispute.id } },
  dispute_won: { before: disputed, payload: { disputeId: dispute.id, closedOn: '2026-11-20' } },
  dispute_lost: { before: disputed, payload: { disputeId: dispute.id, closedOn: '2026-11-20' } },
  invoice_voided: { before: open, payload: { voidedAt: at } },
  invoice_reinstated: { before: voided, payload: {} },
  invoice_written_off: { before: open, payload: { writtenOffAt: at } },
  write_off_reversed: { before: writtenOff, payload: {} },
  note_added: { before: open, payload: { note } },
  note_withdrawn: { before: noted, payload: { noteId: note.id } },
  approval_requested: { before: paid, payload: { approval } },
  approval_withdrawn: { before: requested, payload: { approvalId: approval.id } },
  approval_granted: { before: requested, payload: { approvalId: approval.id } },
  approval_declined: { before: requested, payload: { approvalId: approval.id } },
  approval_reopened: {
    before: [...requested, eventOf('approval_declined', { approvalId: approval.id })],
    payload: { approvalId: approval.id },
  },
};

/** Every type of event there is. */
export const eventTypes = Object.keys(examples) as InvoiceEventType[];
