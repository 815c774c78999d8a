/**
 * What may follow a payment, against the state machines of Kill Bill: every link that they do not have is refused,
 * and nothing is appended.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { given } from '../event-sourcing/testing';
import type { InvoiceCommand } from './commands';
import type { InvoiceEvent } from './events';
import { statusOf } from './status';
import { creation, lineId } from './testing';
import { dispute, failure, following, give, payment, refund } from './testing/lives';
import { invoiceWorkflow } from './workflow';

/** The elements of a name, each as its children's texts by name. Enough for these flat files. */
function elements(xml: string, name: string): Record<string, string>[] {
  const withoutComments = xml.replace(/<!--.*?-->/gs, '');
  return [...withoutComments.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'gs'))].map(([, body = '']) =>
    Object.fromEntries([...body.matchAll(/<(\w+)>(\w+)<\/\1>/g)].map(([, key, text]) => [key, text])),
  );
}

const read = (file: string) =>
  readFileSync(new URL(`../../test/fixtures/killbill/${file}`, import.meta.url), 'utf8');
const payments = read('PaymentStates.xml');
const retries = read('RetryStates.xml');

/** "PURCHASE_SUCCESS -> REFUND_INIT" */
const links = new Set(
  elements(payments, 'linkStateMachine').map(
    ({ initialState, finalState }) => `${initialState} -> ${finalState}`,
  ),
);
/** "REFUND_PENDING, SUCCESS": what may become of a state. */
const transitions = (xml: string) =>
  new Map(
    elements(xml, 'transition').map(({ initialState, operationResult, finalState }) => [
      `${initialState}, ${operationResult}`,
      finalState,
    ]),
  );

const today = '2026-11-10';
const [attempt, paid, first, again] = [lineId(61), lineId(65), lineId(62), lineId(72)];
const open = following([], creation(2), { type: 'finalize_invoice' });
/** A payment of 1,000, of which refunds and disputes take 300 each time: something is always left. */
const purchased = following(open, payment(1000, paid));
const refunding = following(purchased, refund(300, paid, first));
const disputing = following(purchased, dispute(300, paid, first));
const settle: InvoiceCommand = { type: 'settle_refund', refundId: first, settledOn: today };
const fail: InvoiceCommand = { type: 'fail_refund', refundId: first, failedOn: today };
const lose: InvoiceCommand = { type: 'lose_dispute', disputeId: first, closedOn: today };
const win: InvoiceCommand = { type: 'win_dispute', disputeId: first, closedOn: today };

const refundSettled = following(refunding, settle);
const refundFailed = following(refunding, fail);
const chargedBack = following(disputing, lose);
const won = following(disputing, win);

function isRefused(before: readonly InvoiceEvent[], command: InvoiceCommand): boolean {
  const { events, refusal } = give(before, command);
  expect(events.length === 0, 'what is refused appends nothing').toBe(refusal !== undefined);
  if (refusal) expect(refusal.message).toMatch(/^[A-Z].+\.$/);
  return refusal !== undefined;
}

describe('the files', () => {
  it('have the links that are asked for here', () => {
    expect([...links].filter((link) => /^(?:PURCHASE|REFUND|CHARGEBACK)/.test(link)).sort()).toEqual([
      'CHARGEBACK_FAILED -> REFUND_INIT',
      'CHARGEBACK_SUCCESS -> CHARGEBACK_INIT',
      'PURCHASE_SUCCESS -> CHARGEBACK_INIT',
      'PURCHASE_SUCCESS -> REFUND_INIT',
      'REFUND_SUCCESS -> CHARGEBACK_INIT',
      'REFUND_SUCCESS -> REFUND_INIT',
    ]);
    expect(transitions(retries).size).toBe(6);
  });
});

/**
 * Where a payment stands by what happened last. A refund or chargeback without an outcome, or a refund that failed,
 * leaves it where it was, as there.
 */
const situations: readonly [what: string, stands: string, events: readonly InvoiceEvent[]][] = [
  ['a payment that failed', 'PURCHASE_FAILED', following(purchased, failure(attempt))],
  ['a payment', 'PURCHASE_SUCCESS', purchased],
  ['a refund on its way', 'PURCHASE_SUCCESS', refunding],
  ['a refund that settled', 'REFUND_SUCCESS', refundSettled],
  ['a refund that failed', 'PURCHASE_SUCCESS', refundFailed],
  ['a dispute without an outcome', 'PURCHASE_SUCCESS', disputing],
  ['a dispute that was lost', 'CHARGEBACK_SUCCESS', chargedBack],
  ['a dispute that was won', 'CHARGEBACK_FAILED', won],
];

const followers = [
  ['a refund', 'REFUND_INIT', (id: string) => refund(300, id, again)],
  ['a dispute', 'CHARGEBACK_INIT', (id: string) => dispute(300, id, again)],
] as const;

