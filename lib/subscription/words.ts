import { formatDay } from '../calendar';
import type { Leaf } from '../event-sourcing/event';
import type { RecordWords } from '../field-words';
import { formatMoney } from '../money';
import type { Interval } from './events';
import type { Subscription } from './subscription';

const intervalWords: Record<Interval, string> = { month: 'a month', year: 'a year' };

/** "€49.00 a month". */
export const rateOf = ({
  price,
  currency,
  interval,
}: Pick<Subscription, 'price' | 'currency' | 'interval'>) =>
  `${formatMoney(price, currency)} ${intervalWords[interval]}`;

const day = { format: (value: Leaf) => formatDay(String(value)) };
const money = { format: (value: Leaf, { currency }: Subscription) => formatMoney(Number(value), currency) };

/** The fields of a subscription, as they are called everywhere. */
export const subscriptionWords: RecordWords<Subscription> = {
  fields: {
    number: { label: 'Number' },
    'customer.name': { label: 'Customer' },
    plan: { label: 'Plan' },
    price: { label: 'Price', ...money },
    interval: { label: 'Paid', format: (value) => (value === 'year' ? 'every year' : 'every month') },
    startedOn: { label: 'Started', ...day },
    pausedOn: { label: 'Paused since', ...day },
    pausedUntil: { label: 'Paused until', ...day },
    cancelledOn: { label: 'Cancelled', ...day },
    cancelledBecause: { label: 'Why cancelled' },
    discarded: { label: 'Taken back', format: (value) => (value ? 'yes' : null) },
  },
  children: {
    failures: {
      label: 'Failed payments',
      fields: {
        amount: { label: 'Failed payment', ...money },
        failedOn: { label: 'Failed', ...day },
        why: { label: 'Why it failed' },
        invoiceId: {
          label: 'For the invoice',
          format: (value, { invoices }) => invoices[String(value)]?.number ?? 'one that is linked no more',
        },
        recoveredOn: { label: 'Came in', ...day },
      },
    },
    invoices: { label: 'Invoices', fields: { number: { label: 'Invoice' } } },
  },
};
