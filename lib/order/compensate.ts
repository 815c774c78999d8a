import { leavesBefore } from '../event-sourcing/leaves-before';
import type { Compensation, EventWithChanges } from '../event-sourcing/workflow';
import type { LinkedInvoice } from '../linked-invoice';
import type { OrderEvent } from './events';

/** What takes each event back. What was before is read from the difference that the event made. */
export function compensate(event: EventWithChanges<OrderEvent>): Compensation<OrderEvent> {
  /** The leaves as they were; those that were null before and are null again are in no difference. */
  const before = (missing: object, prefix = '') =>
    ({ ...missing, ...leavesBefore(event.changes, prefix) }) as never;
  switch (event.type) {
    case 'order_placed':
      return { kind: 'event', event: { type: 'order_discarded', payload: {} }, inexact: true };
    case 'order_discarded':
      return by({ type: 'order_restored', payload: {} });
    case 'order_restored':
      return by({ type: 'order_discarded', payload: {} });
    case 'order_packed':
      return by({ type: 'order_unpacked', payload: {} });
    case 'order_unpacked':
      return by({ type: 'order_packed', payload: before({}) });
    case 'order_shipped':
      return by({ type: 'shipment_withdrawn', payload: {} }, 'The parcel is not called back.');
    case 'shipment_withdrawn':
      return by({ type: 'order_shipped', payload: before({ carrier: null, tracking: null }) });
    case 'order_delivered':
      return by({ type: 'delivery_withdrawn', payload: {} });
    case 'delivery_withdrawn':
      return by({ type: 'order_delivered', payload: before({}) });
    case 'return_requested':
      return by({ type: 'return_request_withdrawn', payload: {} });
    case 'return_request_withdrawn':
      return by({ type: 'return_requested', payload: before({ returnReason: null }) });
    case 'order_returned':
      return by({ type: 'return_withdrawn', payload: {} }, 'Only the record of the return is taken back.');
    case 'return_withdrawn':
      return by({ type: 'order_returned', payload: before({}) });
    case 'invoice_linked':
      return by({ type: 'invoice_unlinked', payload: { invoiceId: event.payload.invoice.id } });
    case 'invoice_unlinked': {
      const invoice: LinkedInvoice = before({}, `invoices.${event.payload.invoiceId}.`);
      return by({ type: 'invoice_linked', payload: { invoice } });
    }
    case 'order_cancelled':
      return by({ type: 'order_reinstated', payload: {} });
    case 'order_reinstated':
      return by({ type: 'order_cancelled', payload: before({ cancelledBecause: null }) });
  }
}

const by = (event: OrderEvent, consequence?: string): Compensation<OrderEvent> => ({
  kind: 'event',
  event,
  ...(consequence ? { consequence } : {}),
});

/** Goods went out or came in: whoever takes that back, or puts it back, says why. */
export const delicate: ReadonlySet<OrderEvent['type']> = new Set([
  'order_shipped',
  'order_delivered',
  'order_returned',
]);

/** A placing is put back by restoring it; everything else by the same event again. */
export function reapply(event: OrderEvent): OrderEvent {
  return event.type === 'order_placed' ? { type: 'order_restored', payload: {} } : event;
}

/** What each event needs to stay as it is, beside the record and the children it touches: the steps before its own. */
export function restsOn(event: EventWithChanges<OrderEvent>): readonly string[] {
  switch (event.type) {
    case 'order_placed':
    case 'order_discarded':
    case 'order_restored':
      return [];
    case 'order_packed':
    case 'order_unpacked':
      return ['discarded', 'cancelledOn'];
    case 'order_shipped':
    case 'shipment_withdrawn':
      return ['discarded', 'cancelledOn', 'packedOn'];
    case 'order_delivered':
    case 'delivery_withdrawn':
    case 'return_requested':
    case 'return_request_withdrawn':
      return ['discarded', 'cancelledOn', 'shippedOn'];
    case 'order_returned':
    case 'return_withdrawn':
      return ['discarded', 'cancelledOn', 'shippedOn', 'deliveredOn', 'returnRequestedOn'];
    case 'order_cancelled':
    case 'order_reinstated':
      return ['discarded', 'shippedOn'];
    case 'invoice_linked':
    case 'invoice_unlinked':
      return ['discarded'];
  }
}
