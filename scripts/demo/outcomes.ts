/** The words of a course: what each writes into an invoice's history. What came before decides how, and how soon. */
import { discard, dueIn, note, remind, send, undo, voidInvoice } from './acts';
import {
  approve,
  credit,
  dispute,
  fail,
  failRefund,
  loseDispute,
  payBy,
  payRest,
  payShare,
  refund,
  retry,
  settle,
  winDispute,
  writeOff,
} from './acts-money';
import type { Life } from './life';
import { notes, reasons } from './phrases';
import type { Step } from './step';

const optional: Pick<Step, 'optional'> = { optional: true };
const byRule = (rule: string): Pick<Step, 'metadata'> => ({ metadata: { rule } });

/** Was it sent so long ago that it is due? In office days from the sending. */
const whenDue = ({ terms }: Life): [number, number] => {
  const days = Math.ceil((terms * 5) / 7);
  return [days + 2, days + 4];
};

const last = ({ told }: Life): string | undefined => told.at(-1);

/** Programs take the money of subscriptions and of the shop; other customers transfer it. */
const isCharged = ({ process }: Life): boolean =>
  process === 'subscription_renewal' || process === 'web_order';

function pay(life: Life): void {
  const { diary, random, clerk, method, process } = life;
  const reference = `${method === 'card' ? 'ch' : 'mandate'} ${random.between(10_000, 99_999)}`;
  const before = last(life);
  if (before === 'retry' || before === 'card') diary.soon('billing', payRest(method, reference));
  else if (before === 'wait') diary.nights([9, 11], 'billing', payRest(method, reference));
  else if (before === 'remind' || !isCharged(life))
    diary.days(before === 'remind' ? [2, 6] : [4, 9], clerk, payRest('bank_transfer', transfer(life)));
  else if (process === 'web_order') diary.soon('billing', payRest(method, reference));
  else diary.nights([1, 3], 'billing', payRest(method, reference));
  if (isCharged(life)) diary.soon('billing', send);
  else if (life.chance(45)) diary.soon(clerk, send);
  if (life.chance(60)) diary.days([0, 2], life.colleague, note(random.pick(notes.paid)));
}

const transfer = ({ customer, random }: Life): string =>
  `${customer.name.split(' ')[0]} ${random.between(100, 9999)}`;

function parts(life: Life): void {
  const { diary, clerk, colleague } = life;
  diary.days([4, 8], clerk, payShare(0.5, 'bank_transfer', `${transfer(life)} part 1`));
  diary.days([5, 9], colleague, payRest('bank_transfer', `${transfer(life)} part 2`));
}

function part(life: Life): void {
  const share = life.random.pick([0.25, 0.4, 0.5]);
  life.diary.days([4, 8], life.clerk, payShare(share, 'bank_transfer', transfer(life)));
  life.diary.days([0, 2], life.colleague, note('The rest follows next month, as they say.'));
}

/** A payment that was another customer's, taken back by whoever recorded it. */
function mispay(life: Life): void {
  const { diary, clerk, random } = life;
  diary.days([3, 6], clerk, payShare(random.pick([0.5, 1]), 'bank_transfer', transfer(life)));
  diary.minutes([4, 90], clerk, undo, random.pick(reasons.mispay));
}

function failOnce(life: Life): void {
  const { diary, random, method, methodDetail } = life;
  const cards = ['card_declined', 'card_expired', 'limit_exceeded', 'insufficient_funds'] as const;
  const debits = ['insufficient_funds', 'mandate_missing', 'account_closed'] as const;
  const act = fail(method, random.pick(method === 'card' ? cards : debits), methodDetail);
  if (last(life) === 'retry' || life.process === 'web_order') diary.soon('billing', act);
  else diary.nights(life.process === 'subscription_renewal' ? [1, 3] : [7, 9], 'billing', act);
}

function retryByRule({ diary }: Life): void {
  diary.nights([3, 3], 'agent', retry, null, byRule('retry_after_three_days'));
}

