'use client';

import * as z from 'zod/mini';
import { calendarDay } from '@/lib/calendar-day';
import { typedAmount } from '@/lib/invoice/typed';
import type { Currency } from '@/lib/money';
import { currencyCode, price } from '@/lib/money-fields';
import type { OrderCommand } from '@/lib/order/commands';
import { itemCount, itemName } from '@/lib/order/events';
import {
  chosenCurrency,
  type NewRecord,
  NewRecordForm,
  type NewRecordFormProps,
} from '../record/new-record-form';
import { orderList } from './order-list';

const typedCount = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text: string) => (text.trim() ? Number(text) : Number.NaN)),
  ),
  itemCount,
);

const schemaFor = (currency: Currency) =>
  z.object({
    item: itemName,
    count: typedCount,
    unitPrice: typedAmount(currency, price),
    currency: currencyCode,
    placedOn: calendarDay,
  });

const newOrder: NewRecord<OrderCommand> = {
  path: orderList.path,
  action: 'Place order',
  fields: (today, { currency }, options) => [
    { name: 'item', label: 'Item', kind: 'text', value: '' },
    { name: 'count', label: 'Count', kind: 'text', value: '1' },
    { name: 'unitPrice', label: 'Price', kind: 'text', value: '', description: 'Of one.' },
    { name: 'currency', label: 'Currency', kind: 'choice', value: currency, options },
    { name: 'placedOn', label: 'Placed on', kind: 'day', value: today },
  ],
  schema: (typed) => schemaFor(chosenCurrency(typed)),
  toCommand: (valid: z.output<ReturnType<typeof schemaFor>>, { id, part }, customer) => {
    const { item: name, count, unitPrice, currency, placedOn } = valid;
    const items = [{ id: part, name, count, unitPrice }];
    return { type: 'place_order', orderId: id, customer, currency, placedOn, items };
  },
};

/** The form for a new order of one item; programs place orders of many. */
export function NewOrder(props: Omit<NewRecordFormProps<OrderCommand>, 'record'>) {
  return <NewRecordForm record={newOrder} {...props} />;
}
