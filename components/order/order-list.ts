import type { RecordListKind } from '../record-list/list-kind';

/** The list of orders. */
export const orderList = {
  workflow: 'order',
  path: '/orders',
  title: 'Orders',
  one: 'order',
  many: 'orders',
  known: 'Number',
  searchHint: 'Number, customer, item or carrier',
  statuses: {
    placed: { label: 'Placed', tone: 'accent' },
    packed: { label: 'Packed', tone: 'accent' },
    shipped: { label: 'Shipped', tone: 'message' },
    delivered: { label: 'Delivered', tone: 'money-in' },
    return_requested: { label: 'Return requested', tone: 'past' },
    returned: { label: 'Returned', tone: 'money-out' },
    cancelled: { label: 'Cancelled', tone: 'neutral' },
    discarded: { label: 'Taken back', tone: 'neutral' },
  },
  hasCustomer: true,
  amount: 'Total',
  sum: { label: 'ordered', without: ['cancelled', 'discarded'] },
  columns: [
    { field: 'items', label: 'Items' },
    { field: 'placedOn', label: 'Placed', isDay: true },
  ],
  otherFields: null,
  create: { href: '/orders/new', label: 'New order' },
  nothing: 'Place the first one. From then on every step of it is kept: who took it, when, and why.',
} as const satisfies RecordListKind;
