import * as z from 'zod/mini';
import { calendarDay } from '@/lib/calendar-day';
import type { OrderCommand } from '@/lib/order/commands';
import { carrier, saidWhy, tracking } from '@/lib/order/events';
import type { Order } from '@/lib/order/order';
import { type CommandForm, commandForm } from '../record/command-form';
import { invoiceForms } from '../record/invoice-forms';

/** The forms of an order's commands. */
export const orderForms: Readonly<Record<string, CommandForm<Order, OrderCommand>>> = {
  ship_order: commandForm({
    title: 'Ship the order',
    action: 'Ship',
    done: 'Order shipped',
    fields: () => [
      { name: 'carrier', label: 'Carrier', kind: 'text', value: '', description: 'Optional.' },
      { name: 'tracking', label: 'Tracking number', kind: 'text', value: '', description: 'Optional.' },
    ],
    schema: () => z.object({ carrier, tracking }),
    toCommand: (valid) => ({ type: 'ship_order', ...valid }),
  }),
  deliver_order: commandForm({
    title: 'Record delivery',
    action: 'Record delivery',
    done: 'Delivery recorded',
    fields: (_, { today }) => [{ name: 'deliveredOn', label: 'Delivered on', kind: 'day', value: today }],
    schema: () => z.object({ deliveredOn: calendarDay }),
    toCommand: ({ deliveredOn }) => ({ type: 'deliver_order', deliveredOn }),
  }),
  request_return: commandForm({
    title: 'Request a return',
    description: 'The customer wants to send it back. Whatever is refunded is recorded on the invoice.',
    action: 'Request return',
    done: 'Return requested',
    fields: () => [
      { name: 'why', label: 'Why it comes back', kind: 'text', value: '', description: 'Optional.' },
    ],
    schema: () => z.object({ why: saidWhy }),
    toCommand: ({ why }) => ({ type: 'request_return', why }),
  }),
  record_return: commandForm({
    title: 'Record return',
    action: 'Record return',
    done: 'Return recorded',
    fields: (_, { today }) => [{ name: 'returnedOn', label: 'Came back on', kind: 'day', value: today }],
    schema: () => z.object({ returnedOn: calendarDay }),
    toCommand: ({ returnedOn }) => ({ type: 'record_return', returnedOn }),
  }),
  ...invoiceForms,
  cancel_order: commandForm({
    title: 'Cancel the order',
    description: 'Nothing is shipped. Reinstating it later, or Undo, takes that back.',
    action: 'Cancel order',
    danger: true,
    done: 'Order cancelled',
    fields: () => [
      { name: 'why', label: 'Why it is cancelled', kind: 'text', value: '', description: 'Optional.' },
    ],
    schema: () => z.object({ why: saidWhy }),
    toCommand: ({ why }) => ({ type: 'cancel_order', why }),
  }),
};
