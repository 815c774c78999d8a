import * as z from 'zod/mini';
import { calendarDay } from '../calendar-day';
import { customerName } from '../customer-fields';
import { linkedInvoice } from '../linked-invoice';
import { currencyCode, movedAmount, price } from '../money-fields';
import { interval, planName, saidWhy, subscriptionNumber } from './events';

/** What people and programs may ask of a subscription. Ids of what is new come with the command. */
const id = z.uuid('This needs the id of a record.').check(z.toLowerCase());

export const subscriptionCommand = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('start_subscription'),
    subscriptionId: id,
    /** Where it has one elsewhere; otherwise it gets one. */
    number: z.optional(subscriptionNumber),
    customer: z.object({ id, name: customerName }),
    plan: planName,
    price,
    currency: currencyCode,
    interval,
    startedOn: calendarDay,
  }),
  z.object({
    type: z.literal('change_plan'),
    plan: z.optional(planName),
    price: z.optional(price),
    interval: z.optional(interval),
  }),
  z.object({ type: z.literal('pause_subscription'), until: z._default(z.nullable(calendarDay), null) }),
  z.object({ type: z.literal('resume_subscription') }),
  z.object({
    type: z.literal('record_failed_payment'),
    failureId: id,
    amount: movedAmount,
    failedOn: calendarDay,
    why: z._default(saidWhy, null),
    invoiceId: z._default(z.nullable(id), null),
  }),
  z.object({ type: z.literal('record_recovered_payment'), failureId: id, recoveredOn: calendarDay }),
  z.object({
    type: z.literal('link_invoice'),
    invoice: z.extend(linkedInvoice, { id }),
  }),
  z.object({ type: z.literal('unlink_invoice'), invoiceId: id }),
  z.object({ type: z.literal('cancel_subscription'), why: z._default(saidWhy, null) }),
  z.object({ type: z.literal('reactivate_subscription') }),
]);

export type SubscriptionCommand = z.output<typeof subscriptionCommand>;
