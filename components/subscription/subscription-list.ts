import type { RecordListKind } from '../record-list/list-kind';

/** The list of subscriptions. */
export const subscriptionList = {
  workflow: 'subscription',
  path: '/subscriptions',
  title: 'Subscriptions',
  one: 'subscription',
  many: 'subscriptions',
  known: 'Number',
  searchHint: 'Number, customer or plan',
  statuses: {
    active: { label: 'Active', tone: 'money-in' },
    past_due: { label: 'Past due', tone: 'danger' },
    paused: { label: 'Paused', tone: 'past' },
    cancelled: { label: 'Cancelled', tone: 'neutral' },
    discarded: { label: 'Taken back', tone: 'neutral' },
  },
  hasCustomer: true,
  amount: 'Price',
  // A price a month and one a year are no sum.
  sum: null,
  columns: [
    { field: 'plan', label: 'Plan' },
    { field: 'interval', label: 'Paid', words: { month: 'monthly', year: 'yearly' } },
    { field: 'startedOn', label: 'Started', isDay: true },
  ],
  otherFields: null,
  create: { href: '/subscriptions/new', label: 'New subscription' },
  nothing: 'Start the first one. From then on every change to it is kept: who made it, when, and why.',
} as const satisfies RecordListKind;
