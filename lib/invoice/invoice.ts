import { type Children, copying, type Edits } from '../event-sourcing/edits';
import type { Currency, Rounding } from '../money';
import type {
  Approval,
  Credit,
  Customer,
  Discount,
  Dispute,
  InvoiceEvent,
  Line,
  Message,
  Note,
  Payment,
  PaymentAttempt,
  Refund,
} from './events';

export type KeptAttempt = PaymentAttempt & { retriedAt: string | null };
export type KeptRefund = Refund & { status: 'pending' | 'settled' | 'failed'; closedOn: string | null };
export type KeptDispute = Dispute & { outcome: 'won' | 'lost' | null; closedOn: string | null };
export type KeptApproval = Approval & { outcome: 'granted' | 'declined' | null };

/**
 * The state of an invoice: facts only, children keyed by id. Totals, balance and status are derived (totals.ts,
 * status.ts) and never stored here, so that they can't be in conflict with the facts, or with each other.
 */
export interface Invoice {
  id: string;
  number: string | null;
  currency: Currency;
  rounding: Rounding;
  customer: Customer;
  issueDate: string | null;
  dueDate: string | null;
  memo: string | null;
  /** How the customer means to pay. */
  paymentMethod: { method: Payment['method'] | null; detail: string | null };
  paymentReference: string | null;
  seller: { name: string; address: string | null; taxId: string | null } | null;
  duplicateOf: { id: string; title: string } | null;
  finalizedAt: string | null;
  voidedAt: string | null;
  writtenOffAt: string | null;
  discarded: boolean;
  lines: Children<Line>;
  discounts: Children<Discount>;
  payments: Children<Payment>;
  attempts: Children<KeptAttempt>;
  refunds: Children<KeptRefund>;
  credits: Children<Credit>;
  disputes: Children<KeptDispute>;
  notes: Children<Note>;
  messages: Children<Message>;
  approvals: Children<KeptApproval>;
}

const noChildren = {
  lines: {},
  discounts: {},
  payments: {},
  attempts: {},
  refunds: {},
  credits: {},
  disputes: {},
  notes: {},
  messages: {},
  approvals: {},
} as const;

/** Before its creation an invoice has no leaf at all: nothing can rest on a record that is not there. */
export const noInvoice = noChildren as unknown as Invoice;

const granted = { outcome: 'granted' } as const;
const declined = { outcome: 'declined' } as const;
const undecided = { outcome: null };

