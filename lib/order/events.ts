import * as z from 'zod/mini';
import { calendarDay } from '../calendar-day';
import { customerName } from '../customer-fields';
import type { PayloadDefinition } from '../event-sourcing/upcast';
import { linkedInvoice } from '../linked-invoice';
import { currencyCode, price } from '../money-fields';
import { personal } from '../personal';
import { optionalText, requiredText } from '../text';

/** What an order's events say. Each holds only what it changes. */

const id = z.uuid('This needs the id of a record.');

export const orderNumber = requiredText(50, 'An order needs a number.');
export const itemName = requiredText(200, 'Say what is ordered.');
export const itemCount = z
  .int('Write a whole number like 3.')
  .check(
    z.minimum(1, 'At least one is ordered.'),
    z.maximum(100_000, 'This is more than an order can hold.'),
  );
export const carrier = optionalText(100);
export const tracking = optionalText(100).register(personal, { subject: 'customer' });
/** What a customer said; it may name anybody. */
export const saidWhy = optionalText(500).register(personal, { subject: 'customer' });

const item = z.object({ id, name: itemName, count: itemCount, unitPrice: price });

const payloads = {
  order_placed: z.object({
    orderId: id,
    number: orderNumber,
    customer: z.object({ id, name: customerName }),
    currency: currencyCode,
    placedOn: calendarDay,
    items: z.array(item).check(z.minLength(1, 'An order has at least one item.'), z.maxLength(100)),
  }),
  /** Takes back that it was placed: as if it had never been. */
  order_discarded: z.object({}),
  order_restored: z.object({}),
  order_packed: z.object({ packedOn: calendarDay }),
  order_unpacked: z.object({}),
  order_shipped: z.object({ shippedOn: calendarDay, carrier, tracking }),
  shipment_withdrawn: z.object({}),
  order_delivered: z.object({ deliveredOn: calendarDay }),
  delivery_withdrawn: z.object({}),
  return_requested: z.object({ returnRequestedOn: calendarDay, returnReason: saidWhy }),
  return_request_withdrawn: z.object({}),
  order_returned: z.object({ returnedOn: calendarDay }),
  return_withdrawn: z.object({}),
  invoice_linked: z.object({ invoice: linkedInvoice }),
  invoice_unlinked: z.object({ invoiceId: id }),
  order_cancelled: z.object({ cancelledOn: calendarDay, cancelledBecause: saidWhy }),
  order_reinstated: z.object({}),
};

type Payloads = typeof payloads;
export type OrderEventType = keyof Payloads;

/** One event of an order: a type and its payload. */
export type OrderEvent = {
  [T in OrderEventType]: { type: T; payload: z.output<Payloads[T]> };
}[OrderEventType];

export type OrderItem = z.output<typeof item>;

/** Every payload is in its first shape yet. */
export const orderPayloads = Object.fromEntries(
  Object.entries(payloads).map(([type, schema]) => [type, { schemaVersion: 1, schema }]),
) as unknown as Record<OrderEventType, PayloadDefinition>;
