'use client';

import { Ban, CircleDollarSign, Link2, Pause, Pencil, Play, TriangleAlert, Unlink2 } from 'lucide-react';
import type { SubscriptionCommand } from '@/lib/subscription/commands';
import { refusalOf } from '@/lib/subscription/decide';
import { type Subscription, statusOf } from '@/lib/subscription/subscription';
import { subscriptionWords } from '@/lib/subscription/words';
import { subscriptionWorkflow } from '@/lib/subscription/workflow';
import type { RecordKind } from '../record/record-kind';
import { RecordPage, type RecordPageProps } from '../record/record-page';
import { subscriptionList } from './subscription-list';

const kind: RecordKind<Subscription, SubscriptionCommand> = {
  workflow: subscriptionWorkflow,
  list: { href: subscriptionList.path, label: subscriptionList.title },
  words: () => subscriptionWords,
  title: ({ number }) => number,
  status: (state) => subscriptionList.statuses[statusOf(state)],
  elsewhere: ['number', 'discarded'],
  hrefOf: (path, { customer, failures }) => {
    if (path === 'customer.name') return `/customers/${customer.id}`;
    const failed = /^failures\.([^.]+)\.invoiceId$/.exec(path)?.[1];
    const invoiceId = failed ? failures[failed]?.invoiceId : /^invoices\.([^.]+)\.number$/.exec(path)?.[1];
    return invoiceId ? `/invoices/${invoiceId}` : null;
  },
  actions: [
    {
      type: 'resume_subscription',
      label: 'Resume',
      icon: <Play aria-hidden="true" />,
      atOnce: { command: { type: 'resume_subscription' }, done: 'Subscription resumed' },
    },
    {
      type: 'reactivate_subscription',
      label: 'Reactivate',
      icon: <Play aria-hidden="true" />,
      atOnce: { command: { type: 'reactivate_subscription' }, done: 'Subscription reactivated' },
    },
    {
      type: 'record_recovered_payment',
      label: 'Record that it was paid',
      icon: <CircleDollarSign aria-hidden="true" />,
    },
    { type: 'change_plan', label: 'Change plan', icon: <Pencil aria-hidden="true" /> },
    { type: 'pause_subscription', label: 'Pause', icon: <Pause aria-hidden="true" /> },
    {
      type: 'record_failed_payment',
      label: 'Record failed payment',
      icon: <TriangleAlert aria-hidden="true" />,
    },
    { type: 'link_invoice', label: 'Link invoice', icon: <Link2 aria-hidden="true" /> },
    { type: 'unlink_invoice', label: 'Unlink invoice', icon: <Unlink2 aria-hidden="true" /> },
    { type: 'cancel_subscription', label: 'Cancel subscription', icon: <Ban aria-hidden="true" /> },
  ],
  refusalOf,
  loadForms: () => import('./subscription-forms').then((module) => module.subscriptionForms),
};

/** The page of one subscription. */
export function SubscriptionRecord(props: RecordPageProps) {
  return <RecordPage kind={kind} {...props} />;
}
