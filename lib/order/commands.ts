import * as z from 'zod/mini';
import { calendarDay } from '../calendar-day';
import { customerName } from '../customer-fields';
import { linkedInvoice } from '../linked-invoice';
import { currencyCode, price } from '../money-fields';
import { carrier, itemCount, itemName, orderNumber, saidWhy, tracking } from './events';

/** What people and programs may ask of an order. Ids of what is new come with the command. */
const id = z.uuid('This needs the id of a record.').check(z.toLowerCase());

export const orderCommand = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('place_order'),
    orderId: id,
    /** Where it has one elsewhere; otherwise it gets one. */
    number: z.optional(orderNumber),
    customer: z.object({ id, name: customerName }),
    currency: currencyCode,
    placedOn: calendarDay,
    items: z
      .array(
        z.object({ id, name: itemName, count: itemCount, unitPrice: price }),
        'Write down what is ordered.',
      )
      .check(
        z.minLength(1, 'An order has at least one item.'),
        z.maxLength(100, 'An order has at most 100 items.'),
      ),
  }),
  z.object({ type: z.literal('pack_order') }),
  z.object({
    type: z.literal('ship_order'),
    carrier: z._default(carrier, null),
    tracking: z._default(tracking, null),
  }),
  z.object({ type: z.literal('deliver_order'), deliveredOn: calendarDay }),
  z.object({ type: z.literal('request_return'), why: z._default(saidWhy, null) }),
  z.object({ type: z.literal('withdraw_return_request') }),
  z.object({ type: z.literal('record_return'), returnedOn: calendarDay }),
  z.object({ type: z.literal('link_invoice'), invoice: z.extend(linkedInvoice, { id }) }),
  z.object({ type: z.literal('unlink_invoice'), invoiceId: id }),
  z.object({ type: z.literal('cancel_order'), why: z._default(saidWhy, null) }),
  z.object({ type: z.literal('reinstate_order') }),
]);

export type OrderCommand = z.output<typeof orderCommand>;
