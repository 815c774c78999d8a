import { formatDay } from '../calendar';
import type { CommandRefusal, Decision, DecisionContext } from '../event-sourcing/workflow';
import type { SubscriptionCommand } from './commands';
import type { SubscriptionEvent } from './events';
import { openFailures, type Subscription } from './subscription';

type Context = Pick<DecisionContext, 'today'>;

/** Why this command cannot be given to this subscription as it stands, or null; the page asks it for its buttons too. */
export function refusalOf(
  type: SubscriptionCommand['type'],
  subscription: Subscription,
): CommandRefusal | null {
  if (type === 'start_subscription') {
    if (!subscription.id) return null;
    return {
      code: 'exists_already',
      message: 'This subscription exists already. Reload the page to see it.',
    };
  }
  if (!subscription.id) {
    return {
      code: 'not_found',
      message: 'There is no such subscription. It may not have been saved; look for it in the list.',
    };
  }
  if (subscription.discarded) {
    return {
      code: 'discarded',
      message: 'Its start was taken back, so there is nothing to change. Re-apply the start first.',
      because: ['discarded'],
    };
  }
  return refusalByStatus(type, subscription);
}

function refusalByStatus(
  type: SubscriptionCommand['type'],
  subscription: Subscription,
): CommandRefusal | null {
  const { cancelledOn, pausedOn } = subscription;
  switch (type) {
    case 'change_plan':
    case 'pause_subscription':
    case 'resume_subscription':
      if (cancelledOn) {
        return {
          code: 'cancelled',
          message: `This subscription was cancelled on ${formatDay(cancelledOn)}. Reactivate it first.`,
          because: ['cancelledOn'],
          alternatives: [{ action: 'reactivate_subscription', label: 'Reactivate the subscription' }],
        };
      }
      if (type === 'resume_subscription' && !pausedOn)
        return { code: 'not_paused', message: 'This subscription is not paused.', because: ['pausedOn'] };
      return null;
    case 'record_recovered_payment':
      return openFailures(subscription).length > 0
        ? null
        : { code: 'no_failed_payment', message: 'No payment of this subscription is missing.' };
    case 'unlink_invoice':
      return Object.keys(subscription.invoices).length > 0
        ? null
        : { code: 'no_such_invoice', message: 'No invoice is linked to this subscription.' };
    case 'cancel_subscription':
      return cancelledOn
        ? {
            code: 'cancelled',
            message: `This subscription was cancelled on ${formatDay(cancelledOn)} already.`,
            because: ['cancelledOn'],
          }
        : null;
    case 'reactivate_subscription':
      return cancelledOn
        ? null
        : { code: 'not_cancelled', message: 'This subscription is not cancelled.', because: ['cancelledOn'] };
    default:
      return null;
  }
}

/** What a command leads to. A command that would change nothing leads to no event. */
export function decide(
  command: SubscriptionCommand,
  subscription: Subscription,
  { today }: Context,
): Decision<SubscriptionEvent> {
  const refusal = refusalOf(command.type, subscription);
  if (refusal) return { kind: 'refused', refusal };
  switch (command.type) {
    case 'start_subscription': {
      const { type: _, subscriptionId, number, ...started } = command;
      const given = number ?? `SUB-${subscriptionId.slice(0, 8).toUpperCase()}`;
      return events({ type: 'subscription_started', payload: { subscriptionId, number: given, ...started } });
    }
    case 'change_plan': {
      const { type: _, ...asked } = command;
      const payload = Object.fromEntries(
        Object.entries(asked).filter(
          ([field, value]) => value !== undefined && subscription[field as keyof typeof asked] !== value,
        ),
      );
      return Object.keys(payload).length > 0 ? events({ type: 'plan_changed', payload }) : events();
    }
    case 'pause_subscription':
      return pause(command.until, subscription, today);
    case 'resume_subscription':
      return events({ type: 'subscription_resumed', payload: {} });
    case 'record_failed_payment': {
      const { type: _, failureId: id, ...failure } = command;
      if (id in subscription.failures)
        return refused('exists_already', 'This failed payment is recorded already.', 'failureId');
      if (failure.invoiceId !== null && !(failure.invoiceId in subscription.invoices))
        return refused('no_such_invoice', 'This invoice is not linked to the subscription.', 'invoiceId');
      if (failure.failedOn > today) return notYet('failedOn', today);
      return events({ type: 'payment_failed', payload: { failure: { id, ...failure } } });
    }
    case 'record_recovered_payment':
      return recover(command, subscription, today);
    case 'link_invoice':
      return command.invoice.id in subscription.invoices
        ? events()
        : events({ type: 'invoice_linked', payload: { invoice: command.invoice } });
    case 'unlink_invoice':
      return command.invoiceId in subscription.invoices
        ? events({ type: 'invoice_unlinked', payload: { invoiceId: command.invoiceId } })
        : refused('no_such_invoice', 'This invoice is not linked to the subscription any more.', 'invoiceId');
    case 'cancel_subscription':
      return events({ type: 'subscription_cancelled', payload: { cancelledOn: today, why: command.why } });
    case 'reactivate_subscription':
      return events({ type: 'subscription_reactivated', payload: {} });
  }
}

function pause(
  until: string | null,
  { pausedOn, pausedUntil }: Subscription,
  today: string,
): Decision<SubscriptionEvent> {
  if (until !== null && until <= today)
    return refused('not_ahead', `Choose a day after today, ${formatDay(today)}, or none.`, 'until');
  if (pausedOn && pausedUntil === until) return events();
  return events({
    type: 'subscription_paused',
    payload: { pausedOn: pausedOn ?? today, pausedUntil: until },
  });
}

function recover(
  { failureId, recoveredOn }: Extract<SubscriptionCommand, { type: 'record_recovered_payment' }>,
  { failures }: Subscription,
  today: string,
): Decision<SubscriptionEvent> {
  const failure = failures[failureId];
  if (!failure)
    return refused(
      'no_such_failure',
      'There is no such failed payment any more. Look at the history.',
      'failureId',
    );
  if (failure.recoveredOn)
    return refused(
      'recovered_already',
      `This payment came in on ${formatDay(failure.recoveredOn)}.`,
      'failureId',
    );
  if (recoveredOn < failure.failedOn)
    return refused(
      'before_failure',
      `The payment failed on ${formatDay(failure.failedOn)}; it came in after that.`,
      'recoveredOn',
    );
  if (recoveredOn > today) return notYet('recoveredOn', today);
  return events({ type: 'payment_recovered', payload: { failureId, recoveredOn } });
}

const events = (...list: SubscriptionEvent[]): Decision<SubscriptionEvent> => ({
  kind: 'events',
  events: list,
});

const refused = (code: string, message: string, field: string): Decision<SubscriptionEvent> => ({
  kind: 'refused',
  refusal: { code, message, field },
});

const notYet = (field: string, today: string) =>
  refused('in_the_future', `Today is ${formatDay(today)}. Choose a day up to then.`, field);
