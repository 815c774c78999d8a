import type { RecordSummary } from '../record-summary';
import { type Subscription, statusOf } from './subscription';

/** What the list of subscriptions shows, sorts and searches. */
export function summarize(subscription: Subscription): RecordSummary {
  const { number, customer, plan, price, currency, interval, startedOn } = subscription;
  return {
    title: number,
    status: statusOf(subscription),
    customerId: customer.id,
    customerName: customer.name,
    amount: price,
    currency,
    fields: { plan, interval, startedOn },
  };
}
