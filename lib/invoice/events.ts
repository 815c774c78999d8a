import * as z from 'zod/mini';
import { calendarDay } from '../calendar';
import type { PayloadDefinition } from '../event-sourcing/upcast';
import { type Currency, isCurrency, largestAmount } from '../money';
import { personal } from '../personal';
import { optionalText, requiredText } from '../text';

/** What an invoice's events say. A payload holds only what the event changes, so that undo can tell changes apart. */

const id = z.uuid('This needs the id of a record.');
const instant = z.iso.datetime();

export const currencyCode = z
  .string('Choose a currency.')
  .check(
    z.refine((code) => isCurrency(code), 'This is no ISO 4217 currency code, such as EUR.'),
  ) as unknown as z.ZodMiniType<Currency, string>;

export const customerName = requiredText(200, 'Name the customer.').register(personal, {
  subject: 'customer',
});
export const customerEmail = z
  .nullable(z.email('Write an e-mail address like orders@example.com.').check(z.maxLength(254)))
  .register(personal, { subject: 'customer' });
export const customerAddress = optionalText(500).register(personal, { subject: 'customer' });

const customer = z.object({ id, name: customerName, email: customerEmail, address: customerAddress });

export const description = requiredText(500, 'Say what this line is for.');
/** A decimal of up to three places, as text: "1.5". */
export const quantity = z.string('Write a quantity like 1 or 2.5.').check(
  z.regex(
    /^(?:0|[1-9]\d{0,5})(?:\.\d{0,2}[1-9])?$/,
    'Write a quantity like 1 or 2.5, with at most three decimals.',
  ),
  z.refine((value) => value !== '0', 'The quantity is more than zero.'),
);
/** Minor units of the invoice's currency. */
export const unitPrice = z
  .int('Write a price like 12.50.')
  .check(
    z.minimum(0, 'The price is zero or more.'),
    z.maximum(1_000_000_000, 'This price is beyond what an invoice can hold.'),
  );
/** Basis points: 1900 is 19 %. */
export const taxRate = z
  .int('Choose a tax rate.')
  .check(z.minimum(0, 'A tax rate is 0 % or more.'), z.maximum(10_000, 'A tax rate is at most 100 %.'));

const line = z.object({
  id,
  /** A fractional index: lines are in the order of their places, and one between two others needs no renumbering. */
  place: z.string().check(z.regex(/^[0-9A-Za-z]{1,100}$/)),
  description,
  quantity,
  unitPrice,
  taxRate,
});

export const paymentMethods = ['bank_transfer', 'card', 'cash', 'direct_debit', 'other'] as const;
export const paymentMethod = z.enum(paymentMethods, 'Choose how it was paid.');
export const paymentAmount = z
  .int('Write an amount like 12.50.')
  .check(
    z.minimum(1, 'The amount is more than zero.'),
    z.maximum(largestAmount, 'This amount is beyond what an invoice can hold.'),
  );

const payment = z.object({
  id,
  amount: paymentAmount,
  method: paymentMethod,
  receivedOn: calendarDay,
  reference: optionalText(200),
});

const delivery = z.object({
  id,
  to: requiredText(254, 'Say to whom it was sent.').register(personal, { subject: 'customer' }),
  sentAt: instant,
});

export const dueDate = z.nullable(calendarDay);
export const memo = optionalText(2000);

const payloads = {
  invoice_created: z.object({
    invoiceId: id,
    currency: currencyCode,
    customer,
    dueDate,
    memo,
    lines: z.array(line).check(z.maxLength(500, 'An invoice has at most 500 lines to begin with.')),
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
  due_date_changed: z.object({ dueDate }),
  memo_changed: z.object({ memo }),
  invoice_finalized: z.object({
    number: requiredText(50, 'An invoice needs a number.'),
    issueDate: calendarDay,
    finalizedAt: instant,
  }),
  invoice_returned_to_draft: z.object({}),
  invoice_sent: z.object({ delivery }),
  payment_received: z.object({ payment }),
  payment_reversed: z.object({ paymentId: id }),
  invoice_voided: z.object({ voidedAt: instant }),
  invoice_reinstated: z.object({}),
};

type Payloads = typeof payloads;
export type InvoiceEventType = keyof Payloads;

/** One event of an invoice: a type and its payload. */
export type InvoiceEvent = {
  [T in InvoiceEventType]: { type: T; payload: z.output<Payloads[T]> };
}[InvoiceEventType];

export type Line = z.output<typeof line>;
export type Payment = z.output<typeof payment>;
export type Delivery = z.output<typeof delivery>;
export type Customer = z.output<typeof customer>;

/** Every payload is in its first shape yet. */
export const invoicePayloads = Object.fromEntries(
  Object.entries(payloads).map(([type, schema]) => [type, { schemaVersion: 1, schema }]),
) as unknown as Record<InvoiceEventType, PayloadDefinition>;

/** The schemas themselves, for tests that walk them (which fields are personal?). */
export const invoicePayloadSchemas = payloads;
