/** The invoices of which no story is told: written by chance with a fixed seed, in the numbers of courses.ts. */
import { draftOrder, renew, sendOut } from './births';
import { buyerOf } from './buyers';
import { courses } from './courses';
import { Life } from './life';
import { follow } from './outcomes';
import { randomFrom } from './random';
import type { DemoInvoice } from './step';
import { subscribers } from './subscribers';

type OrderProcess = keyof typeof courses;

/** The demo's first day, in office days before the last. */
const firstDay = 84;

/** A month, in office days. */
const month = 21;

function order(process: OrderProcess, name: string, course: string): DemoInvoice {
  const terms = process === 'migration_import' ? randomFrom(`terms ${name}`).pick([7, 10, 20]) : undefined;
  const life = new Life(name, buyerOf(name), process, terms);
  draftOrder(life, process);
  if (course !== 'draft' && course !== 'discard') sendOut(life);
  if (course !== 'draft') follow(life, course);
  return life.from(startOf(life, course));
}

/** What was brought along began on the first day; what is not over yet, of late; everything else, any day it fits. */
function startOf({ diary, process, random }: Life, course: string): number {
  if (process === 'migration_import') return firstDay;
  const recent = ['', 'draft', 'part', 'remind'].includes(course);
  return random.between(diary.length + 1, recent ? diary.length + 9 : firstDay);
}

const orders = (Object.entries(courses) as [OrderProcess, Record<string, number>][]).flatMap(
  ([process, counts]) =>
    Object.entries(counts).flatMap(([course, count]) =>
      Array.from({ length: count }, (_, n) => order(process, `${process} ${course} ${n + 1}`, course)),
    ),
);

/** What was renewed for subscribers, in the order of their table. */
export const renewals: readonly DemoInvoice[] = subscribers.flatMap(({ customer, plan, renewals }, index) =>
  renewals.map((course, n) => {
    const life = new Life(`renewal ${customer} ${n + 1}`, customer, 'subscription_renewal');
    renew(life, plan);
    follow(life, course);
    return life.from(firstDay - index - n * month);
  }),
);

export const everydayInvoices: readonly DemoInvoice[] = [...orders, ...renewals];
