import { consumeAll } from '../analytics/consumer';
import type { Explored } from '../analytics/explored';
import type { Database } from '../client';
import { diceOf, liveOneInvoice } from './busy-office';

export const everyInvoice: Explored = {
  workflow: 'invoice',
  from: null,
  to: null,
  person: null,
  customer: null,
  asOf: null,
  undone: false,
};

/** Invoices as chance has them, with undo and redo, counted; and the filters to ask them with, by name. */
export async function exploredCases(
  db: Database,
  seed: number,
  records: number,
): Promise<[string, Explored][]> {
  const dice = diceOf(seed);
  for (let n = 0; n < records; n++) await liveOneInvoice(db, dice, 12);
  await consumeAll(db.$client);
  const { rows } = await db.$client.query<{ at: string; customer: string | null }>(
    `SELECT to_char(occurred_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, changes->'customer.id'->>'to' AS customer
       FROM events ORDER BY occurred_at, position`,
  );
  const moment = (share: number) => rows[Math.floor(rows.length * share)]?.at ?? '';
  const [early, middle, late] = [moment(0.25), moment(0.5), moment(0.75)];
  const customer = rows[0]?.customer ?? '';
  return [
    ['everything in force', everyInvoice],
    ['undone too', { ...everyInvoice, undone: true }],
    ['as of a quarter', { ...everyInvoice, asOf: early }],
    ['as of the middle', { ...everyInvoice, asOf: middle }],
    ['as of the middle, undone too', { ...everyInvoice, asOf: middle, undone: true }],
    ['in a period', { ...everyInvoice, from: early, to: late }],
    ['of a customer', { ...everyInvoice, customer }],
    ['by a person', { ...everyInvoice, person: 'bob' }],
    [
      'of a customer, by a person, as of three quarters, undone too',
      { ...everyInvoice, customer, person: 'ana', asOf: late, undone: true, to: middle },
    ],
    ['of a workflow without records', { ...everyInvoice, workflow: 'order' }],
  ];
}
