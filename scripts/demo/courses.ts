import type { Process } from './step';

/**
 * What the demo's invoices go through, and how many of each: the one place that decides which business path causes
 * most refunds and what mends a failed payment, so that an analysis of the demo has an answer to check.
 *
 * A course is a row of words, each explained in outcomes.ts; none at all is an invoice that was sent and is not due.
 *
 * Refunds come after phone orders, where quantities are misheard; payments fail where cards are charged by
 * themselves. A new card mends nearly every failed payment, a reminder or a later date some, trying again alone
 * few. Subscriptions have their own table in subscribers.ts, which also decides who leaves and after what.
 */
export const courses: Readonly<Record<Exclude<Process, 'subscription_renewal'>, Record<string, number>>> = {
  phone_order: {
    pay: 10,
    'mispay pay': 2,
    parts: 2,
    'remind pay': 5,
    'pay refund settle': 12,
    'parts refund settle': 2,
    'credit pay': 3,
    'fail remind pay': 2,
    'fail wait pay': 1,
    void: 2,
    discard: 1,
    draft: 3,
    remind: 1,
    '': 2,
  },
  manual_billing: {
    pay: 20,
    'mispay pay': 2,
    parts: 5,
    part: 2,
    'remind pay': 7,
    'pay refund settle': 1,
    'credit pay': 2,
    'fail card pay': 2,
    'fail wait pay': 1,
    'remind remind writeOff': 2,
    void: 2,
    discard: 1,
    draft: 6,
    remind: 1,
    '': 2,
  },
  web_order: {
    pay: 20,
    'fail retry pay': 2,
    'fail retry fail card pay': 4,
    'fail retry fail remind': 1,
    'fail card pay': 3,
    'fail remind pay': 2,
    'pay refund settle': 2,
    'pay refund refuse refund settle': 1,
    'pay dispute win': 2,
    'pay dispute lose': 2,
    '': 1,
  },
  migration_import: {
    pay: 7,
    part: 1,
    'remind pay': 5,
    'remind remind pay': 2,
    'fail remind pay': 2,
    'fail remind fail card pay': 1,
    'fail wait fail remind writeOff': 1,
    'wait pay': 1,
    'pay refund settle': 1,
  },
};

/** How many open invoices of each path Bob's slip hit; see bulk-mistake.ts. */
export const hitByBulkMistake = { manual_billing: 26, phone_order: 14 } as const;
