import * as z from 'zod/mini';
import { calendarDay } from '../calendar-day';
import { customerAddress, customerEmail, customerName, customerTaxId } from '../customer-fields';
import { currencyCode } from '../money-fields';
import { requiredText, text } from '../text';
import { mostDiscounts } from './allowed-values';
import {
  amount,
  amountsIn,
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
  recipient,
  reference,
  taxRate,
  unitPrice,
} from './fields';
import { gatedCommandSchemas, undoChange } from './gated-commands';
import { statedAmount } from './stated-amount';
import { sendableKinds } from './what-is-sent';

/**
 * What people and programs may ask of an invoice. The server parses every request with these schemas; the forms in
 * the browser use the same ones, so that a field says the same on both sides.
 *
 * The ids of new children come with the command: a repeated request then names the same child.
 */
const id = z.uuid('This needs the id of a record.').check(z.toLowerCase());

const customer = z.object({
  id,
  name: customerName,
  email: customerEmail,
  address: customerAddress,
  taxId: z._default(customerTaxId, null),
});

export const newLine = z.object({ id, description, quantity, unitPrice, taxRate });

/** A share of the lines in basis points, or an amount before tax. */
export const newDiscount = z
  .object({
    id,
    description: discountDescription,
    rate: z._default(z.nullable(discountRate), null),
    amount: z._default(z.nullable(amount), null),
  })
  .check(
    z.refine((discount) => (discount.rate === null) !== (discount.amount === null), {
      error: 'Write a percentage or an amount, one of the two.',
      path: ['amount'],
    }),
  );

export const commandSchemas = {
  create_invoice: z.object({
    type: z.literal('create_invoice'),
    invoiceId: id,
    currency: currencyCode,
    customer,
    dueDate,
    memo,
    lines: z.array(newLine).check(z.maxLength(500, 'An invoice has at most 500 lines to begin with.')),
    discounts: z._default(
      z
        .array(newDiscount)
        .check(z.maxLength(mostDiscounts, `An invoice has at most ${mostDiscounts} discounts.`)),
      [],
    ),
    duplicateOf: z._default(
      z.nullable(z.object({ id, title: requiredText(50, 'Name the original.') })),
      null,
    ),
  }),
  discard_draft: z.object({ type: z.literal('discard_draft') }),
  add_line: z.object({ type: z.literal('add_line'), line: newLine, amountsIn }),
  change_line: z.object({
    type: z.literal('change_line'),
    lineId: id,
    description: z.optional(description),
    quantity: z.optional(quantity),
    unitPrice: z.optional(unitPrice),
    taxRate: z.optional(taxRate),
    amountsIn,
  }),
  remove_line: z.object({ type: z.literal('remove_line'), lineId: id }),
  grant_discount: z.object({ type: z.literal('grant_discount'), discount: newDiscount, amountsIn }),
  withdraw_discount: z.object({ type: z.literal('withdraw_discount'), discountId: id }),
  change_customer: z.object({ type: z.literal('change_customer'), customer }),
  change_currency: z.object({ type: z.literal('change_currency'), currency: currencyCode }),
  change_details: z.object({
    type: z.literal('change_details'),
    dueDate: z.optional(dueDate),
    memo: z.optional(memo),
  }),
  finalize_invoice: z.object({ type: z.literal('finalize_invoice') }),
  send_invoice: z.object({
    type: z.literal('send_invoice'),
    messageId: id,
    /** Left out, it is what most likely comes next. */
    kind: z.optional(z.enum(sendableKinds, 'Choose the invoice or a receipt.')),
    to: recipient,
    text: z._default(messageText, null),
  }),
  send_reminder: z.object({
    type: z.literal('send_reminder'),
    messageId: id,
    to: recipient,
    text: z._default(messageText, null),
  }),
  record_payment: z.object({
    type: z.literal('record_payment'),
    paymentId: id,
    amount,
    amountsIn,
    method: paymentMethod,
    receivedOn: calendarDay,
    reference,
  }),
  record_payment_failure: z.object({
    type: z.literal('record_payment_failure'),
    attemptId: id,
    amount,
    amountsIn,
    method: paymentMethod,
    failedOn: calendarDay,
    code: failureCode,
    detail: failureDetail,
  }),
  retry_payment: z.object({ type: z.literal('retry_payment'), attemptId: id }),
  update_payment_method: z.object({
    type: z.literal('update_payment_method'),
    method: z.nullable(paymentMethod),
    detail: methodDetail,
  }),
  ...gatedCommandSchemas,
  settle_refund: z.object({ type: z.literal('settle_refund'), refundId: id, settledOn: calendarDay }),
  fail_refund: z.object({ type: z.literal('fail_refund'), refundId: id, failedOn: calendarDay }),
  cancel_refund: z.object({ type: z.literal('cancel_refund'), refundId: id }),
  void_credit_note: z.object({ type: z.literal('void_credit_note'), creditId: id }),
  open_dispute: z.object({
    type: z.literal('open_dispute'),
    disputeId: id,
    paymentId: id,
    amount,
    amountsIn,
    category: disputeCategory,
    openedOn: calendarDay,
    reference,
  }),
  win_dispute: z.object({ type: z.literal('win_dispute'), disputeId: id, closedOn: calendarDay }),
  lose_dispute: z.object({ type: z.literal('lose_dispute'), disputeId: id, closedOn: calendarDay }),
  withdraw_dispute: z.object({ type: z.literal('withdraw_dispute'), disputeId: id }),
  void_invoice: z.object({ type: z.literal('void_invoice') }),
  reverse_write_off: z.object({ type: z.literal('reverse_write_off') }),
  add_note: z.object({ type: z.literal('add_note'), noteId: id, text: noteText }),
  withdraw_note: z.object({ type: z.literal('withdraw_note'), noteId: id }),
  /** `what` is the server's to say. */
  request_undo: z.object({
    type: z.literal('request_undo'),
    requestId: id,
    version: undoChange.shape.version,
    what: z._default(text(1000), ''),
  }),
  approve_request: z.object({ type: z.literal('approve_request'), approvalId: id }),
  decline_request: z.object({ type: z.literal('decline_request'), approvalId: id }),
  withdraw_request: z.object({ type: z.literal('withdraw_request'), approvalId: id }),
};

type Schemas = typeof commandSchemas;
export type InvoiceCommandType = keyof Schemas;
export type InvoiceCommand = z.output<Schemas[InvoiceCommandType]>;

/** A command of a known type. */
export type CommandOf<T extends InvoiceCommandType> = z.output<Schemas[T]>;

export const invoiceCommand = z.discriminatedUnion(
  'type',
  Object.values(commandSchemas) as unknown as readonly [
    Schemas['create_invoice'],
    ...Schemas[InvoiceCommandType][],
  ],
);

/**
 * A command from outside, whose author saw the invoice a while ago: an amount says which currency it is meant in, for
 * the invoice may have another by now.
 */
export const askedInvoiceCommand = invoiceCommand.check(
  z.refine(
    (command) =>
      statedAmount(command) === null || ('amountsIn' in command && command.amountsIn !== undefined),
    { error: 'Say which currency the amount is in.', path: ['amountsIn'] },
  ),
);
