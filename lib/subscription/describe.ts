import { formatDay } from '../calendar';
import { isolated, quoted } from '../event-sourcing/isolated';
import type { DescribedChange, Description, EventKind, EventWithChanges } from '../event-sourcing/workflow';
import { describeFields } from '../field-words';
import { formatMoney } from '../money';
import type { SubscriptionEvent, SubscriptionEventType } from './events';
import type { Subscription } from './subscription';
import { rateOf, subscriptionWords } from './words';

export const subscriptionKinds: Record<SubscriptionEventType, EventKind> = {
  subscription_started: 'life',
  subscription_discarded: 'life',
  subscription_restored: 'life',
  plan_changed: 'edit',
  subscription_paused: 'life',
  subscription_resumed: 'life',
  payment_failed: 'money',
  payment_failure_withdrawn: 'money',
  payment_recovered: 'money',
  payment_recovery_withdrawn: 'money',
  invoice_linked: 'edit',
  invoice_unlinked: 'edit',
  subscription_cancelled: 'life',
  subscription_reactivated: 'life',
};

/** An event in words, its actor left out: "paused the subscription until 1 Mar 2027". */
export function describe(event: EventWithChanges<SubscriptionEvent>, before: Subscription): Description {
  switch (event.type) {
    case 'subscription_started': {
      const { number, plan } = event.payload;
      const what = `${isolated(number)}: ${isolated(plan)}, ${rateOf(event.payload)}`;
      return say(`started the subscription ${what}`, 'start');
    }
    case 'subscription_discarded':
      return say('took back that the subscription was started', 'taking back of the start');
    case 'subscription_restored':
      return say('put the subscription back', 'putting back');
    case 'plan_changed':
      return planChange(event.payload, before);
    case 'subscription_paused': {
      const { pausedUntil } = event.payload;
      const until = pausedUntil ? ` until ${formatDay(pausedUntil)}` : '';
      return say(`paused the subscription${until}`, 'pause');
    }
    case 'subscription_resumed':
      return say('resumed the subscription', 'resumption');
    case 'payment_failed': {
      const { amount, why } = event.payload.failure;
      const failed = formatMoney(amount, before.currency);
      const because = why ? `: ${quoted(why)}` : '';
      return say(
        `recorded that a payment of ${failed} failed${because}`,
        `failed payment ${failed}`,
        'money-out',
      );
    }
    case 'payment_failure_withdrawn': {
      const failed = failedAmount(before, event.payload.failureId);
      return say(`withdrew the failed payment of ${failed}`, 'withdrawal of a failed payment');
    }
    case 'payment_recovered': {
      const paid = failedAmount(before, event.payload.failureId);
      const on = formatDay(event.payload.recoveredOn);
      return say(`recorded that the ${paid} that had failed came in on ${on}`, `payment ${paid}`, 'money-in');
    }
    case 'payment_recovery_withdrawn': {
      const paid = failedAmount(before, event.payload.failureId);
      return say(`took back that the ${paid} that had failed came in`, 'withdrawal of a payment');
    }
    case 'invoice_linked':
      return say(`linked the invoice ${isolated(event.payload.invoice.number)}`, 'link to an invoice');
    case 'invoice_unlinked': {
      const number = before.invoices[event.payload.invoiceId]?.number ?? '';
      return say(`unlinked the invoice ${isolated(number)}`, 'unlinking of an invoice');
    }
    case 'subscription_cancelled': {
      const { why } = event.payload;
      return say(`cancelled the subscription${why ? `: ${quoted(why)}` : ''}`, 'cancellation');
    }
    case 'subscription_reactivated':
      return say('reactivated the subscription', 'reactivation');
  }
}

const say = (sentence: string, short: string, tone: Description['tone'] = 'neutral'): Description => ({
  sentence,
  short,
  tone,
});

function planChange(
  { plan, price, interval }: Extract<SubscriptionEvent, { type: 'plan_changed' }>['payload'],
  before: Subscription,
): Description {
  const { currency } = before;
  const rate = rateOf({ currency, price: price ?? before.price, interval: interval ?? before.interval });
  if (plan === undefined) return say(`changed what the plan costs to ${rate}`, 'price of the plan');
  const costs = price === undefined && interval === undefined ? '' : `, ${rate}`;
  return say(`changed the plan from ${isolated(before.plan)} to ${isolated(plan)}${costs}`, 'plan');
}

const failedAmount = ({ failures, currency }: Subscription, id: string): string =>
  formatMoney(failures[id]?.amount ?? 0, currency);

/** The difference an event made, as people read it. */
export const describeChanges = (
  { changes }: EventWithChanges<SubscriptionEvent>,
  before: Subscription,
  after: Subscription,
): readonly DescribedChange[] => describeFields(subscriptionWords, changes, before, after);
