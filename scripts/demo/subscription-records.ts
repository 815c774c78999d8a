/** The subscriptions whose renewals the invoices are: each follows what became of them. */
import type { SubscriptionCommand } from '@/lib/subscription/commands';
import { finalize } from './acts';
import { after, at, inOrder, linkTo } from './beside-invoices';
import { catalogue, type ItemCode } from './catalogue';
import { customerOf } from './customers';
import { demoId } from './demo-id';
import { renewals } from './everyday-invoices';
import { momentAt, partsOf } from './office-calendar';
import { priceFor, saleTo } from './orders';
import type { OtherRecord } from './record';
import type { Act, DemoInvoice, Scene, Step } from './step';
import { type Subscriber, subscribers } from './subscribers';

export const ask =
  (command: SubscriptionCommand): Act<Scene> =>
  () =>
    command;

/** What those who left had asked for before, and why they left at last; the others changed little. */
const before: Partial<Record<Subscriber['customer'], readonly ('smaller' | 'larger' | 'pause')[]>> = {
  vinterby: ['smaller'],
  meierhof: ['smaller'],
  kammerton: ['pause'],
  prodent: ['smaller'],
  hikari: ['pause', 'smaller'],
  lumen: ['larger'],
  weissmann: ['larger'],
  kleefeld: ['pause'],
  zuckerhut: ['smaller'],
};

const farewells = [
  'Costs more than we use.',
  'The card trouble was too much.',
  'Buys nearby from now on.',
  'Nobody called back.',
  'Closes the branch.',
];

function priceOf({ customer, plan }: Subscriber): number {
  const price = (code: ItemCode) => priceFor(customerOf(customer), code) ?? catalogue[code].price;
  return plan.reduce((all, code) => all + price(code), 0);
}

const nameOf = ({ plan: [code] }: Subscriber): string =>
  code ? catalogue[code].description.replace(/, (one month|.* a month)$/, '') : 'Plan';

/** Everything that is done to one subscription, in order of time. */
function stepsOf(subscriber: Subscriber, index: number): Step<Scene>[] {
  const { customer: key } = subscriber;
  const { id, name } = customerOf(key);
  const own = renewals.filter((invoice) => invoice.customer === key);
  const [first] = own;
  const [birth] = first?.steps ?? [];
  if (!first || !birth) throw new Error(`${key} has no renewal.`);
  const started: Act<Scene> = ({ today }) => ({
    type: 'start_subscription',
    subscriptionId: demoId(`subscription ${key}`),
    number: `SUB-${String(index + 1).padStart(4, '0')}`,
    customer: { id, name },
    plan: nameOf(subscriber),
    price: priceOf(subscriber),
    currency: saleTo(customerOf(key)).currency,
    interval: 'month',
    startedOn: today,
  });
  return inOrder([
    // After the customer, who comes to be with their first invoice.
    after(birth, 0, started, { together: { name: `${first.name} 1` } }),
    ...own.flatMap(followInvoice),
    ...changes(subscriber, own),
    ...departure(subscriber, own, index),
  ]);
}

/** Links a renewal, and takes down when its payment failed and when it came in after all. */
function followInvoice(invoice: DemoInvoice): Step<Scene>[] {
  const invoiceId = demoId(invoice.name);
  const more = { reads: invoiceId };
  const open: string[] = [];
  return invoice.steps.flatMap((step, index): Step<Scene>[] => {
    if (step.act === finalize) return [after(step, 1, linkTo(invoice), more)];
    // A word may be more than one step; what fails or pays is the first of them.
    if (invoice.steps[index - 1]?.word === step.word && step.word !== 'fail') return [];
    if (step.word === 'fail') {
      const failureId = demoId(`${invoice.name} failure ${index}`);
      open.push(failureId);
      return [after(step, 1, failure(invoiceId, failureId), more)];
    }
    if (step.word !== 'pay') return [];
    return open.splice(0).map((failureId, n) =>
      after(step, 1 + n, ({ today }) => ({
        type: 'record_recovered_payment',
        failureId,
        recoveredOn: today,
      })),
    );
  });
}

const failure =
  (invoiceId: string, failureId: string): Act<Scene> =>
  ({ others, today }) => {
    const failed = others(invoiceId).findLast(({ type }) => type === 'payment_failed');
    if (!failed) throw new Error(`No payment of ${invoiceId} failed.`);
    const { attempt } = failed.payload as { attempt: { amount: number; code: string } };
    const why = attempt.code.replaceAll('_', ' ');
    return {
      type: 'record_failed_payment',
      failureId,
      amount: attempt.amount,
      failedOn: today,
      why,
      invoiceId,
    };
  };

/** What they asked for between two renewals, some days before the last one. */
function changes(subscriber: Subscriber, own: readonly DemoInvoice[]): Step<Scene>[] {
  const last = own.at(-1)?.steps[0];
  if (!last) return [];
  const { back } = partsOf(last.moment);
  const price = priceOf(subscriber);
  return (before[subscriber.customer] ?? []).flatMap((word, n): Step<Scene>[] => {
    const day = back + 4 + 5 * n;
    const call = (minutes: number, command: SubscriptionCommand, reason: string) =>
      at(momentAt(day, minutes), 'bob', ask(command), { reason });
    if (word === 'pause') {
      return [
        call(14 * 60 + 12, { type: 'pause_subscription', until: null }, 'Asked for a break.'),
        at(momentAt(day - 2, 9 * 60 + 31), 'ana', ask({ type: 'resume_subscription' })),
      ];
    }
    const share = word === 'smaller' ? 0.6 : 1.5;
    const changed = Math.round((price * share) / 100) * 100;
    const reason = word === 'smaller' ? 'Wants to spend less.' : 'Needs more of it.';
    return [call(15 * 60 + 3, { type: 'change_plan', price: changed }, reason)];
  });
}

/** Whoever leaves cancels the morning after their last invoice was given up, shortly before they are archived. */
function departure(
  { renewals: courses }: Subscriber,
  own: readonly DemoInvoice[],
  index: number,
): Step<Scene>[] {
  const last = own.at(-1)?.steps.at(-1);
  if (!last || !courses.at(-1)?.endsWith('leave')) return [];
  const moment = momentAt(partsOf(last.moment).back - 1, 10 * 60 + 20);
  const why = farewells[index % farewells.length] ?? null;
  return [at(moment, 'sam', ask({ type: 'cancel_subscription', why }))];
}

export const subscriptionRecords: readonly OtherRecord[] = subscribers.map((subscriber, index) => ({
  kind: 'subscription',
  name: `subscription ${subscriber.customer}`,
  streamId: demoId(`subscription ${subscriber.customer}`),
  process: 'subscription_renewal',
  steps: stepsOf(subscriber, index),
}));
