/**
 * Subscriptions to the company's customer portal, paid by card without an invoice: many small ones, so that what comes
 * before a cancellation can be told from what happens anyway. Who asks for less, or for a break, is more likely to leave;
 * whoever is spoken to after a failed payment mostly stays.
 */
import type { SubscriptionCommand } from '@/lib/subscription/commands';
import { type CustomerKey, customerOf } from './customers';
import { demoId } from './demo-id';
import { Diary } from './diary';
import { everydayInvoices } from './everyday-invoices';
import { type Random, randomFrom } from './random';
import type { OtherRecord } from './record';
import type { Act, PersonKey, Scene } from './step';

/** What they go through, and how many of each. */
const courses: Readonly<Record<string, number>> = {
  '': 6,
  larger: 5,
  'fail recover': 6,
  'fail recover larger': 3,
  fail: 3,
  pause: 2,
  'pause resume': 3,
  smaller: 2,
  'fail recover smaller': 1,
  'smaller cancel': 5,
  'smaller fail cancel': 3,
  'pause cancel': 4,
  'fail fail cancel': 4,
  'larger cancel': 1,
  cancel: 1,
  'cancel reactivate': 1,
};

const plans = [
  { plan: 'Portal Basic', price: 1900 },
  { plan: 'Portal Plus', price: 3900 },
  { plan: 'Portal Pro', price: 7900 },
] as const;

const banks = ['Card expired', 'Card declined', 'Limit exceeded'] as const;
const farewells = [
  'Hardly used.',
  'Too expensive.',
  'Orders by phone again.',
  'Found another supplier.',
] as const;

interface Told {
  name: string;
  random: Random;
  diary: Diary<Scene>;
  clerk: PersonKey;
  level: number;
  failures: string[];
}

const ask =
  (command: SubscriptionCommand): Act<Scene> =>
  () =>
    command;

/** Another plan, as many steps up or down as there are. */
function change(told: Told, step: 1 | -1): void {
  const level = Math.min(Math.max(told.level + step, 0), plans.length - 1);
  const to = plans[level === told.level ? told.level - step : level];
  if (!to) throw new RangeError('There is no such plan.');
  told.level = plans.indexOf(to);
  told.diary.days([6, 12], told.clerk, ask({ type: 'change_plan', ...to }));
}

const words: Record<string, (told: Told) => void> = {
  larger: (told) => change(told, 1),
  smaller: (told) => change(told, -1),
  fail: ({ name, diary, random, failures, level }) => {
    const failureId = demoId(`${name} failure ${failures.length + 1}`);
    failures.push(failureId);
    const amount = plans[level]?.price ?? 0;
    const why = random.pick(banks);
    diary.nights([8, 14], 'billing', ({ today }) => ({
      type: 'record_failed_payment',
      failureId,
      amount,
      failedOn: today,
      why,
      invoiceId: null,
    }));
  },
  recover: ({ diary, clerk, failures }) => {
    const failureId = failures.at(-1) ?? '';
    const act: Act<Scene> = ({ today }) => ({
      type: 'record_recovered_payment',
      failureId,
      recoveredOn: today,
    });
    diary.days([1, 4], clerk, act, 'Gave us another card.');
  },
  pause: ({ diary, clerk }) => diary.days([7, 14], clerk, ask({ type: 'pause_subscription', until: null })),
  resume: ({ diary, clerk }) => diary.days([6, 10], clerk, ask({ type: 'resume_subscription' })),
  cancel: ({ diary, clerk, random }) =>
    diary.days([3, 8], clerk, ask({ type: 'cancel_subscription', why: random.pick(farewells) })),
  reactivate: ({ diary, clerk }) =>
    diary.days([2, 4], clerk, ask({ type: 'reactivate_subscription' }), 'Changed their mind.'),
};

/** Those who were customers from the first day on, as the old books had them. */
const customers: readonly CustomerKey[] = [
  ...new Set(
    everydayInvoices.filter(({ process }) => process === 'migration_import').map(({ customer }) => customer),
  ),
];

/** Before this day everybody of them was brought along. */
const latestStart = 78;

function subscriptionOf(course: string, n: number): OtherRecord {
  const name = `portal subscription ${n}`;
  const random = randomFrom(name);
  const { id, name: customer } = customerOf(random.pick(customers));
  const streamId = demoId(name);
  const level = random.below(plans.length);
  const clerk = random.pick(['ana', 'bob', 'sam'] as const);
  const told: Told = { name, random, diary: new Diary<Scene>(random), clerk, level, failures: [] };
  const terms = plans[level] as (typeof plans)[number];
  told.diary.soon('billing', ({ today }) => ({
    type: 'start_subscription',
    subscriptionId: streamId,
    number: `SUB-${String(100 + n)}`.padStart(4, '0'),
    customer: { id, name: customer },
    ...terms,
    currency: 'EUR',
    interval: 'month',
    startedOn: today,
  }));
  for (const word of course.split(' ').filter(Boolean)) words[word]?.(told);
  const { diary } = told;
  const steps = diary.steps(random.between(diary.length + 1, latestStart));
  return { kind: 'subscription', name, streamId, process: 'web_order', steps };
}

export const portalSubscriptions: readonly OtherRecord[] = Object.entries(courses)
  .flatMap(([course, count]) => Array.from({ length: count }, () => course))
  .map((course, index) => subscriptionOf(course, index + 1));