const cases = situations.flatMap(([what, stands, events]) =>
  followers.map(([next, target, command]) => {
    const of = stands === 'PURCHASE_FAILED' ? attempt : paid;
    const legal = links.has(`${stands} -> ${target}`);
    return { title: `${what}, then ${next}: ${legal ? 'yes' : 'no'}`, legal, events, command: command(of) };
  }),
);

describe('what may follow a payment', () => {
  it.each(cases)('$title', ({ legal, events, command }) => {
    expect(isRefused(events, command)).toBe(!legal);
  });

  it('is nothing where there is no such payment', () => {
    for (const [, , command] of followers) expect(isRefused(purchased, command(lineId(99)))).toBe(true);
  });

  it('is nothing once the payment was given back or charged back whole', () => {
    for (const [, , command] of followers) {
      expect(isRefused(following(purchased, refund(1000, paid, first)), command(paid))).toBe(true);
      expect(isRefused(following(purchased, dispute(1000, paid, first)), command(paid))).toBe(true);
    }
  });

  it('stays with its payment: another one can be refunded after a lost dispute, and disputed after a won one', () => {
    const second = lineId(66);
    expect(isRefused(following(chargedBack, payment(500, second)), refund(300, second, again))).toBe(false);
    expect(isRefused(following(won, payment(500, second)), dispute(300, second, again))).toBe(false);
  });

  it('is the same for a refund that waited for a second person while the dispute was lost', () => {
    const requested = [
      ...disputing,
      ...give(disputing, refund(300, paid, again), {
        settings: { ...invoiceWorkflow.initialSettings, approvalAbove: 0 },
      }).events,
    ];
    const late = following(requested, lose);
    expect(give(requested, { type: 'approve_request', approvalId: again }).events).toHaveLength(2);
    expect(isRefused(late, { type: 'approve_request', approvalId: again })).toBe(true);
  });
});

describe('what becomes of what was begun', () => {
  const states: readonly [state: string, events: readonly InvoiceEvent[]][] = [
    ['REFUND_PENDING', refunding],
    ['REFUND_SUCCESS', refundSettled],
    ['REFUND_FAILED', refundFailed],
    ['CHARGEBACK_INIT', disputing],
    ['CHARGEBACK_SUCCESS', chargedBack],
    ['CHARGEBACK_FAILED', won],
  ];
  const results = (state: string) =>
    state.startsWith('REFUND')
      ? ({ SUCCESS: settle, FAILURE: fail } as const)
      : ({ SUCCESS: lose, FAILURE: win } as const);
  const known = transitions(payments);

  it.each(
    states.flatMap(([state, events]) =>
      (['SUCCESS', 'FAILURE'] as const).map((result) => ({ state, result, events })),
    ),
  )('$state, $result', ({ state, result, events }) => {
    expect(isRefused(events, results(state)[result])).toBe(!known.has(`${state}, ${result}`));
  });
});

describe('a failed payment that is tried again', () => {
  const retry = (attemptId: string): InvoiceCommand => ({ type: 'retry_payment', attemptId });
  const failedOnce = following(open, failure(attempt));
  const known = transitions(retries);
  /** INIT: failed once. RETRIED: tried again, and that failed too. */
  const begun = { INIT: failedOnce, RETRIED: following(failedOnce, retry(attempt), failure(first)) };
  const latest = { INIT: attempt, RETRIED: first };

  it.each(['INIT', 'RETRIED'] as const)('%s: it succeeds, or fails and can be tried again', (state) => {
    expect(known.get(`${state}, SUCCESS`)).toBe('SUCCESS');
    expect(known.get(`${state}, FAILURE`)).toBe('RETRIED');
    const tried = following(begun[state], retry(latest[state]));
    const success = following(tried, payment(5950, paid));
    expect(statusOf(given(invoiceWorkflow, success).state)).toBe('paid');
    const failedAgain = following(tried, failure(lineId(74)));
    expect(isRefused(failedAgain, retry(lineId(74)))).toBe(false);
  });

  it('SUCCESS: it is not tried again', () => {
    expect([...known.keys()].some((key) => key.startsWith('SUCCESS,'))).toBe(false);
    const inPart = following(failedOnce, retry(attempt), payment(100, paid));
    expect(isRefused(inPart, retry(attempt))).toBe(true);
    expect(isRefused(following(failedOnce, retry(attempt), payment(5950, paid)), retry(attempt))).toBe(true);
  });

  it('one failure is one retry: a second click appends nothing', () => {
    expect(isRefused(following(failedOnce, retry(attempt)), retry(attempt))).toBe(true);
  });

  it('without a failure there is nothing to try again', () => {
    expect(isRefused(open, retry(attempt))).toBe(true);
    expect(isRefused(purchased, retry(paid))).toBe(true);
  });
});
