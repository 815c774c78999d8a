import { RecordBuilder } from '../event-sourcing/record-builder';
import type { Way } from '../event-sourcing/undo-laws';
import type { OrderCommand } from './commands';
import type { OrderEvent } from './events';
import type { Order } from './order';
import { orderWorkflow } from './workflow';

/** People that tests let act. */
export const people = {
  ana: { id: 'ana', kind: 'user', name: 'Ana Novak' },
  mia: { id: 'mia', kind: 'user', name: 'Mia Torres' },
} as const;

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const invoice = { id: idOf(20), number: 'INV-0020' };

const terms = {
  orderId: idOf(1),
  number: 'ORD-0001',
  customer: { id: idOf(2), name: 'Lindqvist Bakery AB' },
  currency: 'EUR',
  placedOn: '2026-11-02',
  items: [
    { id: idOf(10), name: 'Rye flour, 25 kg', count: 4, unitPrice: 2450 },
    { id: idOf(11), name: 'Baking tray', count: 1, unitPrice: 1900 },
  ],
} as const;

/** The event every order begins with, and the command that leads to it. */
export const placed: OrderEvent = { type: 'order_placed', payload: { ...terms, items: [...terms.items] } };
export const place: Extract<OrderCommand, { type: 'place_order' }> = {
  type: 'place_order',
  ...terms,
  items: [...terms.items],
};

/** An order that Ana placed, as event 1. */
export function order(id: string = idOf(1)): RecordBuilder<Order, OrderCommand> {
  const record = new RecordBuilder<Order, OrderCommand>(orderWorkflow, id);
  record.command(people.ana, { ...place, orderId: id });
  return record;
}

const pack: OrderCommand = { type: 'pack_order' };
const ship: OrderCommand = { type: 'ship_order', carrier: 'DHL', tracking: '00340434161094000012' };
const deliver: OrderCommand = { type: 'deliver_order', deliveredOn: '2026-11-10' };
const request: OrderCommand = { type: 'request_return', why: 'One tray is bent' };

/** Commands that lead up to each event that commands lead to, the last one to the event itself, with how it is told. */
export const ways: Partial<Record<OrderEvent['type'], Way<OrderCommand>>> = {
  order_packed: ['packed the order', pack],
  order_shipped: ['shipped the order with DHL', pack, ship],
  order_delivered: ['recorded that the order was delivered on 10 Nov 2026', pack, ship, deliver],
  return_requested: [
    'recorded that a return was requested: “One tray is bent”',
    pack,
    ship,
    deliver,
    request,
  ],
  return_request_withdrawn: [
    'withdrew the request to return the order',
    pack,
    ship,
    request,
    { type: 'withdraw_return_request' },
  ],
  order_returned: [
    'recorded that the order came back on 10 Nov 2026',
    pack,
    ship,
    deliver,
    request,
    { type: 'record_return', returnedOn: '2026-11-10' },
  ],
  invoice_linked: ['linked the invoice INV-0020', { type: 'link_invoice', invoice }],
  invoice_unlinked: [
    'unlinked the invoice INV-0020',
    { type: 'link_invoice', invoice },
    { type: 'unlink_invoice', invoiceId: invoice.id },
  ],
  order_cancelled: ['cancelled the order: “Ordered twice”', { type: 'cancel_order', why: 'Ordered twice' }],
  order_reinstated: [
    'reinstated the order',
    { type: 'cancel_order', why: null },
    { type: 'reinstate_order' },
  ],
};

/** Every command that a random history may give, some of which are refused where it stands. */
export const anyCommand: readonly OrderCommand[] = [
  ...Object.values(ways).flatMap(([, ...commands]) => commands),
  { type: 'ship_order', carrier: null, tracking: null },
];
