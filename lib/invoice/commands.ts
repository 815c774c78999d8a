import * as z from 'zod/mini';
import { calendarDay } from '../calendar';
import { optionalText } from '../text';
import {
  currencyCode,
  customerAddress,
  customerEmail,
  customerName,
  description,
  dueDate,
  memo,
  paymentAmount,
  paymentMethod,
  quantity,
  taxRate,
  unitPrice,
} from './events';

/**
 * What people and programs may ask of an invoice. The server parses every request with these schemas; the forms in
 * the browser use the same ones, so that a field says the same on both sides.
 *
 * The ids of new children come with the command: a repeated request then names the same child.
 */
const id = z.uuid('This needs the id of a record.').check(z.toLowerCase());

export const newLine = z.object({ id, description, quantity, unitPrice, taxRate });

export const commandSchemas = {
  create_invoice: z.object({
    type: z.literal('create_invoice'),
    invoiceId: id,
    currency: currencyCode,
    customer: z.object({ id, name: customerName, email: customerEmail, address: customerAddress }),
    dueDate,
    memo,
    lines: z.array(newLine).check(z.maxLength(500, 'An invoice has at most 500 lines to begin with.')),
  }),
  discard_draft: z.object({ type: z.literal('discard_draft') }),
  add_line: z.object({ type: z.literal('add_line'), line: newLine }),
  change_line: z.object({
    type: z.literal('change_line'),
    lineId: id,
    description: z.optional(description),
    quantity: z.optional(quantity),
    unitPrice: z.optional(unitPrice),
    taxRate: z.optional(taxRate),
  }),
  remove_line: z.object({ type: z.literal('remove_line'), lineId: id }),
  change_details: z.object({
    type: z.literal('change_details'),
    dueDate: z.optional(dueDate),
    memo: z.optional(memo),
  }),
  finalize_invoice: z.object({ type: z.literal('finalize_invoice') }),
  send_invoice: z.object({
    type: z.literal('send_invoice'),
    deliveryId: id,
    to: z.email('Write an e-mail address like orders@example.com.').check(z.maxLength(254)),
  }),
  record_payment: z.object({
    type: z.literal('record_payment'),
    paymentId: id,
    amount: paymentAmount,
    method: paymentMethod,
    receivedOn: calendarDay,
    reference: optionalText(200),
  }),
  void_invoice: z.object({ type: z.literal('void_invoice') }),
};

export const invoiceCommand = z.discriminatedUnion('type', [
  commandSchemas.create_invoice,
  commandSchemas.discard_draft,
  commandSchemas.add_line,
  commandSchemas.change_line,
  commandSchemas.remove_line,
  commandSchemas.change_details,
  commandSchemas.finalize_invoice,
  commandSchemas.send_invoice,
  commandSchemas.record_payment,
  commandSchemas.void_invoice,
]);

export type InvoiceCommand = z.output<typeof invoiceCommand>;
export type InvoiceCommandType = InvoiceCommand['type'];
