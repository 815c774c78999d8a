import { leavesBefore, theseBefore } from '../event-sourcing/leaves-before';
import type { Compensation, EventWithChanges } from '../event-sourcing/workflow';
import type { LinkedInvoice } from '../linked-invoice';
import type { SubscriptionCommand } from './commands';
import { refusalOf } from './decide';
import type { SubscriptionEvent } from './events';
import type { Failure, Subscription } from './subscription';

/** What takes each event back. What was before is read from the difference that the event made. */
export function compensate(event: EventWithChanges<SubscriptionEvent>): Compensation<SubscriptionEvent> {
  const before = (prefix = '') => leavesBefore(event.changes, prefix);
  switch (event.type) {
    case 'subscription_started':
      return { kind: 'event', event: { type: 'subscription_discarded', payload: {} }, inexact: true };
    case 'subscription_discarded':
      return by({ type: 'subscription_restored', payload: {} });
    case 'subscription_restored':
      return by({ type: 'subscription_discarded', payload: {} });
    case 'plan_changed':
      return by({ type: 'plan_changed', payload: before() });
    case 'subscription_paused':
      return beforePause(event);
    case 'subscription_resumed': {
      const { pausedOn, pausedUntil = null } = before() as { pausedOn: string; pausedUntil?: string | null };
      return by({ type: 'subscription_paused', payload: { pausedOn, pausedUntil } });
    }
    case 'payment_failed':
      return by({ type: 'payment_failure_withdrawn', payload: { failureId: event.payload.failure.id } });
    case 'payment_failure_withdrawn': {
      const { recoveredOn: _, ...failure } = before(
        `failures.${event.payload.failureId}.`,
      ) as unknown as Failure;
      return by({ type: 'payment_failed', payload: { failure } });
    }
    case 'payment_recovered':
      return by(
        { type: 'payment_recovery_withdrawn', payload: { failureId: event.payload.failureId } },
        'Only the record of the payment is taken back; no money moves.',
      );
    case 'payment_recovery_withdrawn': {
      const { failureId } = event.payload;
      const { recoveredOn } = before(`failures.${failureId}.`) as { recoveredOn: string };
      return by({ type: 'payment_recovered', payload: { failureId, recoveredOn } });
    }
    case 'invoice_linked':
      return by({ type: 'invoice_unlinked', payload: { invoiceId: event.payload.invoice.id } });
    case 'invoice_unlinked': {
      const invoice = before(`invoices.${event.payload.invoiceId}.`) as unknown as LinkedInvoice;
      return by({ type: 'invoice_linked', payload: { invoice } });
    }
    case 'subscription_cancelled':
      return by({ type: 'subscription_reactivated', payload: {} });
    case 'subscription_reactivated': {
      const { cancelledOn, cancelledBecause = null } = before() as {
        cancelledOn: string;
        cancelledBecause?: string | null;
      };
      return by({ type: 'subscription_cancelled', payload: { cancelledOn, why: cancelledBecause } });
    }
  }
}

/** A pause that only got another end had one before, and goes back to it. */
function beforePause({
  changes,
  payload,
}: EventWithChanges<Extract<SubscriptionEvent, { type: 'subscription_paused' }>>) {
  if (changes.pausedOn) return by({ type: 'subscription_resumed', payload: {} });
  const pausedUntil = (changes.pausedUntil?.from ?? null) as string | null;
  return by({ type: 'subscription_paused', payload: { pausedOn: payload.pausedOn, pausedUntil } });
}

const by = (event: SubscriptionEvent, consequence?: string): Compensation<SubscriptionEvent> => ({
  kind: 'event',
  event,
  ...(consequence ? { consequence } : {}),
});

/** A start is put back by restoring it; everything else by the same event again. */
export function reapply(event: SubscriptionEvent): SubscriptionEvent {
  return event.type === 'subscription_started' ? { type: 'subscription_restored', payload: {} } : event;
}

/** Puts what a change of plan replaced back as a new change; of anything else there is no old value to choose. */
export function restate(
  event: EventWithChanges<SubscriptionEvent>,
  paths: readonly string[],
  subscription: Subscription,
): SubscriptionCommand | null {
  if (event.type !== 'plan_changed' || refusalOf('change_plan', subscription)) return null;
  return { type: 'change_plan', ...theseBefore(event.changes, paths) };
}

const standing = ['discarded'] as const;
const running = ['discarded', 'cancelledOn'] as const;

/** What each event needs to stay as it is, beside the record and the children it touches. */
export function restsOn(event: EventWithChanges<SubscriptionEvent>): readonly string[] {
  switch (event.type) {
    case 'subscription_started':
    case 'subscription_discarded':
    case 'subscription_restored':
      return [];
    case 'plan_changed':
    case 'subscription_resumed':
      return running;
    // One that only says until when stands on the pause that began before it.
    case 'subscription_paused':
      return [...running, 'pausedOn'];
    case 'payment_failed':
    case 'payment_failure_withdrawn':
    case 'payment_recovered':
    case 'payment_recovery_withdrawn':
    case 'invoice_linked':
    case 'invoice_unlinked':
    case 'subscription_cancelled':
    case 'subscription_reactivated':
      return standing;
  }
}
