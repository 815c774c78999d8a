/** Commands at random. Ids and values are few, so that people get in each other's way. */
import fc from 'fast-check';
import type { RecordLog } from '../../event-sourcing/record-log';
import type { InvoiceCommand } from '../commands';
import type { Invoice } from '../invoice';
import { lineId } from '../testing';
import * as lives from './lives';

const child = fc.integer({ min: 1, max: 5 }).map(lineId);
const day = fc.integer({ min: 1, max: 5 }).map((n) => `2026-11-0${n}`);
const amount = fc.constantFrom(1, 500, 1000, 2500, 5950);
const today = '2026-11-10';
/** A day of a month whose books are closed at times. */
export const earlier = '2026-10-31';
const finalize = { type: 'finalize_invoice' as const };

const edits: fc.Arbitrary<InvoiceCommand>[] = [
  fc
    .record(
      { dueDate: fc.option(day), memo: fc.option(fc.constantFrom('A', 'B', 'C')) },
      { requiredKeys: [] },
    )
    .map((fields) => ({ type: 'change_details' as const, ...fields })),
  fc
    .record(
      {
        quantity: fc.constantFrom('1', '2', '3'),
        unitPrice: fc.constantFrom(100, 200, 300),
        description: fc.constantFrom('x', 'y'),
      },
      { requiredKeys: [] },
    )
    .chain((fields) => child.map((id) => ({ type: 'change_line' as const, lineId: id, ...fields }))),
  child.map((id) => ({ type: 'remove_line' as const, lineId: id })),
  child.map((id) => ({
    type: 'add_line' as const,
    line: { id, description: 'new', quantity: '1', unitPrice: 500, taxRate: 700 },
  })),
  fc.tuple(child, fc.constantFrom(1000, 6000, null)).map(([id, rate]) => ({
    type: 'grant_discount' as const,
    discount: { id, description: 'Regular customer', rate, amount: rate === null ? 300 : null },
  })),
  child.map((discountId) => ({ type: 'withdraw_discount' as const, discountId })),
  fc
    .record({
      id: child,
      name: fc.constantFrom('Kupfer OHG', 'Lindqvist Bakery AB'),
      email: fc.constantFrom('a@example.com', null),
      address: fc.constant(null),
      taxId: fc.constantFrom('DE1', null),
    })
    .map((customer) => ({ type: 'change_customer' as const, customer })),
  fc
    .constantFrom('EUR' as const, 'SEK' as const, 'KWD' as const, 'JPY' as const)
    .map((currency) => ({ type: 'change_currency' as const, currency })),
];

const money: fc.Arbitrary<InvoiceCommand>[] = [
  fc.tuple(amount, child, fc.constantFrom(earlier, today)).map(([sum, id, receivedOn]) => {
    return { ...lives.payment(sum, id), receivedOn };
  }),
  child.map(lives.failure),
  child.map((attemptId) => ({ type: 'retry_payment' as const, attemptId })),
  fc
    .record({ method: fc.constantFrom('card' as const, null), detail: fc.constantFrom('Visa', null) })
    .map((method) => ({ type: 'update_payment_method' as const, ...method })),
  fc.tuple(amount, child, child).map(([sum, of, id]) => lives.refund(sum, of, id)),
  child.map((refundId) => ({ type: 'settle_refund' as const, refundId, settledOn: today })),
  child.map((refundId) => ({ type: 'fail_refund' as const, refundId, failedOn: today })),
  child.map((refundId) => ({ type: 'cancel_refund' as const, refundId })),
  fc.tuple(amount, child).map(([sum, id]) => lives.creditNote(sum, id)),
  child.map((creditId) => ({ type: 'void_credit_note' as const, creditId })),
  fc.tuple(amount, child, child).map(([sum, of, id]) => lives.dispute(sum, of, id)),
  child.map((disputeId) => ({ type: 'win_dispute' as const, disputeId, closedOn: today })),
  child.map((disputeId) => ({ type: 'lose_dispute' as const, disputeId, closedOn: today })),
  child.map((disputeId) => ({ type: 'withdraw_dispute' as const, disputeId })),
  child.map((requestId) => ({ type: 'write_off_invoice' as const, requestId })),
  fc.constant({ type: 'reverse_write_off' as const }),
];

const beside: fc.Arbitrary<InvoiceCommand>[] = [
  fc.tuple(child, fc.constantFrom('send_invoice' as const, 'send_reminder' as const)).map(([id, type]) => {
    return { type, messageId: id, to: 'a@example.com', text: null };
  }),
  child.map((noteId) => ({ type: 'add_note' as const, noteId, text: 'Called them.' })),
  child.map((noteId) => ({ type: 'withdraw_note' as const, noteId })),
];

/** Undos that somebody asks for are answered like everything else that waits for a second person. */
const undoRequest: fc.Arbitrary<InvoiceCommand> = fc
  .tuple(child, fc.integer({ min: 2, max: 12 }))
  .map(([requestId, version]) => ({ type: 'request_undo', requestId, version, what: 'A change' }));

const answers: fc.Arbitrary<InvoiceCommand> = fc
  .tuple(
    child,
    fc.constantFrom('approve_request' as const, 'decline_request' as const, 'withdraw_request' as const),
  )
  .map(([approvalId, type]) => ({ type, approvalId }));

/** Any command, as often as it is interesting. */
export const command: fc.Arbitrary<InvoiceCommand> = fc.oneof(
  { weight: 10, arbitrary: fc.oneof(...edits) },
  { weight: 16, arbitrary: fc.oneof(...money) },
  { weight: 2, arbitrary: undoRequest },
  { weight: 8, arbitrary: answers },
  { weight: 2, arbitrary: fc.oneof(...beside) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      finalize,
      finalize,
      { type: 'void_invoice' as const },
      { type: 'discard_draft' as const },
    ),
  },
);

/** What a command is about: the field that names it, and where such children are. */
const aims: Partial<Record<InvoiceCommand['type'], readonly [field: string, collection: keyof Invoice]>> = {
  change_line: ['lineId', 'lines'],
  remove_line: ['lineId', 'lines'],
  withdraw_discount: ['discountId', 'discounts'],
  retry_payment: ['attemptId', 'attempts'],
  issue_refund: ['paymentId', 'payments'],
  settle_refund: ['refundId', 'refunds'],
  fail_refund: ['refundId', 'refunds'],
  cancel_refund: ['refundId', 'refunds'],
  void_credit_note: ['creditId', 'credits'],
  open_dispute: ['paymentId', 'payments'],
  win_dispute: ['disputeId', 'disputes'],
  lose_dispute: ['disputeId', 'disputes'],
  withdraw_dispute: ['disputeId', 'disputes'],
  withdraw_note: ['noteId', 'notes'],
  approve_request: ['approvalId', 'approvals'],
  decline_request: ['approvalId', 'approvals'],
  withdraw_request: ['approvalId', 'approvals'],
};

/** A command at random is about what is not there, nearly always: this points it at something that is. */
export function aimed(command: InvoiceCommand, { state, version }: RecordLog<Invoice>): InvoiceCommand {
  if (command.type === 'request_undo') return { ...command, version: 1 + (command.version % version) };
  const [field = '', collection] = aims[command.type] ?? [];
  const children = collection ? Object.keys(state[collection] as object) : [];
  if (children.length === 0) return command;
  const drawn = Number((command as unknown as Record<string, string>)[field]?.slice(-1));
  return { ...command, [field]: children[drawn % children.length] } as InvoiceCommand;
}
