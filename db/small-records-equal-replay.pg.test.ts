/**
 * Whatever happened to the company's settings, to customers and to records in the shared tables: replay = head = read table, over random histories of
 * commands, undo and redo through the real write path.
 */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { companyId } from '@/lib/company/company';
import { summarize } from '@/lib/company/summarize';
import { changes, people } from '@/lib/company/testing';
import { companyWorkflow } from '@/lib/company/workflow';
import type { CustomerCommand } from '@/lib/customer/commands';
import { customerWorkflow } from '@/lib/customer/workflow';
import type { Actor } from '@/lib/event-sourcing/event';
import { listRequest } from '@/lib/event-sourcing/plan';
import { RecordLog } from '@/lib/event-sourcing/record-log';
import { replay } from '@/lib/event-sourcing/replay';
import type { AnyWorkflow } from '@/lib/event-sourcing/workflow';
import * as orders from '@/lib/order/testing';
import { orderWorkflow } from '@/lib/order/workflow';
import { anyCommand as anyPersonCommand, invitation } from '@/lib/person/testing';
import { personWorkflow } from '@/lib/person/workflow';
import { anyCommand as anyRecordCommand, start as startRecord } from '@/lib/record/testing';
import { recordWorkflow } from '@/lib/record/workflow';
import { anyCommand, start } from '@/lib/subscription/testing';
import { subscriptionWorkflow } from '@/lib/subscription/workflow';
import { ensureCompany } from './company';
import { readStream } from './event-store';
import { execute } from './execute';
import { recordFaults } from './integrity/record-faults';
import { ensureCustomer } from './known-customer';
import { revert } from './revert';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let test: TestDatabase;
beforeEach(async () => {
  await test?.drop();
  test = await createTestDatabase();
});
afterAll(() => test.drop());

// A whole number: fast-check never ends at half a run.
const numRuns = Math.ceil(Number(process.env.RETRACE_PROPERTY_RUNS ?? 300) / 20);
/**
 * The record grows with every run, so a failing history is told as it was found: making it smaller takes minutes. So is
 * one that hangs, long before the whole test has to give up without a word.
 */
const assertion = { numRuns, endOnFailure: true, timeout: 20_000 };
const reader = { id: 'mia', formatInstant: (instant: string) => instant };

/** A command, or a button on the person's own list. */
const stepsOf = (commands: fc.Arbitrary<{ type: string }>) =>
  fc.array(
    fc.record({
      who: fc.constantFrom<Actor>(people.mia, people.otto),
      what: fc.oneof({ arbitrary: commands, weight: 3 }, fc.constantFrom('undo' as const, 'redo' as const)),
    }),
    { maxLength: 12 },
  );

async function carryOut(
  workflow: AnyWorkflow,
  streamId: string,
  { who, what }: { who: Actor; what: { type: string } | 'undo' | 'redo' },
): Promise<void> {
  const request = {
    workflow,
    streamId,
    operationId: randomUUID(),
    actor: who,
    reason: 'because',
    metadata: {},
    reader,
  };
  if (typeof what === 'object') {
    await execute(test.app, { ...request, since: 2_000_000_000, command: what });
    return;
  }
  const { history } = new RecordLog(workflow, await readStream(test.app.$client, streamId));
  const rights = { actorId: who.id, mayWrite: true, mayChangeOthersWork: true };
  await revert(test.app, { ...request, revert: listRequest(history, who.id, what), rights });
}

/** Replays a record, and holds its head against it. */
async function stateOf<S>(workflow: AnyWorkflow, streamId: string): Promise<S> {
  const events = await readStream(test.app.$client, streamId);
  const state = replay<S>(workflow, events);
  const { rows } = await test.app.$client.query('SELECT version, state FROM streams WHERE stream_id = $1', [
    streamId,
  ]);
  expect(rows).toEqual([{ version: events.length, state }]);
  return state;
}

