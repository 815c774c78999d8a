import * as z from 'zod/mini';
import { calendarDay } from '../calendar-day';
import { customerAddress, customerEmail, customerName, customerTaxId } from '../customer-fields';
import type { PayloadDefinition } from '../event-sourcing/upcast';
import { largestAmount, roundings } from '../money';
import { currencyCode } from '../money-fields';
import { personal } from '../personal';
import { optionalText, requiredText } from '../text';
import {
  amount,
  description,
  discountDescription,
  discountRate,
  disputeCategory,
  dueDate,
  failureCode,
  failureDetail,
  memo,
  messageText,
  methodDetail,
  noteText,
  paymentMethod,
  quantity,
  reference,
  taxRate,
  unitPrice,
} from './fields';
import { askedFor } from './gated-commands';
import { invoiceSchemaVersions } from './schema-versions';
import { invoiceUpcasters } from './upcasters';

/** What an invoice's events say. A payload holds only what the event changes, so that undo can tell changes apart. */

const id = z.uuid('This needs the id of a record.');
const instant = z.iso.datetime();

const customer = z.object({
  id,
  name: customerName,
  email: customerEmail,
  address: customerAddress,
  taxId: customerTaxId,
});

const line = z.object({
  id,
  /** A fractional index: lines are in the order of their places, and one between two others needs no renumbering. */
  place: z.string().check(z.regex(/^[0-9A-Za-z]{1,100}$/)),
  description,
  quantity,
  unitPrice,
  taxRate,
});

/** Either a share of the lines or an amount before tax; the other one is null. */
const discount = z
  .object({
    id,
    description: discountDescription,
    rate: z.nullable(discountRate),
    amount: z.nullable(amount),
  })
  .check(
    z.refine(
      ({ rate, amount }) => (rate === null) !== (amount === null),
      'A discount is a percentage or an amount.',
    ),
  );

const payment = z.object({ id, amount, method: paymentMethod, receivedOn: calendarDay, reference });

/** A payment that did not come: `retriedAt` once it was tried again. */
const attempt = z.object({
  id,
  amount,
  method: paymentMethod,
  failedOn: calendarDay,
  code: failureCode,
  detail: failureDetail,
});

const refund = z.object({
  id,
  paymentId: id,
  amount,
  issuedOn: calendarDay,
  /**
   * How much of it is given back for good, in minor units. The rest returns what was paid too much, or is owed again.
   */
  forGood: z
    .int('Write an amount like 12.50.')
    .check(
      z.minimum(0, 'The amount is zero or more.'),
      z.maximum(largestAmount, 'This is more than can be kept.'),
    ),
});

const credit = z.object({
  id,
  number: requiredText(50, 'A credit note needs a number.'),
  amount,
  issuedOn: calendarDay,
});

const dispute = z.object({
  id,
  paymentId: id,
  amount,
  category: disputeCategory,
  openedOn: calendarDay,
  reference,
});

const note = z.object({
  id,
  text: noteText,
  /** As it was then: the event's own actor may be somebody who put the note back. */
  author: requiredText(200, 'A note has an author.').register(personal, { subject: 'user' }),
  addedAt: instant,
});

export const messageKinds = ['invoice', 'receipt', 'reminder'] as const;

const message = z.object({
  id,
  kind: z.enum(messageKinds),
  to: requiredText(254, 'Say to whom it was sent.').register(personal, { subject: 'customer' }),
  text: messageText,
  sentAt: instant,
});

const approval = z
  .object({
    id,
    command: askedFor,
    /** Minor units of the invoice's currency; null where no money is asked for. */
    amount: z.nullable(amount),
    reason: requiredText(1000, 'Say why.').register(personal, { subject: 'customer' }),
    requestedById: requiredText(200, 'A request has somebody who made it.'),
    requestedBy: requiredText(200, 'A request has somebody who made it.').register(personal, {
      subject: 'user',
    }),
    requestedAt: instant,
  })
  .check(
    z.refine(({ command, amount }) => (command.type === 'undo_change') === (amount === null), {
      error: 'Say how much is asked for.',
      path: ['amount'],
    }),
  );

