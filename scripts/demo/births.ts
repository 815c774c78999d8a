/** How invoices come to be on each business path, up to their sending. */
import { addLine, create, discount, finalize, memo, note, redo, send, undo } from './acts';
import type { ItemCode } from './catalogue';
import { edits } from './edits';
import type { Life } from './life';
import { itemsFor, priceFor, quantityOf, saleTo } from './orders';
import { notes, reasons } from './phrases';
import type { Act, Process, Who } from './step';

/** Writes the creation; what is left of the items may be added later. */
function begin(life: Life, who: Who, items: readonly ItemCode[], text?: string): void {
  const { customer, diary, process, random, terms } = life;
  const lines = Object.fromEntries(items.map((code) => [code, quantityOf(code, random)]));
  const prices = Object.fromEntries(items.map((code) => [code, priceFor(customer, code)]));
  const act = create({ terms, lines, prices, ...saleTo(customer), ...(text ? { memo: text } : {}) });
  if (who === 'billing' && process === 'subscription_renewal') diary.nights([0, 0], who, act);
  else diary.soon(who, act);
}

const add = ({ customer, random }: Life, code: ItemCode): Act =>
  addLine(code, quantityOf(code, random), priceFor(customer, code));

/** A wrong quantity, noticed at once; now and then it was right after all. */
function slip({ diary, clerk, chance }: Pick<Life, 'diary' | 'clerk' | 'chance'>): void {
  diary.soon(clerk, edits.quantity);
  diary.soon(clerk, undo);
  if (chance(35)) diary.soon(clerk, redo);
}

const words = ['quantity', 'quantity', 'wording', 'remark', 'terms', 'add', 'price'] as const;

/** So many edits of a draft, mostly by whoever began it. */
function edit(life: Life, count: number, spare: ItemCode[]): void {
  const { diary, random, clerk, colleague, manager } = life;
  for (let n = 0; n < count; n++) {
    const word = random.pick(words);
    const item = spare[0];
    if (word === 'add' && item) {
      diary.soon(clerk, add(life, item));
      spare.shift();
    } else if (word === 'price') diary.minutes([20, 90], manager, edits.price, random.pick(reasons.price));
    else diary.soon(life.chance(25) ? colleague : clerk, edits[word === 'add' ? 'quantity' : word]);
  }
}

function manualBilling(life: Life): void {
  const { customer, diary, random, clerk, colleague, manager } = life;
  const [spare, first] = split(itemsFor(customer, random.between(4, 6), random), 2);
  begin(life, clerk, first);
  edit(life, random.between(7, 12), spare);
  if (life.chance(45)) slip({ diary, clerk, chance: (percent) => life.chance(percent) });
  if (life.chance(25)) {
    const reason = random.pick(reasons.discount);
    diary.minutes([15, 120], manager, discount(random.pick([5, 10]), 'Special terms'), reason);
  }
  if (life.chance(40)) diary.minutes([10, 200], colleague, note(random.pick(notes.draft)));
}

function phoneOrder(life: Life): void {
  const { customer, diary, random, clerk } = life;
  const [spare, first] = split(itemsFor(customer, random.between(3, 5), random), 1);
  begin(life, clerk, first);
  edit(life, random.between(5, 8), spare);
  if (life.chance(40)) slip({ diary, clerk, chance: (percent) => life.chance(percent) });
  if (life.chance(25)) diary.soon(clerk, note(random.pick(notes.draft)));
}

/** The shop sends what was in the basket, and what the customer changed in it before it was packed. */
function webOrder(life: Life): void {
  const { customer, diary, random } = life;
  const [spare, first] = split(itemsFor(customer, random.between(3, 5), random), 1);
  begin(life, 'billing', first, `Order no. ${random.between(20_000, 29_999)} in the shop.`);
  if (life.chance(50)) diary.soon('billing', edits.quantity);
  for (const code of life.chance(60) ? spare : []) diary.soon('billing', add(life, code));
  if (life.chance(30)) diary.soon('billing', discount(5, 'Voucher “Welcome”'));
}

function migrationImport(life: Life): void {
  const { customer, diary, random, clerk } = life;
  const number = random.between(4100, 4999);
  begin(life, 'otto', itemsFor(customer, random.between(2, 4), random), `From the old books, no. ${number}.`);
  if (life.chance(60)) diary.minutes([60, 200], clerk, edits.wording);
  if (life.chance(40))
    diary.soon(clerk, memo(`From the old books, no. ${number}; checked against the file.`));
}

/** The first few of a list apart from the rest. */
function split<T>(list: readonly T[], count: number): [T[], T[]] {
  return [list.slice(0, count), list.slice(count)];
}

const drafts: Record<Exclude<Process, 'subscription_renewal'>, (life: Life) => void> = {
  manual_billing: manualBilling,
  phone_order: phoneOrder,
  web_order: webOrder,
  migration_import: migrationImport,
};

/** Writes the draft of an order; `sendOut` is what follows, unless it stays one. */
export const draftOrder = (life: Life, process: keyof typeof drafts): void => drafts[process](life);

export function sendOut(life: Life): void {
  const { diary, random, clerk, colleague, process } = life;
  if (process === 'web_order') {
    diary.soon('billing', finalize);
    diary.soon('billing', send);
    return;
  }
  diary.minutes([3, 40], clerk, finalize);
  diary.soon(clerk, send);
  if (life.chance(15)) diary.minutes([60, 200], clerk, send, 'They asked for another copy.');
  if (life.chance(75)) diary.days([0, 2], colleague, note(random.pick(notes.sent)));
}

/** Billing renews a subscription at night: the plan, what was used beyond it, and out. */
export function renew(life: Life, plan: readonly ItemCode[]): void {
  const { customer, diary, random } = life;
  begin(life, 'billing', plan, 'Renewed by itself; what was used beyond the plan stands below it.');
  for (const code of itemsFor(customer, random.between(1, 3), random))
    if (!plan.includes(code)) diary.soon('billing', add(life, code));
  if (life.chance(50)) diary.soon('billing', discount(5, 'Yearly term, 5 %'));
  diary.soon('billing', finalize);
  diary.soon('billing', send);
}
