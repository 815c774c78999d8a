import type { Violation } from '../event-sourcing/workflow';
import { type Currency, largestAmount, taxOn, timesQuantity } from '../money';
import type { Customer, Delivery, InvoiceEvent, Line, Payment } from './events';

/**
 * The state of an invoice: facts only, children keyed by id. Totals, balance and status are derived from them below
 * and never stored here, so that they can't be in conflict with the facts, or with each other.
 */
export interface Invoice {
  id: string;
  number: string | null;
  currency: Currency;
  customer: Customer;
  issueDate: string | null;
  dueDate: string | null;
  memo: string | null;
  finalizedAt: string | null;
  voidedAt: string | null;
  discarded: boolean;
  lines: Readonly<Record<string, Line>>;
  payments: Readonly<Record<string, Payment>>;
  deliveries: Readonly<Record<string, Delivery>>;
}

/** Before its creation an invoice has no leaf at all: nothing can rest on a record that is not there. */
export const noInvoice = { lines: {}, payments: {}, deliveries: {} } as unknown as Invoice;

export function evolve(state: Invoice, event: InvoiceEvent): Invoice {
  switch (event.type) {
    case 'invoice_created': {
      const { invoiceId, currency, customer, dueDate, memo, lines } = event.payload;
      return {
        id: invoiceId,
        number: null,
        currency,
        customer,
        issueDate: null,
        dueDate,
        memo,
        finalizedAt: null,
        voidedAt: null,
        discarded: false,
        lines: Object.fromEntries(lines.map((line) => [line.id, line])),
        payments: {},
        deliveries: {},
      };
    }
    case 'draft_discarded':
      return { ...state, discarded: true };
    case 'draft_restored':
      return { ...state, discarded: false };
    case 'line_added':
    case 'line_restored':
      return { ...state, lines: { ...state.lines, [event.payload.line.id]: event.payload.line } };
    case 'line_changed': {
      const { lineId, ...changed } = event.payload;
      const line = state.lines[lineId];
      return line ? { ...state, lines: { ...state.lines, [lineId]: { ...line, ...changed } } } : state;
    }
    case 'line_removed':
      return { ...state, lines: without(state.lines, event.payload.lineId) };
    case 'due_date_changed':
      return { ...state, dueDate: event.payload.dueDate };
    case 'memo_changed':
      return { ...state, memo: event.payload.memo };
    case 'invoice_finalized':
      return { ...state, ...event.payload };
    case 'invoice_returned_to_draft':
      return { ...state, number: null, issueDate: null, finalizedAt: null };
    case 'invoice_sent': {
      const { delivery } = event.payload;
      return { ...state, deliveries: { ...state.deliveries, [delivery.id]: delivery } };
    }
    case 'payment_received': {
      const { payment } = event.payload;
      return { ...state, payments: { ...state.payments, [payment.id]: payment } };
    }
    case 'payment_reversed':
      return { ...state, payments: without(state.payments, event.payload.paymentId) };
    case 'invoice_voided':
      return { ...state, voidedAt: event.payload.voidedAt };
    case 'invoice_reinstated':
      return { ...state, voidedAt: null };
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

function without<V>(children: Readonly<Record<string, V>>, id: string): Record<string, V> {
  const { [id]: _, ...rest } = children;
  return rest;
}

/** Lines in the order of the document. */
export function linesInOrder(invoice: Invoice): Line[] {
  return Object.values(invoice.lines).sort((a, b) =>
    a.place < b.place ? -1 : a.place > b.place ? 1 : a.id < b.id ? -1 : 1,
  );
}

/** What one line comes to before tax, in minor units. */
export function lineAmount(invoice: Invoice, line: Line): number {
  return timesQuantity(line.unitPrice, line.quantity, invoice.currency);
}

/** All in minor units of the invoice's currency. */
export interface Totals {
  net: number;
  /** One row a rate, lowest first; tax is rounded once per rate. */
  taxes: readonly { rate: number; net: number; tax: number }[];
  tax: number;
  total: number;
  paid: number;
  /** What is still owed; below zero where more was paid than asked. */
  balance: number;
}

export function totalsOf(invoice: Invoice): Totals {
  const taxes = taxesOf(invoice);
  const net = sum(taxes.map((row) => row.net));
  const tax = sum(taxes.map((row) => row.tax));
  const paid = sum(Object.values(invoice.payments).map((payment) => payment.amount));
  return { net, taxes, tax, total: net + tax, paid, balance: net + tax - paid };
}

const known = new WeakMap<Invoice['lines'], { currency: Currency; taxes: Totals['taxes'] }>();

/** Worked out once for a set of lines: most events leave them as they are, and states share them. */
function taxesOf({ lines, currency }: Invoice): Totals['taxes'] {
  const before = known.get(lines);
  if (before?.currency === currency) return before.taxes;
  const byRate = new Map<number, number>();
  for (const { taxRate, unitPrice, quantity } of Object.values(lines)) {
    byRate.set(taxRate, (byRate.get(taxRate) ?? 0) + timesQuantity(unitPrice, quantity, currency));
  }
  const taxes = [...byRate]
    .sort(([a], [b]) => a - b)
    .map(([rate, net]) => ({ rate, net, tax: taxOn(net, rate, currency) }));
  known.set(lines, { currency, taxes });
  return taxes;
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

export const statuses = [
  'draft',
  'open',
  'partially_paid',
  'paid',
  'uncollectible',
  'void',
  'discarded',
] as const;
export type Status = (typeof statuses)[number];

export const statusLabels: Record<Status, string> = {
  draft: 'Draft',
  open: 'Open',
  partially_paid: 'Partially paid',
  paid: 'Paid',
  uncollectible: 'Uncollectible',
  void: 'Void',
  discarded: 'Discarded',
};

/** The first that applies. Overdue is no status: no event makes it true, only the passing of time. */
export function statusOf(invoice: Invoice, totals: Totals = totalsOf(invoice)): Status {
  if (invoice.voidedAt) return 'void';
  if (invoice.discarded) return 'discarded';
  if (!invoice.finalizedAt) return 'draft';
  if (totals.balance <= 0) return 'paid';
  return totals.paid > 0 ? 'partially_paid' : 'open';
}

/** Is money owed past its due date, on this calendar day of the company? */
export function isOverdue(invoice: Invoice, today: string): boolean {
  const status = statusOf(invoice);
  return (
    (status === 'open' || status === 'partially_paid') && invoice.dueDate !== null && invoice.dueDate < today
  );
}

/** What people call an invoice: its number, and while it has none a short form of its id. */
export function titleOf(invoice: { id: string; number: string | null }): string {
  return invoice.number ?? `Draft ${invoice.id.slice(0, 8).toUpperCase()}`;
}

/** What must hold of every invoice at the end of every operation. */
export function violations(invoice: Invoice): readonly Violation[] {
  const found: Violation[] = [];
  if (invoice.finalizedAt && Object.keys(invoice.lines).length === 0) {
    found.push({
      code: 'no_lines',
      message: 'A finalized invoice keeps at least one line.',
      paths: ['finalizedAt', 'lines'],
    });
  }
  if (invoice.id && totalsOf(invoice).total > largestAmount) {
    found.push({
      code: 'total_too_large',
      message: 'The total is beyond what an invoice can hold.',
      paths: ['lines'],
    });
  }
  return found;
}
