'use client';

import * as z from 'zod/mini';
import { calendarDay } from '@/lib/calendar-day';
import type { Currency } from '@/lib/money';
import { currencyCode } from '@/lib/money-fields';
import type { OrderCommand } from '@/lib/order/commands';
import {
  chosenCurrency,
  type NewRecord,
  NewRecordForm,
  type NewRecordFormProps,
} from '../record/new-record-form';
import { emptyItem, OrderItems } from './order-items';
import { orderList } from './order-list';
import { typedItems } from './typed-order';

const schemaFor = (currency: Currency) =>
  z.object({ currency: currencyCode, placedOn: calendarDay, items: typedItems(currency) });

const newOrder: NewRecord<OrderCommand> = {
  path: orderList.path,
  action: 'Place order',
  fields: (today, { currency }, options) => [
    { name: 'currency', label: 'Currency', kind: 'choice', value: currency, options },
    { name: 'placedOn', label: 'Placed on', kind: 'day', value: today },
  ],
  parts: { empty: () => ({ items: [emptyItem()] }), Fields: OrderItems },
  schema: (typed) => schemaFor(chosenCurrency(typed)),
  toCommand: (valid: z.output<ReturnType<typeof schemaFor>>, orderId, customer) => ({
    type: 'place_order',
    orderId,
    customer,
    ...valid,
  }),
};

/** The form for a new order. */
export function NewOrder(props: Omit<NewRecordFormProps<OrderCommand>, 'record'>) {
  return <NewRecordForm record={newOrder} {...props} />;
}
