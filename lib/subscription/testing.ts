import { RecordBuilder } from '../event-sourcing/record-builder';
import type { Way } from '../event-sourcing/undo-laws';
import type { SubscriptionCommand } from './commands';
import type { SubscriptionEvent } from './events';
import type { Subscription } from './subscription';
import { subscriptionWorkflow } from './workflow';

/** People that tests let act. */
export const people = {
  ana: { id: 'ana', kind: 'user', name: 'Ana Novak' },
  mia: { id: 'mia', kind: 'user', name: 'Mia Torres' },
} as const;

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const failureId = idOf(10);
export const invoice = { id: idOf(20), number: 'INV-0020' };

const terms = {
  subscriptionId: idOf(1),
  number: 'SUB-0001',
  customer: { id: idOf(2), name: 'Lindqvist Bakery AB' },
  plan: 'Starter',
  price: 4900,
  currency: 'EUR',
  interval: 'month',
  startedOn: '2026-09-01',
} as const;

/** The event every subscription begins with, and the command that leads to it. */
export const started: SubscriptionEvent = { type: 'subscription_started', payload: terms };
export const start: SubscriptionCommand = { type: 'start_subscription', ...terms };

export const failure: Extract<SubscriptionCommand, { type: 'record_failed_payment' }> = {
  type: 'record_failed_payment',
  failureId,
  amount: 4900,
  failedOn: '2026-11-01',
  why: 'Card expired',
  invoiceId: null,
};

/** A subscription that Ana started, as event 1. */
export function subscription(id: string = idOf(1)): RecordBuilder<Subscription, SubscriptionCommand> {
  const record = new RecordBuilder<Subscription, SubscriptionCommand>(subscriptionWorkflow, id);
  record.command(people.ana, { ...start, subscriptionId: id } as SubscriptionCommand);
  return record;
}

/** Commands that lead up to each event that commands lead to, the last one to the event itself, with how it is told. */
export const ways: Partial<Record<SubscriptionEvent['type'], Way<SubscriptionCommand>>> = {
  plan_changed: [
    'changed the plan from Starter to Team, €99.00 a month',
    { type: 'change_plan', plan: 'Team', price: 9900 },
  ],
  subscription_paused: [
    'paused the subscription until 1 Mar 2027',
    { type: 'pause_subscription', until: '2027-03-01' },
  ],
  subscription_resumed: [
    'resumed the subscription',
    { type: 'pause_subscription', until: null },
    { type: 'resume_subscription' },
  ],
  payment_failed: [
    'recorded that a payment of €49.00 failed: “Card expired”',
    { type: 'link_invoice', invoice },
    { ...failure, invoiceId: invoice.id },
  ],
  payment_recovered: [
    'recorded that the €49.00 that had failed came in on 4 Nov 2026',
    failure,
    { type: 'record_recovered_payment', failureId, recoveredOn: '2026-11-04' },
  ],
  invoice_linked: ['linked the invoice INV-0020', { type: 'link_invoice', invoice }],
  invoice_unlinked: [
    'unlinked the invoice INV-0020',
    { type: 'link_invoice', invoice },
    { type: 'unlink_invoice', invoiceId: invoice.id },
  ],
  subscription_cancelled: [
    'cancelled the subscription: “Too expensive”',
    { type: 'cancel_subscription', why: 'Too expensive' },
  ],
  subscription_reactivated: [
    'reactivated the subscription',
    { type: 'cancel_subscription', why: null },
    { type: 'reactivate_subscription' },
  ],
};

/** Every command that a random history may give, some of which are refused where it stands. */
export const anyCommand: readonly SubscriptionCommand[] = [
  ...Object.values(ways).flatMap(([, ...commands]) => commands),
  { type: 'change_plan', interval: 'year', price: 49_000 },
  { type: 'change_plan', plan: 'Starter' },
];
