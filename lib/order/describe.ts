import { formatDay } from '../calendar';
import { isolated, quoted } from '../event-sourcing/isolated';
import type { DescribedChange, Description, EventKind, EventWithChanges } from '../event-sourcing/workflow';
import { describeFields } from '../field-words';
import { formatMoney } from '../money';
import type { OrderEvent, OrderEventType } from './events';
import { type Order, totalOf } from './order';
import { orderWords } from './words';

export const orderKinds: Record<OrderEventType, EventKind> = {
  order_placed: 'life',
  order_discarded: 'life',
  order_restored: 'life',
  order_packed: 'edit',
  order_unpacked: 'edit',
  order_shipped: 'message',
  shipment_withdrawn: 'message',
  order_delivered: 'message',
  delivery_withdrawn: 'message',
  return_requested: 'message',
  return_request_withdrawn: 'message',
  order_returned: 'life',
  return_withdrawn: 'life',
  invoice_linked: 'edit',
  invoice_unlinked: 'edit',
  order_cancelled: 'life',
  order_reinstated: 'life',
};

/** An event in words, its actor left out: "shipped the order with DHL". */
export function describe(event: EventWithChanges<OrderEvent>, before: Order): Description {
  switch (event.type) {
    case 'order_placed': {
      const { number, items, currency } = event.payload;
      const total = totalOf({ items: Object.fromEntries(items.map((item) => [item.id, item])) });
      const what = items.length === 1 ? '1 item' : `${items.length} items`;
      return say(`placed the order ${isolated(number)}: ${what}, ${formatMoney(total, currency)}`, 'placing');
    }
    case 'order_discarded':
      return say('took back that the order was placed', 'taking back of the placing');
    case 'order_restored':
      return say('put the order back', 'putting back');
    case 'order_packed':
      return say('packed the order', 'packing');
    case 'order_unpacked':
      return say('unpacked the order', 'unpacking');
    case 'order_shipped': {
      const { carrier } = event.payload;
      return say(`shipped the order${carrier ? ` with ${isolated(carrier)}` : ''}`, 'shipping', 'message');
    }
    case 'shipment_withdrawn':
      return say('took back that the order was shipped', 'withdrawal of the shipping');
    case 'order_delivered': {
      const on = formatDay(event.payload.deliveredOn);
      return say(`recorded that the order was delivered on ${on}`, 'delivery', 'message');
    }
    case 'delivery_withdrawn':
      return say('took back that the order was delivered', 'withdrawal of the delivery');
    case 'return_requested': {
      const { returnReason } = event.payload;
      const because = returnReason ? `: ${quoted(returnReason)}` : '';
      return say(`recorded that a return was requested${because}`, 'request to return', 'message');
    }
    case 'return_request_withdrawn':
      return say('withdrew the request to return the order', 'withdrawal of the request');
    case 'order_returned': {
      const on = formatDay(event.payload.returnedOn);
      return say(`recorded that the order came back on ${on}`, 'return');
    }
    case 'return_withdrawn':
      return say('took back that the order came back', 'withdrawal of the return');
    case 'invoice_linked':
      return say(`linked the invoice ${isolated(event.payload.invoice.number)}`, 'link to an invoice');
    case 'invoice_unlinked': {
      const number = before.invoices[event.payload.invoiceId]?.number ?? '';
      return say(`unlinked the invoice ${isolated(number)}`, 'unlinking of an invoice');
    }
    case 'order_cancelled': {
      const { cancelledBecause: why } = event.payload;
      return say(`cancelled the order${why ? `: ${quoted(why)}` : ''}`, 'cancellation');
    }
    case 'order_reinstated':
      return say('reinstated the order', 'reinstatement');
  }
}

const say = (sentence: string, short: string, tone: Description['tone'] = 'neutral'): Description => ({
  sentence,
  short,
  tone,
});

/** The difference an event made, as people read it. */
export const describeChanges = (
  { changes }: EventWithChanges<OrderEvent>,
  before: Order,
  after: Order,
): readonly DescribedChange[] => describeFields(orderWords, changes, before, after);
