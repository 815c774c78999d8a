import type { Violation } from '../event-sourcing/workflow';
import type { LinkedInvoice } from '../linked-invoice';
import type { Currency } from '../money';
import type { OrderEvent, OrderItem } from './events';

/** What a customer ordered, and how far it got. The state holds facts only; its status is worked out of them. */
export interface Order {
  id: string;
  number: string;
  customer: { id: string; name: string };
  currency: Currency;
  placedOn: string;
  packedOn: string | null;
  shippedOn: string | null;
  carrier: string | null;
  tracking: string | null;
  deliveredOn: string | null;
  returnRequestedOn: string | null;
  returnReason: string | null;
  returnedOn: string | null;
  cancelledOn: string | null;
  cancelledBecause: string | null;
  discarded: boolean;
  items: Readonly<Record<string, OrderItem>>;
  invoices: Readonly<Record<string, LinkedInvoice>>;
}

export const orderStatuses = [
  'placed',
  'packed',
  'shipped',
  'delivered',
  'return_requested',
  'returned',
  'cancelled',
  'discarded',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** Before it was placed an order has no leaf at all. */
export const noOrder = { items: {}, invoices: {} } as unknown as Order;

const nothingYet = {
  packedOn: null,
  shippedOn: null,
  carrier: null,
  tracking: null,
  deliveredOn: null,
  returnRequestedOn: null,
  returnReason: null,
  returnedOn: null,
  cancelledOn: null,
  cancelledBecause: null,
};

export function evolve(state: Order, event: OrderEvent): Order {
  switch (event.type) {
    case 'order_placed': {
      const { orderId, items, ...placed } = event.payload;
      const byId = Object.fromEntries(items.map((item) => [item.id, item]));
      return { id: orderId, ...placed, ...nothingYet, discarded: false, items: byId, invoices: {} };
    }
    case 'order_discarded':
      return { ...state, discarded: true };
    case 'order_restored':
      return { ...state, discarded: false };
    case 'order_packed':
    case 'order_shipped':
    case 'order_delivered':
    case 'return_requested':
    case 'order_returned':
    case 'order_cancelled':
      return { ...state, ...event.payload };
    case 'order_unpacked':
      return { ...state, packedOn: null };
    case 'shipment_withdrawn':
      return { ...state, shippedOn: null, carrier: null, tracking: null };
    case 'delivery_withdrawn':
      return { ...state, deliveredOn: null };
    case 'return_request_withdrawn':
      return { ...state, returnRequestedOn: null, returnReason: null };
    case 'return_withdrawn':
      return { ...state, returnedOn: null };
    case 'invoice_linked': {
      const { invoice } = event.payload;
      return { ...state, invoices: { ...state.invoices, [invoice.id]: invoice } };
    }
    case 'invoice_unlinked': {
      const { [event.payload.invoiceId]: _, ...invoices } = state.invoices;
      return { ...state, invoices };
    }
    case 'order_reinstated':
      return { ...state, cancelledOn: null, cancelledBecause: null };
    default:
      return unknownEvent(event);
  }
}

/** A type that `evolve` forgot does not compile; one from a newer release must not pass in silence. */
function unknownEvent(event: never): never {
  throw new Error(
    `"${(event as { type: string }).type}" is no event of an order. Update Retrace to read this record.`,
  );
}

/** The first that applies. */
export function statusOf(order: Order): OrderStatus {
  if (order.discarded) return 'discarded';
  if (order.cancelledOn) return 'cancelled';
  if (order.returnedOn) return 'returned';
  if (order.returnRequestedOn) return 'return_requested';
  if (order.deliveredOn) return 'delivered';
  if (order.shippedOn) return 'shipped';
  return order.packedOn ? 'packed' : 'placed';
}

/** What all its items come to, in minor units. */
export const totalOf = ({ items }: Pick<Order, 'items'>): number =>
  Object.values(items).reduce((all, { count, unitPrice }) => all + count * unitPrice, 0);

/** Nothing that its fields don't hold already must hold of an order as a whole. */
export const violations = (_state: Order): readonly Violation[] => [];
