'use client';

import * as z from 'zod/mini';
import { calendarDay } from '@/lib/calendar-day';
import { typedAmount } from '@/lib/invoice/typed';
import type { Currency } from '@/lib/money';
import { currencyCode, price } from '@/lib/money-fields';
import type { SubscriptionCommand } from '@/lib/subscription/commands';
import { interval, planName } from '@/lib/subscription/events';
import {
  chosenCurrency,
  type NewRecord,
  NewRecordForm,
  type NewRecordFormProps,
} from '../record/new-record-form';
import { intervalOptions } from './subscription-forms';
import { subscriptionList } from './subscription-list';

const schemaFor = (currency: Currency) =>
  z.object({
    plan: planName,
    currency: currencyCode,
    price: typedAmount(currency, price),
    interval,
    startedOn: calendarDay,
  });

const newSubscription: NewRecord<SubscriptionCommand> = {
  path: subscriptionList.path,
  action: 'Start subscription',
  fields: (today, { currency }, options) => [
    { name: 'plan', label: 'Plan', kind: 'text', value: '' },
    { name: 'price', label: 'Price', kind: 'text', value: '' },
    { name: 'currency', label: 'Currency', kind: 'choice', value: currency, options },
    { name: 'interval', label: 'Paid', kind: 'choice', value: 'month', options: intervalOptions },
    { name: 'startedOn', label: 'Starts on', kind: 'day', value: today },
  ],
  schema: (typed) => schemaFor(chosenCurrency(typed)),
  toCommand: (valid: z.output<ReturnType<typeof schemaFor>>, subscriptionId, customer) => ({
    type: 'start_subscription',
    subscriptionId,
    customer,
    ...valid,
  }),
};

/** The form for a new subscription. */
export function NewSubscription(props: Omit<NewRecordFormProps<SubscriptionCommand>, 'record'>) {
  return <NewRecordForm record={newSubscription} {...props} />;
}