/** Somebody of support asks for another card or account and tries it at once. */
function newCard(life: Life): void {
  const { diary, random, clerk, method } = life;
  diary.days([1, 2], clerk, note(random.pick(notes.call)));
  const digits = random.between(1000, 9999);
  const detail = method === 'card' ? `Visa ending in ${digits}` : `IBAN ending in ${digits}`;
  diary.days([0, 1], clerk, payBy(method, detail), random.pick(reasons.newCard));
  diary.soon(clerk, retry);
}

/** After a failure a person writes, but to subscribers, who only hear from the agent. */
function remindThem(life: Life): void {
  const { diary, random, told, clerk, process } = life;
  const failed = told.includes('fail');
  if (failed && process !== 'subscription_renewal' && last(life) !== 'remind') {
    diary.days([1, 3], clerk, remind, random.pick(reasons.remindAfterFailure));
    return;
  }
  const span = failed || told.includes('remind') ? ([5, 7] as const) : whenDue(life);
  diary.nights(span, 'agent', remind, null, byRule('remind_when_overdue'));
}

function wait({ diary, random, clerk }: Life): void {
  diary.days([1, 2], clerk, dueIn(21), random.pick(reasons.wait));
}

function giveBack(life: Life): void {
  const { diary, random, colleague, manager, process } = life;
  const list = process === 'phone_order' ? reasons.refundPhone : reasons.refund;
  diary.days([2, 5], colleague, refund(random.pick([0.2, 0.3, 0.5])), random.pick(list));
  diary.minutes([30, 160], manager, approve, null, optional);
}

function settleRefund({ diary }: Life): void {
  diary.nights([1, 3], 'billing', settle, null, optional);
}

function refuseRefund({ diary }: Life): void {
  diary.nights([1, 2], 'billing', failRefund, null, optional);
}

function creditSome(life: Life): void {
  const { diary, random, colleague, manager } = life;
  diary.days([2, 4], colleague, credit(random.pick([0.1, 0.15, 0.2])), random.pick(reasons.credit));
  diary.minutes([30, 160], manager, approve, null, optional);
}

function disputed(life: Life): void {
  const { diary, random, clerk } = life;
  const category = random.pick(['not_received', 'fraudulent', 'not_as_described'] as const);
  diary.nights([7, 12], 'billing', dispute(category, `dp_${random.between(1000, 9999)}`));
  diary.days([1, 2], clerk, note(random.pick(notes.dispute)));
}

function giveUp(life: Life): void {
  const { diary, random, clerk, manager } = life;
  diary.days([8, 12], clerk, writeOff, random.pick(reasons.writeOff));
  diary.minutes([30, 160], manager, approve, null, optional);
}

function voided({ diary, random, colleague }: Life): void {
  diary.days([1, 2], colleague, voidInvoice, random.pick(reasons.void));
}

function discarded({ diary, random, clerk }: Life): void {
  diary.days([1, 2], clerk, discard, random.pick(reasons.discard));
}

const words = {
  pay,
  parts,
  part,
  mispay,
  fail: failOnce,
  retry: retryByRule,
  card: newCard,
  remind: remindThem,
  wait,
  refund: giveBack,
  settle: settleRefund,
  refuse: refuseRefund,
  credit: creditSome,
  dispute: disputed,
  win: ({ diary }: Life) => diary.nights([9, 13], 'billing', winDispute),
  lose: ({ diary }: Life) => diary.nights([9, 13], 'billing', loseDispute),
  writeOff: giveUp,
  leave: giveUp,
  void: voided,
  discard: discarded,
} satisfies Record<string, (life: Life) => void>;

/** Writes a course into an invoice's history, word by word. */
export function follow(life: Life, course: string): void {
  for (const word of course.split(' ').filter(Boolean)) {
    const tell = words[word as keyof typeof words];
    if (!tell) throw new Error(`"${word}" is no word of a course.`);
    life.diary.word = word;
    tell(life);
    life.told.push(word);
  }
}