it('holds for the settings and the number series', { timeout: 120_000 }, async () => {
  await ensureCompany(test.app);
  const commands = fc.oneof(
    fc.constantFrom(...changes.map(([, command]) => command)),
    fc
      .constantFrom('INV-', 'CN-', 'A', '')
      .map((prefix) => ({ type: 'change_number_series', series: 'invoice', prefix })),
    fc
      .constantFrom('EUR', 'USD')
      .map((currency) => ({ type: 'change_money_rules', currency, approvalAbove: null })),
  );
  await fc.assert(
    fc.asyncProperty(stepsOf(commands), async (steps) => {
      for (const step of steps) await carryOut(companyWorkflow, companyId, step);
      const { series } = summarize(await stateOf(companyWorkflow, companyId));
      const { rows } = await test.app.$client.query(
        'SELECT name, prefix, digits FROM number_series ORDER BY name DESC',
      );
      expect(rows).toEqual(series);
    }),
    assertion,
  );
});

it('holds for customers and their table', { timeout: 120_000 }, async () => {
  const noteId = randomUUID();
  const commands = fc.constantFrom<CustomerCommand>(
    { type: 'change_customer', name: 'One' },
    { type: 'change_customer', name: 'Two', email: 'two@example.com' },
    { type: 'change_customer', address: 'Here 1\nThere', taxId: 'T-1', email: null },
    { type: 'add_note', note: { id: noteId, text: 'Note' } },
    { type: 'withdraw_note', noteId },
    { type: 'archive_customer' },
    { type: 'unarchive_customer' },
  );
  await fc.assert(
    fc.asyncProperty(stepsOf(commands), async (steps) => {
      const id = randomUUID();
      const somebody = { id, name: 'Zero', email: null, address: null, taxId: null };
      await ensureCustomer(test.app, somebody, { operationId: randomUUID(), actor: people.mia });
      for (const step of steps) await carryOut(customerWorkflow, id, step);
      const { name, email, address, taxId, archived } = await stateOf<Record<string, unknown>>(
        customerWorkflow,
        id,
      );
      const { rows } = await test.app.$client.query(
        'SELECT name, email, address, tax_id AS "taxId", archived FROM customers WHERE stream_id = $1',
        [id],
      );
      expect(rows).toEqual([{ name, email, address, taxId, archived }]);
    }),
    assertion,
  );
});

/** Workflows whose records are in the shared tables: what begins one, and what may be asked of it then. */
const shared: [string, AnyWorkflow, (id: string) => { type: string }, readonly { type: string }[]][] = [
  [
    'subscriptions',
    subscriptionWorkflow,
    (subscriptionId) => ({ ...start, subscriptionId, customer: { id: randomUUID(), name: 'Ünal & Söhne' } }),
    anyCommand,
  ],
  [
    'people',
    personWorkflow,
    (personId) => ({ ...invitation, personId, email: `${personId}@example.com` }),
    anyPersonCommand,
  ],
  ['records', recordWorkflow, (recordId) => ({ ...startRecord, recordId }), anyRecordCommand],
  ['orders', orderWorkflow, (orderId) => ({ ...orders.place, orderId }), orders.anyCommand],
];

it.each(shared)(
  'holds for %s, every version of them',
  { timeout: 120_000 },
  async (_, workflow, begin, commands) => {
    await fc.assert(
      fc.asyncProperty(stepsOf(fc.constantFrom(...commands)), async (steps) => {
        const id = randomUUID();
        await carryOut(workflow, id, { who: people.mia, what: begin(id) });
        for (const step of steps) await carryOut(workflow, id, step);
        await stateOf(workflow, id);
        expect(await recordFaults(test.app, id)).toEqual([]);
        const { rows } = await test.app.$client.query(
          'SELECT count(*)::int AS versions, max(version) AS newest FROM record_versions WHERE stream_id = $1',
          [id],
        );
        expect(rows[0].versions).toBe(rows[0].newest);
        expect(rows[0].versions).toBeGreaterThan(0);
      }),
      assertion,
    );
  },
);
