import { formatDay } from '../calendar';
import type { Leaf } from '../event-sourcing/event';
import type { RecordWords } from '../field-words';
import { formatMoney } from '../money';
import type { Order } from './order';

const day = { format: (value: Leaf) => formatDay(String(value)) };

/** The fields of an order, as they are called everywhere. */
export const orderWords: RecordWords<Order> = {
  fields: {
    number: { label: 'Number' },
    'customer.name': { label: 'Customer' },
    placedOn: { label: 'Placed', ...day },
    packedOn: { label: 'Packed', ...day },
    shippedOn: { label: 'Shipped', ...day },
    carrier: { label: 'Carrier' },
    tracking: { label: 'Tracking number' },
    deliveredOn: { label: 'Delivered', ...day },
    returnRequestedOn: { label: 'Return requested', ...day },
    returnReason: { label: 'Why returned' },
    returnedOn: { label: 'Returned', ...day },
    cancelledOn: { label: 'Cancelled', ...day },
    cancelledBecause: { label: 'Why cancelled' },
    discarded: { label: 'Taken back', format: (value) => (value ? 'yes' : null) },
  },
  children: {
    items: {
      label: 'Items',
      fields: {
        name: { label: 'Item' },
        count: { label: 'Count' },
        unitPrice: {
          label: 'Price',
          format: (value, { currency }) => formatMoney(Number(value), currency),
        },
      },
    },
    invoices: { label: 'Invoices', fields: { number: { label: 'Invoice' } } },
  },
};
