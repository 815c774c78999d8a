'use client';

import {
  Ban,
  Link2,
  Package,
  PackageCheck,
  PackageX,
  Redo2,
  RotateCcw,
  Truck,
  Undo2,
  Unlink2,
} from 'lucide-react';
import { formatMoney } from '@/lib/money';
import type { OrderCommand } from '@/lib/order/commands';
import { refusalOf } from '@/lib/order/decide';
import { type Order, statusOf, totalOf } from '@/lib/order/order';
import { orderWords } from '@/lib/order/words';
import { orderWorkflow } from '@/lib/order/workflow';
import type { RecordKind } from '../record/record-kind';
import { RecordPage, type RecordPageProps } from '../record/record-page';
import { orderList } from './order-list';

const kind: RecordKind<Order, OrderCommand> = {
  workflow: orderWorkflow,
  list: { href: orderList.path, label: orderList.title },
  words: () => orderWords,
  title: ({ number }) => number,
  status: (state) => orderList.statuses[statusOf(state)],
  elsewhere: ['number', 'discarded'],
  sumOf: (collection, state) =>
    collection === 'items' ? `Total ${formatMoney(totalOf(state), state.currency)}` : null,
  hrefOf: (path, { customer }) => {
    if (path === 'customer.name') return `/customers/${customer.id}`;
    const invoiceId = /^invoices\.([^.]+)\.number$/.exec(path)?.[1];
    return invoiceId ? `/invoices/${invoiceId}` : null;
  },
  actions: [
    {
      type: 'reinstate_order',
      label: 'Reinstate',
      icon: <RotateCcw aria-hidden="true" />,
      atOnce: { command: { type: 'reinstate_order' }, done: 'Order reinstated' },
    },
    { type: 'record_return', label: 'Record return', icon: <PackageX aria-hidden="true" /> },
    {
      type: 'pack_order',
      label: 'Pack',
      icon: <Package aria-hidden="true" />,
      atOnce: { command: { type: 'pack_order' }, done: 'Order packed' },
    },
    { type: 'ship_order', label: 'Ship', icon: <Truck aria-hidden="true" /> },
    { type: 'deliver_order', label: 'Record delivery', icon: <PackageCheck aria-hidden="true" /> },
    { type: 'request_return', label: 'Request return', icon: <Undo2 aria-hidden="true" /> },
    {
      type: 'withdraw_return_request',
      label: 'Withdraw return request',
      icon: <Redo2 aria-hidden="true" />,
      atOnce: { command: { type: 'withdraw_return_request' }, done: 'Return request withdrawn' },
    },
    { type: 'link_invoice', label: 'Link invoice', icon: <Link2 aria-hidden="true" /> },
    { type: 'unlink_invoice', label: 'Unlink invoice', icon: <Unlink2 aria-hidden="true" /> },
    { type: 'cancel_order', label: 'Cancel order', icon: <Ban aria-hidden="true" /> },
  ],
  refusalOf,
  loadForms: () => import('./order-forms').then((module) => module.orderForms),
};

/** The page of one order. */
export function OrderRecord(props: RecordPageProps) {
  return <RecordPage kind={kind} {...props} />;
}
