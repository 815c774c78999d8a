import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '@/db/testing/test-database';
import { mayChangeOthersWork, mayWrite } from '@/lib/access';
import { initialSettings } from '@/lib/decision-settings';
import { listRequest, type PlanResult, planRequest, type RevertRequest } from '@/lib/event-sourcing/plan';
import type { RecordLog } from '@/lib/event-sourcing/record-log';
import { typesOf } from '@/lib/event-sourcing/testing';
import type { Invoice } from '@/lib/invoice/invoice';
import { refusalOf } from '@/lib/invoice/lawful';
import { isOverdue, statusOf } from '@/lib/invoice/status';
import { totalsOf } from '@/lib/invoice/totals';
import { approvalLimit } from './company-story';
import type { PersonKey } from './step';
import { stories } from './stories';
import { createDemoDatabase, loadingTime, logOf, team } from './testing';

const today = '2026-04-13';
const settings = { ...initialSettings, approvalAbove: approvalLimit };

let test: TestDatabase;
beforeAll(async () => {
  test = await createDemoDatabase();
}, loadingTime);
afterAll(() => test.drop());

const logOfStory = (story: keyof typeof stories) => logOf(test.app, stories[story].id);

/** What the planner answers when somebody asks for this. */
function plan(log: RecordLog<Invoice>, who: PersonKey, request: RevertRequest): PlanResult<Invoice> {
  const { id, role } = team[who];
  const rights = { actorId: id, mayWrite: mayWrite(role), mayChangeOthersWork: mayChangeOthersWork(role) };
  return planRequest(log, request, { ...rights, settings });
}

const press = (log: RecordLog<Invoice>, who: PersonKey, cause: 'undo' | 'redo') =>
  plan(log, who, listRequest(log.history, team[who].id, cause));

const row = (version: number) => ({ button: 'row', version }) as const;

function expectPlan(result: PlanResult<Invoice>) {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result.plan;
}

const causes = (log: RecordLog<Invoice>, cause: string) =>
  log.events.filter((event) => event.cause === cause).length;

it('every story is found by its id, its number and its customer', async () => {
  for (const { id, number, customer } of Object.values(stories)) {
    const { rows } = await test.app.$client.query(
      'SELECT number, customer_name FROM invoices WHERE stream_id = $1',
      [id],
    );
    expect(rows).toEqual([{ number, customer_name: customer }]);
  }
});

describe('the wrong due date', () => {
  const version = stories.wrongDueDate.dueDateVersion;

  it('was moved by Bob, with a reason, and by nobody since', async () => {
    const log = await logOfStory('wrongDueDate');
    expect(log.events[version - 1]).toMatchObject({ type: 'due_date_changed', actor: { id: 'bob' } });
    expect(log.events[version - 1]?.reason).toMatch(/two more weeks/);
    expect(log.events.filter((event) => event.type === 'due_date_changed')).toHaveLength(1);
    expect(statusOf(log.state)).toBe('open');
    expect(isOverdue(log.state, today)).toBe(false);
  });

  it('is Bob’s to take back, or Mia’s, and not Ana’s', async () => {
    const log = await logOfStory('wrongDueDate');
    expect(plan(log, 'ana', row(version))).toMatchObject({
      refusal: { code: 'not_yours', versions: [version] },
    });
    expect(expectPlan(press(log, 'bob', 'undo')).reverts[0]?.revertsVersion).toBe(version);
    const byMia = expectPlan(plan(log, 'mia', row(version)));
    expect(Object.keys(byMia.changes)).toEqual(['dueDate']);
    expect(byMia.reasonRequired).toBe(true);
    expect(isOverdue(byMia.state, today)).toBe(true);
  });

  it('leaves Ana free to change due date and memo, and to undo her own', async () => {
    const log = await logOfStory('wrongDueDate');
    expect(refusalOf('change_details', log.state)).toBeNull();
    expect(Object.keys(expectPlan(press(log, 'ana', 'undo')).changes)).toEqual(['memo']);
  });
});

