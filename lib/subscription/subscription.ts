import type { Violation } from '../event-sourcing/workflow';
import type { LinkedInvoice } from '../linked-invoice';
import type { Currency } from '../money';
import type { Interval, PaymentFailure, SubscriptionEvent } from './events';

/** What a customer pays for again and again. The state holds facts only; its status is worked out of them. */
export interface Subscription {
  id: string;
  number: string;
  customer: { id: string; name: string };
  plan: string;
  /** Minor units, each interval. */
  price: number;
  currency: Currency;
  interval: Interval;
  startedOn: string;
  pausedOn: string | null;
  /** Where it was said until when. */
  pausedUntil: string | null;
  cancelledOn: string | null;
  cancelledBecause: string | null;
  discarded: boolean;
  failures: Readonly<Record<string, Failure>>;
  invoices: Readonly<Record<string, LinkedInvoice>>;
}

/** A payment that failed, until it came in after all. */
export interface Failure extends PaymentFailure {
  recoveredOn: string | null;
}

export const subscriptionStatuses = ['active', 'past_due', 'paused', 'cancelled', 'discarded'] as const;
export type SubscriptionStatus = (typeof subscriptionStatuses)[number];

/** Before it was started a subscription has no leaf at all. */
export const noSubscription = { failures: {}, invoices: {} } as unknown as Subscription;

export function evolve(state: Subscription, event: SubscriptionEvent): Subscription {
  switch (event.type) {
    case 'subscription_started': {
      const { subscriptionId, ...started } = event.payload;
      const facts = { pausedOn: null, pausedUntil: null, cancelledOn: null, cancelledBecause: null };
      return { id: subscriptionId, ...started, ...facts, discarded: false, failures: {}, invoices: {} };
    }
    case 'subscription_discarded':
      return { ...state, discarded: true };
    case 'subscription_restored':
      return { ...state, discarded: false };
    case 'plan_changed':
    case 'subscription_paused':
      return { ...state, ...event.payload };
    case 'subscription_resumed':
      return { ...state, pausedOn: null, pausedUntil: null };
    case 'payment_failed': {
      const { failure } = event.payload;
      return withFailure(state, { ...failure, recoveredOn: null });
    }
    case 'payment_failure_withdrawn': {
      const { [event.payload.failureId]: _, ...failures } = state.failures;
      return { ...state, failures };
    }
    case 'payment_recovered': {
      const { failureId, recoveredOn } = event.payload;
      return withRecovery(state, failureId, recoveredOn);
    }
    case 'payment_recovery_withdrawn':
      return withRecovery(state, event.payload.failureId, null);
    case 'invoice_linked': {
      const { invoice } = event.payload;
      return { ...state, invoices: { ...state.invoices, [invoice.id]: invoice } };
    }
    case 'invoice_unlinked': {
      const { [event.payload.invoiceId]: _, ...invoices } = state.invoices;
      return { ...state, invoices };
    }
    case 'subscription_cancelled': {
      const { cancelledOn, why } = event.payload;
      return { ...state, cancelledOn, cancelledBecause: why };
    }
    case 'subscription_reactivated':
      return { ...state, cancelledOn: null, cancelledBecause: null };
    default:
      return unknownEvent(event);
  }
}

const withFailure = (state: Subscription, failure: Failure): Subscription => ({
  ...state,
  failures: { ...state.failures, [failure.id]: failure },
});

/** One that is not there stays away: the recovery has nothing to hold on to. */
function withRecovery(state: Subscription, failureId: string, recoveredOn: string | null): Subscription {
  const failure = state.failures[failureId];
  return failure ? withFailure(state, { ...failure, recoveredOn }) : state;
}

/** A type that `evolve` forgot does not compile; one from a newer release must not pass in silence. */
function unknownEvent(event: never): never {
  throw new Error(
    `"${(event as { type: string }).type}" is no event of a subscription. Update Retrace to read this record.`,
  );
}

/** The payments that failed and did not come in since. */
export const openFailures = ({ failures }: Subscription): readonly Failure[] =>
  Object.values(failures).filter(({ recoveredOn }) => recoveredOn === null);

/** The first that applies. */
export function statusOf(subscription: Subscription): SubscriptionStatus {
  if (subscription.discarded) return 'discarded';
  if (subscription.cancelledOn) return 'cancelled';
  if (subscription.pausedOn) return 'paused';
  return openFailures(subscription).length > 0 ? 'past_due' : 'active';
}

/** Nothing that its fields don't hold already must hold of a subscription as a whole. */
export const violations = (_state: Subscription): readonly Violation[] => [];