const payloads = {
  invoice_created: z.object({
    invoiceId: id,
    currency: currencyCode,
    rounding: z.enum(roundings),
    customer,
    dueDate,
    memo,
    lines: z.array(line).check(z.maxLength(500, 'An invoice has at most 500 lines to begin with.')),
    /** The invoice that this one was copied from, and what it was called then. */
    duplicateOf: z.nullable(z.object({ id, title: requiredText(50, 'Name the original.') })),
  }),
  draft_discarded: z.object({}),
  draft_restored: z.object({}),
  line_added: z.object({ line }),
  line_changed: z.object({
    lineId: id,
    description: z.optional(description),
    quantity: z.optional(quantity),
    unitPrice: z.optional(unitPrice),
    taxRate: z.optional(taxRate),
  }),
  line_removed: z.object({ lineId: id }),
  line_restored: z.object({ line }),
  discount_granted: z.object({ discount }),
  discount_withdrawn: z.object({ discountId: id }),
  customer_changed: z.object({
    id: z.optional(id),
    name: z.optional(customerName),
    email: z.optional(customerEmail),
    address: z.optional(customerAddress),
    taxId: z.optional(customerTaxId),
  }),
  /** With the prices whose minor units are others in the new currency, by line: a price keeps its figure. */
  currency_changed: z.object({
    currency: currencyCode,
    unitPrices: z.optional(z.record(id, unitPrice)),
  }),
  due_date_changed: z.object({ dueDate }),
  memo_changed: z.object({ memo }),
  invoice_finalized: z.object({
    number: requiredText(50, 'An invoice needs a number.'),
    issueDate: calendarDay,
    finalizedAt: instant,
    /** What the customer quotes when paying. Null where the number is all there is. */
    paymentReference: z.nullable(requiredText(50, 'A payment reference says something.')),
    /** Who issued it, as the company was called then. Null for invoices from before this was kept. */
    seller: z.nullable(
      z.object({
        name: requiredText(200, 'The company has a name.'),
        address: optionalText(500),
        taxId: optionalText(50),
      }),
    ),
  }),
  invoice_returned_to_draft: z.object({}),
  invoice_sent: z.object({ message }),
  reminder_sent: z.object({ message }),
  payment_received: z.object({ payment }),
  payment_reversed: z.object({ paymentId: id }),
  payment_failed: z.object({ attempt }),
  payment_retried: z.object({ attemptId: id, retriedAt: instant }),
  payment_method_updated: z.object({
    method: z.optional(z.nullable(paymentMethod)),
    detail: z.optional(methodDetail),
  }),
  refund_issued: z.object({ refund }),
  refund_cancelled: z.object({ refundId: id }),
  refund_settled: z.object({ refundId: id, settledOn: calendarDay }),
  refund_failed: z.object({ refundId: id, failedOn: calendarDay }),
  credit_note_issued: z.object({ credit }),
  credit_note_voided: z.object({ creditId: id }),
  dispute_opened: z.object({ dispute }),
  dispute_withdrawn: z.object({ disputeId: id }),
  dispute_won: z.object({ disputeId: id, closedOn: calendarDay }),
  dispute_lost: z.object({ disputeId: id, closedOn: calendarDay }),
  invoice_voided: z.object({ voidedAt: instant }),
  invoice_reinstated: z.object({}),
  invoice_written_off: z.object({ writtenOffAt: instant }),
  write_off_reversed: z.object({}),
  note_added: z.object({ note }),
  note_withdrawn: z.object({ noteId: id }),
  approval_requested: z.object({ approval }),
  approval_withdrawn: z.object({ approvalId: id }),
  approval_granted: z.object({ approvalId: id }),
  approval_declined: z.object({ approvalId: id }),
  approval_reopened: z.object({ approvalId: id }),
};

type Payloads = typeof payloads;
export type InvoiceEventType = keyof Payloads;

/** One event of an invoice: a type and its payload. */
export type InvoiceEvent = {
  [T in InvoiceEventType]: { type: T; payload: z.output<Payloads[T]> };
}[InvoiceEventType];

/** The event of one type, or of several. */
export type InvoiceEventOf<T extends InvoiceEventType> = Extract<InvoiceEvent, { type: T }>;

export type Line = z.output<typeof line>;
export type Discount = z.output<typeof discount>;
export type Payment = z.output<typeof payment>;
export type PaymentAttempt = z.output<typeof attempt>;
export type Refund = z.output<typeof refund>;
export type Credit = z.output<typeof credit>;
export type Dispute = z.output<typeof dispute>;
export type Note = z.output<typeof note>;
export type Message = z.output<typeof message>;
export type Approval = z.output<typeof approval>;
export type Customer = z.output<typeof customer>;

const schemaVersions: Partial<Record<InvoiceEventType, number>> = invoiceSchemaVersions;

export const invoicePayloads = Object.fromEntries(
  Object.entries(payloads).map(([type, schema]) => [
    type,
    {
      schemaVersion: schemaVersions[type as InvoiceEventType] ?? 1,
      schema,
      ...(invoiceUpcasters[type] ? { upcasters: invoiceUpcasters[type] } : {}),
    },
  ]),
) as unknown as Record<InvoiceEventType, PayloadDefinition>;

/** The schemas themselves, for tests that walk them (which fields are personal?). */
export const invoicePayloadSchemas = payloads;