export function evolve(state: Invoice, event: InvoiceEvent, edits: Edits = copying): Invoice {
  const { set, put, change, without } = edits;
  switch (event.type) {
    case 'invoice_created': {
      const { invoiceId, lines, ...header } = event.payload;
      return {
        ...header,
        id: invoiceId,
        number: null,
        issueDate: null,
        paymentMethod: { method: null, detail: null },
        paymentReference: null,
        seller: null,
        finalizedAt: null,
        voidedAt: null,
        writtenOffAt: null,
        discarded: false,
        ...noChildren,
        lines: Object.fromEntries(lines.map((line) => [line.id, line])),
      };
    }
    case 'draft_discarded':
      return set(state, { discarded: true });
    case 'draft_restored':
      return set(state, { discarded: false });
    case 'line_added':
    case 'line_restored':
      return set(state, { lines: put(state.lines, event.payload.line) });
    case 'line_changed': {
      const { lineId, ...changed } = event.payload;
      return set(state, { lines: change(state.lines, lineId, changed) });
    }
    case 'line_removed':
      return set(state, { lines: without(state.lines, event.payload.lineId) });
    case 'discount_granted':
      return set(state, { discounts: put(state.discounts, event.payload.discount) });
    case 'discount_withdrawn':
      return set(state, { discounts: without(state.discounts, event.payload.discountId) });
    case 'customer_changed':
      return set(state, { customer: { ...state.customer, ...event.payload } });
    case 'currency_changed': {
      const { currency, unitPrices = {} } = event.payload;
      const lines = Object.entries(unitPrices).reduce(
        (all, [lineId, unitPrice]) => change(all, lineId, { unitPrice }),
        state.lines,
      );
      return set(state, { currency, lines });
    }
    case 'due_date_changed':
      return set(state, { dueDate: event.payload.dueDate });
    case 'memo_changed':
      return set(state, { memo: event.payload.memo });
    case 'invoice_finalized':
      return set(state, event.payload);
    case 'invoice_returned_to_draft':
      return set(state, {
        number: null,
        issueDate: null,
        finalizedAt: null,
        paymentReference: null,
        seller: null,
      });
    case 'invoice_sent':
    case 'reminder_sent':
      return set(state, { messages: put(state.messages, event.payload.message) });
    case 'payment_received':
      return set(state, { payments: put(state.payments, event.payload.payment) });
    case 'payment_reversed':
      return set(state, { payments: without(state.payments, event.payload.paymentId) });
    case 'payment_failed':
      return set(state, { attempts: put(state.attempts, { ...event.payload.attempt, retriedAt: null }) });
    case 'payment_retried': {
      const { attemptId, retriedAt } = event.payload;
      return set(state, { attempts: change(state.attempts, attemptId, { retriedAt }) });
    }
    case 'payment_method_updated':
      return set(state, { paymentMethod: { ...state.paymentMethod, ...event.payload } });
    case 'refund_issued': {
      const refund: KeptRefund = { ...event.payload.refund, status: 'pending', closedOn: null };
      return set(state, { refunds: put(state.refunds, refund) });
    }
    case 'refund_cancelled':
      return set(state, { refunds: without(state.refunds, event.payload.refundId) });
    case 'refund_settled': {
      const { refundId, settledOn: closedOn } = event.payload;
      return set(state, { refunds: change(state.refunds, refundId, { status: 'settled', closedOn }) });
    }
    case 'refund_failed': {
      const { refundId, failedOn: closedOn } = event.payload;
      return set(state, { refunds: change(state.refunds, refundId, { status: 'failed', closedOn }) });
    }
    case 'credit_note_issued':
      return set(state, { credits: put(state.credits, event.payload.credit) });
    case 'credit_note_voided':
      return set(state, { credits: without(state.credits, event.payload.creditId) });
    case 'dispute_opened': {
      const dispute: KeptDispute = { ...event.payload.dispute, outcome: null, closedOn: null };
      return set(state, { disputes: put(state.disputes, dispute) });
    }
    case 'dispute_withdrawn':
      return set(state, { disputes: without(state.disputes, event.payload.disputeId) });
    case 'dispute_won':
    case 'dispute_lost': {
      const { disputeId, closedOn } = event.payload;
      const outcome = event.type === 'dispute_won' ? 'won' : 'lost';
      return set(state, { disputes: change(state.disputes, disputeId, { outcome, closedOn }) });
    }
    case 'invoice_voided':
      return set(state, { voidedAt: event.payload.voidedAt });
    case 'invoice_reinstated':
      return set(state, { voidedAt: null });
    case 'invoice_written_off':
      return set(state, { writtenOffAt: event.payload.writtenOffAt });
    case 'write_off_reversed':
      return set(state, { writtenOffAt: null });
    case 'note_added':
      return set(state, { notes: put(state.notes, event.payload.note) });
    case 'note_withdrawn':
      return set(state, { notes: without(state.notes, event.payload.noteId) });
    case 'approval_requested':
      return set(state, { approvals: put(state.approvals, { ...event.payload.approval, outcome: null }) });
    case 'approval_withdrawn':
      return set(state, { approvals: without(state.approvals, event.payload.approvalId) });
    case 'approval_granted':
      return set(state, { approvals: change(state.approvals, event.payload.approvalId, granted) });
    case 'approval_declined':
      return set(state, { approvals: change(state.approvals, event.payload.approvalId, declined) });
    case 'approval_reopened':
      return set(state, { approvals: change(state.approvals, event.payload.approvalId, undecided) });
    default:
      return unknownEvent(event);
  }
}

/** A type that `evolve` forgot does not compile; one from a newer release must not pass in silence. */
function unknownEvent(event: never): never {
  throw new Error(
    `"${(event as { type: string }).type}" is no event of an invoice. Update Retrace to read this record.`,
  );
}

/** Lines in the order of the document. */
export function linesInOrder(invoice: Invoice): Line[] {
  return Object.values(invoice.lines).sort(inOrder);
}

/** Which of two lines stands first. */
export function inOrder(a: Line, b: Line): number {
  return a.place < b.place ? -1 : a.place > b.place ? 1 : a.id < b.id ? -1 : 1;
}

/** What people call an invoice: its number, and while it has none a short form of its id. */
export function titleOf(invoice: { id: string; number: string | null }): string {
  return invoice.number ?? `Draft ${invoice.id.slice(0, 8).toUpperCase()}`;
}
