import * as z from 'zod/mini';
import { formatDay } from '@/lib/calendar';
import { calendarDay } from '@/lib/calendar-day';
import { typedAmount, typedOptional } from '@/lib/invoice/typed';
import { formatMoney, toDecimalText } from '@/lib/money';
import { movedAmount, price } from '@/lib/money-fields';
import type { SubscriptionCommand } from '@/lib/subscription/commands';
import { interval, planName, saidWhy } from '@/lib/subscription/events';
import { openFailures, type Subscription } from '@/lib/subscription/subscription';
import { type CommandForm, commandForm } from '../record/command-form';
import { invoiceForms } from '../record/invoice-forms';

type Form = CommandForm<Subscription, SubscriptionCommand>;

export const intervalOptions = [
  { value: 'month', label: 'Every month' },
  { value: 'year', label: 'Every year' },
];

const id = z.uuid('Choose one.');

/** The forms of a subscription's commands. */
export const subscriptionForms: Readonly<Record<string, Form>> = {
  change_plan: commandForm({
    title: 'Change plan',
    description: 'From now on. Invoices that were written stay as they are.',
    action: 'Change plan',
    done: 'Plan changed',
    fields: (state) => [
      { name: 'plan', label: 'Plan', kind: 'text', value: state.plan },
      {
        name: 'price',
        label: `Price in ${state.currency}`,
        kind: 'text',
        value: toDecimalText(state.price, state.currency),
      },
      { name: 'interval', label: 'Paid', kind: 'choice', value: state.interval, options: intervalOptions },
    ],
    schema: ({ currency }) => z.object({ plan: planName, price: typedAmount(currency, price), interval }),
    toCommand: (valid, state) => ({
      type: 'change_plan',
      ...(valid.plan !== state.plan && { plan: valid.plan }),
      ...(valid.price !== state.price && { price: valid.price }),
      ...(valid.interval !== state.interval && { interval: valid.interval }),
    }),
  }),
  pause_subscription: commandForm({
    title: 'Pause the subscription',
    action: 'Pause',
    done: 'Subscription paused',
    fields: ({ pausedUntil }) => [
      {
        name: 'until',
        label: 'Until',
        kind: 'day',
        value: pausedUntil ?? '',
        description: 'Optional: when it is meant to go on. It stays paused until somebody resumes it.',
      },
    ],
    schema: () => z.object({ until: typedOptional(z.nullable(calendarDay)) }),
    toCommand: ({ until }) => ({ type: 'pause_subscription', until }),
  }),
  record_failed_payment: commandForm({
    title: 'Record failed payment',
    action: 'Record failed payment',
    done: 'Failed payment recorded',
    fields: (state, { today }) => [
      {
        name: 'amount',
        label: `Amount in ${state.currency}`,
        kind: 'text',
        value: toDecimalText(state.price, state.currency),
      },
      { name: 'failedOn', label: 'Failed on', kind: 'day', value: today },
      {
        name: 'why',
        label: 'Why it failed',
        kind: 'text',
        value: '',
        description: 'As the bank said it. Optional.',
      },
      {
        name: 'invoiceId',
        label: 'For the invoice',
        kind: 'choice',
        value: '',
        options: [
          { value: '', label: 'None of them' },
          ...Object.values(state.invoices).map(({ id: value, number }) => ({ value, label: number })),
        ],
      },
    ],
    schema: ({ currency }) =>
      z.object({
        amount: typedAmount(currency, movedAmount),
        failedOn: calendarDay,
        why: saidWhy,
        invoiceId: typedOptional(z.nullable(id)),
      }),
    toCommand: (valid, _, { newId }) => ({ type: 'record_failed_payment', failureId: newId, ...valid }),
  }),
  record_recovered_payment: commandForm({
    title: 'Record that it was paid',
    description: 'The payment that had failed came in after all.',
    action: 'Record payment',
    done: 'Payment recorded',
    fields: (state, { today }) => [
      {
        name: 'failureId',
        label: 'Failed payment',
        kind: 'choice',
        value: openFailures(state)[0]?.id ?? '',
        options: openFailures(state).map(({ id: value, amount, failedOn }) => ({
          value,
          label: `${formatMoney(amount, state.currency)}, failed on ${formatDay(failedOn)}`,
        })),
      },
      { name: 'recoveredOn', label: 'Came in on', kind: 'day', value: today },
    ],
    schema: () => z.object({ failureId: id, recoveredOn: calendarDay }),
    toCommand: (valid) => ({ type: 'record_recovered_payment', ...valid }),
  }),
  ...invoiceForms,
  cancel_subscription: commandForm({
    title: 'Cancel the subscription',
    description: 'It ends today. Reactivating it later, or Undo, takes that back.',
    action: 'Cancel subscription',
    danger: true,
    done: 'Subscription cancelled',
    fields: () => [
      { name: 'why', label: 'Why the customer leaves', kind: 'text', value: '', description: 'Optional.' },
    ],
    schema: () => z.object({ why: saidWhy }),
    toCommand: ({ why }) => ({ type: 'cancel_subscription', why }),
  }),
};