it('the last payment pays the rest, and a manager can take it back', async () => {
  const log = await logOfStory('lastPayment');
  const types = typesOf(log.events);
  expect(log.version).toBe(stories.lastPayment.paymentVersion);
  expect(types.filter((type) => type === 'payment_received')).toHaveLength(2);
  expect(types.at(-1)).toBe('payment_received');
  expect(types).toEqual(expect.arrayContaining(['due_date_changed', 'memo_changed']));
  expect([causes(log, 'undo'), causes(log, 'redo')]).toEqual([1, 1]);
  expect(statusOf(log.state)).toBe('paid');
  expect(statusOf(expectPlan(plan(log, 'mia', row(log.version))).state)).toBe('partially_paid');
});

it('the long histories have 45 and 130 events by two people and more, with undos and redos', async () => {
  const [many, long] = [await logOfStory('manyEdits'), await logOfStory('longHistory')];
  expect([many.version, long.version]).toEqual([45, 130]);
  expect([statusOf(many.state), statusOf(long.state)]).toEqual(['open', 'partially_paid']);
  for (const log of [many, long]) {
    expect(causes(log, 'undo')).toBeGreaterThanOrEqual(8);
    expect(causes(log, 'redo')).toBeGreaterThanOrEqual(3);
    expect(new Set(log.events.map((event) => event.actor.id))).toContain('bob');
  }
});

it('the wrong price was taken back by whoever typed it', async () => {
  const log = await logOfStory('wrongPrice');
  const wrong = log.events.find((event) => event.type === 'line_changed' && 'unitPrice' in event.payload);
  const taken = log.history.revertedBy(wrong?.version ?? 0);
  expect([taken?.cause, taken?.actor.id]).toEqual(['undo', wrong?.actor.id]);
  expect(statusOf(log.state)).toBe('paid');
});

it('the payment recorded twice was taken back, with a reason', async () => {
  const log = await logOfStory('paidTwice');
  const [first, second] = log.events.filter((event) => event.type === 'payment_received');
  expect(totalsOf(log.timeline.stateAt(second?.version ?? 0)).balance).toBe(0);
  expect(log.history.revertedBy(first?.version ?? 0)).toBeUndefined();
  expect(log.history.revertedBy(second?.version ?? 0)?.reason).toMatch(/same transfer/);
  expect(statusOf(log.state)).toBe('partially_paid');
});

it('one was voided and reinstated, one draft discarded', async () => {
  const reinstated = await logOfStory('reinstated');
  expect(typesOf(reinstated.events)).toEqual(
    expect.arrayContaining(['invoice_voided', 'invoice_reinstated']),
  );
  expect(statusOf(reinstated.state)).toBe('open');
  const discarded = await logOfStory('discarded');
  expect(statusOf(discarded.state)).toBe('discarded');
  expect(Object.keys(expectPlan(press(discarded, 'ana', 'undo')).changes)).toEqual(['discarded']);
});

it('both of Ana’s buttons are live on yesterday’s draft', async () => {
  const log = await logOfStory('undoAndRedo');
  expect(statusOf(log.state)).toBe('draft');
  expect(log.events[0]?.occurredAt.slice(0, 10)).toBe('2026-04-12');
  expect(Object.keys(expectPlan(press(log, 'ana', 'undo')).changes)).toEqual([
    expect.stringMatching(/quantity$/),
  ]);
  expect(Object.keys(expectPlan(press(log, 'ana', 'redo')).changes)).toEqual(['memo']);
});

it('Ana’s Undo stops at the invoice that was sent', async () => {
  const log = await logOfStory('alreadySent');
  const next = listRequest(log.history, team.ana.id, 'undo');
  const [version = 0] = 'versions' in next ? next.versions : [];
  expect(log.events[version - 1]?.type).toBe('invoice_sent');
  expect(press(log, 'ana', 'undo')).toMatchObject({ refusal: { code: 'irreversible', version } });
});
