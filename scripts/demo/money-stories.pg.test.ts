import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '@/db/testing/test-database';
import { typesOf } from '@/lib/event-sourcing/testing';
import { awaitsApproval } from '@/lib/invoice/requests';
import { isDisputed, isOverdue, type Status, statusOf } from '@/lib/invoice/status';
import { refundable, totalsOf } from '@/lib/invoice/totals';
import { approvalLimit } from './company-story';
import { stories } from './stories';
import { createDemoDatabase, loadingTime, logOf } from './testing';

let test: TestDatabase;
beforeAll(async () => {
  test = await createDemoDatabase();
}, loadingTime);
afterAll(() => test.drop());

const logOfStory = (story: keyof typeof stories) => logOf(test.app, stories[story].id);

it('every story is an invoice of its customer, under the number that stories.ts names', async () => {
  const { rows } = await test.app.$client.query(
    'SELECT stream_id AS id, number, customer_name AS customer FROM invoices',
  );
  for (const [name, { id, number, customer }] of Object.entries(stories))
    expect(rows, name).toContainEqual({ id, number, customer });
});

it('one instalment was charged twice; a refund of either payment makes it owed again', async () => {
  const log = await logOfStory('doubleCharge');
  const [first, second] = Object.values(log.state.payments);
  expect(first?.amount).toBe(second?.amount);
  expect([first?.method, second?.method]).toEqual(['card', 'card']);
  expect(first?.amount).toBeLessThan(approvalLimit);
  expect(stories.doubleCharge.paymentVersions.map((version) => log.events[version - 1]?.type)).toEqual([
    'payment_received',
    'payment_received',
  ]);
  expect([statusOf(log.state), totalsOf(log.state).refunded]).toEqual(['partially_paid', 0]);
});

describe('a failed payment', () => {
  it.each([
    ['failedThenFixedByRetry', 'payment_retried', 'agent'],
    ['failedThenFixedByNewCard', 'payment_method_updated', 'user'],
    ['failedThenFixedByTransfer', 'reminder_sent', 'user'],
    ['failedThenFixedByDueDate', 'due_date_changed', 'user'],
  ] as const)('%s came after %s', async (story, type, kind) => {
    const log = await logOfStory(story);
    const types = typesOf(log.events);
    const at = types.indexOf(type);
    expect(log.events[at]?.actor.kind).toBe(kind);
    expect(at).toBeGreaterThan(types.indexOf('payment_failed'));
    expect(at).toBeLessThan(types.indexOf('payment_received'));
    expect(statusOf(log.state)).toBe('paid');
  });

  it('says in its metadata what it led to', async () => {
    const log = await logOfStory('failedThenFixedByRetry');
    const [failed, retried, received] = log.events.slice(-3);
    expect(retried?.metadata.causation_id).toBe(failed?.operationId);
    expect(received?.metadata.causation_id).toBe(retried?.operationId);
    expect(received?.metadata.correlation_id).toBe(failed?.operationId);
  });

  it('failed again when the agent tried once more, or was never mended', async () => {
    const twice = await logOfStory('failedTwice');
    expect(typesOf(twice.events).filter((type) => type === 'payment_failed')).toHaveLength(2);
    expect(statusOf(twice.state)).toBe('open');
    expect(isOverdue(twice.state, '2026-04-13')).toBe(true);
    expect(statusOf((await logOfStory('failedNeverFixed')).state)).toBe('uncollectible');
  });
});

it.each([
  ['refundSettled', 'settled'],
  ['refundPending', 'pending'],
  ['refundFailed', 'failed'],
  ['approved', 'settled'],
] as const)('%s has a refund that is %s', async (story, status) => {
  const { state } = await logOfStory(story);
  expect(Object.values(state.refunds).map((refund) => refund.status)).toEqual([status]);
  expect(statusOf(state)).toBe('paid');
});

it('a refund above the limit waits for a manager; another was let go ahead by a second person', async () => {
  const waiting = await logOfStory('awaitingApproval');
  expect(awaitsApproval(waiting.state)).toBe(true);
  expect(Object.values(waiting.state.approvals)[0]).toMatchObject({ requestedBy: 'Bob Ekdahl' });
  expect(Object.values(waiting.state.approvals)[0]?.amount).toBeGreaterThan(approvalLimit);
  const approved = await logOfStory('approved');
  const granted = approved.events.find(({ type }) => type === 'approval_granted');
  expect(granted?.actor.name).toBe('Priya Raman');
  expect(Object.values(approved.state.approvals)[0]).toMatchObject({
    requestedBy: 'Sam Okafor',
    outcome: 'granted',
  });
});

it.each([
  ['disputeOpen', 'paid', true],
  ['disputeWon', 'paid', false],
  ['disputeLost', 'open', false],
] as [keyof typeof stories, Status, boolean][])('%s is %s', async (story, status, disputed) => {
  const { state } = await logOfStory(story);
  expect([statusOf(state), isDisputed(state)]).toEqual([status, disputed]);
});

it('a dispute that was won leaves the payment as it was; a lost one took it back', async () => {
  const [won, lost] = [(await logOfStory('disputeWon')).state, (await logOfStory('disputeLost')).state];
  const [kept] = Object.values(won.payments);
  expect(refundable(won, kept?.id ?? '')).toBe(kept?.amount);
  expect(totalsOf(lost)).toMatchObject({ paid: 0, balance: totalsOf(lost).total });
});

it('one is credited in part, one discounted, one written off by two people', async () => {
  const credited = totalsOf((await logOfStory('creditNote')).state);
  expect(credited.credited).toBeGreaterThan(0);
  expect(credited.balance).toBe(0);
  expect(totalsOf((await logOfStory('discounted')).state).discount).toBeGreaterThan(0);
  const writtenOff = await logOfStory('writtenOff');
  expect(statusOf(writtenOff.state)).toBe('uncollectible');
  expect(typesOf(writtenOff.events).slice(-3)).toEqual([
    'approval_requested',
    'approval_granted',
    'invoice_written_off',
  ]);
});

it('there are documents in yen, dinars and dollars', async () => {
  const currencies = await Promise.all(
    (['yen', 'dinar', 'usd'] as const).map(async (story) => (await logOfStory(story)).state.currency),
  );
  expect(currencies).toEqual(['JPY', 'KWD', 'USD']);
});
