import * as z from 'zod/mini';
import { calendarDay } from '../calendar-day';
import { customerName } from '../customer-fields';
import type { PayloadDefinition } from '../event-sourcing/upcast';
import { linkedInvoice } from '../linked-invoice';
import { currencyCode, movedAmount, price } from '../money-fields';
import { personal } from '../personal';
import { optionalText, requiredText } from '../text';

/** What a subscription's events say. Each holds only what it changes. */

const id = z.uuid('This needs the id of a record.');

export const subscriptionNumber = requiredText(50, 'A subscription needs a number.');
export const planName = requiredText(100, 'Name the plan.');
export const intervals = ['month', 'year'] as const;
export const interval = z.enum(intervals, 'Choose how often it is paid.');
/** What a bank or a customer said; it may name anybody. */
export const saidWhy = optionalText(500).register(personal, { subject: 'customer' });

/** Whose it is: the name as it was then. */
const customer = z.object({ id, name: customerName });
const failure = z.object({
  id,
  amount: movedAmount,
  failedOn: calendarDay,
  why: saidWhy,
  /** The invoice that was to be paid, where it is known. */
  invoiceId: z.nullable(id),
});

const payloads = {
  subscription_started: z.object({
    subscriptionId: id,
    number: subscriptionNumber,
    customer,
    plan: planName,
    price,
    currency: currencyCode,
    interval,
    startedOn: calendarDay,
  }),
  /** Takes back that it was started: as if it had never been. */
  subscription_discarded: z.object({}),
  subscription_restored: z.object({}),
  plan_changed: z.object({
    plan: z.optional(planName),
    price: z.optional(price),
    interval: z.optional(interval),
  }),
  subscription_paused: z.object({ pausedOn: calendarDay, pausedUntil: z.nullable(calendarDay) }),
  subscription_resumed: z.object({}),
  payment_failed: z.object({ failure }),
  payment_failure_withdrawn: z.object({ failureId: id }),
  payment_recovered: z.object({ failureId: id, recoveredOn: calendarDay }),
  payment_recovery_withdrawn: z.object({ failureId: id }),
  invoice_linked: z.object({ invoice: linkedInvoice }),
  invoice_unlinked: z.object({ invoiceId: id }),
  subscription_cancelled: z.object({ cancelledOn: calendarDay, why: saidWhy }),
  subscription_reactivated: z.object({}),
};

type Payloads = typeof payloads;
export type SubscriptionEventType = keyof Payloads;

/** One event of a subscription: a type and its payload. */
export type SubscriptionEvent = {
  [T in SubscriptionEventType]: { type: T; payload: z.output<Payloads[T]> };
}[SubscriptionEventType];

export type Interval = (typeof intervals)[number];
export type PaymentFailure = z.output<typeof failure>;

/** Every payload is in its first shape yet. */
export const subscriptionPayloads = Object.fromEntries(
  Object.entries(payloads).map(([type, schema]) => [type, { schemaVersion: 1, schema }]),
) as unknown as Record<SubscriptionEventType, PayloadDefinition>;
