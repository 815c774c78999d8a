import type { RecordSummary } from '../record-summary';
import { type Order, statusOf, totalOf } from './order';

/** What the list of orders shows, sorts and searches. */
export function summarize(order: Order): RecordSummary {
  const { number, customer, currency, placedOn, carrier, tracking, items } = order;
  return {
    title: number,
    status: statusOf(order),
    customerId: customer.id,
    customerName: customer.name,
    amount: totalOf(order),
    currency,
    fields: {
      items: Object.values(items)
        .map(({ name }) => name)
        .join(', '),
      placedOn,
      ...(carrier ? { carrier } : {}),
      ...(tracking ? { tracking } : {}),
    },
  };
}
