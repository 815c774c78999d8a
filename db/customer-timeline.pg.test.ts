/** A customer's timeline holds the events of all their records and of no other, in order, page by page, by an index. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/event-sourcing/event';
import type { AnyWorkflow } from '@/lib/event-sourcing/workflow';
import { creation } from '@/lib/invoice/testing';
import * as orders from '@/lib/order/testing';
import { orderWorkflow } from '@/lib/order/workflow';
import * as subscriptions from '@/lib/subscription/testing';
import { subscriptionWorkflow } from '@/lib/subscription/workflow';
import { readCustomerTimeline, timelineRows } from './customer-timeline';
import { execute } from './execute';
import { ensureCustomer } from './known-customer';
import { command, createDraft, expectOk } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let test: TestDatabase;
let customerId: string;
const actor: Actor = { id: 'ana', kind: 'user', name: 'Ana Novak' };

const give = async (workflow: AnyWorkflow, streamId: string, ...commands: { type: string }[]) => {
  for (const command of commands) {
    const result = await execute(test.app, {
      workflow,
      streamId,
      operationId: randomUUID(),
      actor,
      reason: null,
      metadata: {},
      since: 2_000_000_000,
      command,
      reader: { id: 'ana', formatInstant: (instant) => instant },
    });
    expect(result.ok).toBe(true);
  }
};

async function somebody(name: string): Promise<string> {
  const id = randomUUID();
  const details = { id, name, email: null, address: null, taxId: null };
  await ensureCustomer(test.app, details, { operationId: randomUUID(), actor });
  const customer = { id, name };
  for (const lines of [1, 2]) {
    const invoiceId = randomUUID();
    expectOk(await command(test.app, invoiceId, { ...creation(lines, invoiceId), customer: details }));
  }
  for (let n = 0; n < 3; n++) {
    const [orderId, subscriptionId] = [randomUUID(), randomUUID()];
    await give(orderWorkflow, orderId, { ...orders.place, orderId, customer } as never, {
      type: 'pack_order',
    });
    const start = { ...subscriptions.start, subscriptionId, customer } as never;
    await give(
      subscriptionWorkflow,
      subscriptionId,
      start,
      { type: 'change_plan', plan: 'Team' } as never,
      ...Array.from({ length: 4 }, (_, m) => ({ type: 'change_plan', price: 100 + m }) as never),
    );
  }
  return id;
}

beforeAll(async () => {
  test = await createTestDatabase();
  customerId = await somebody('Kiosk am Ufer');
  await somebody('Teestube');
  await createDraft(test.app);
}, 120_000);
afterAll(() => test.drop());

/** The obvious way: every event of every record that names the customer. */
async function allEvents(workflow: string | null): Promise<string[]> {
  const { rows } = await test.app.execute<{ place: string }>(sql`
    SELECT e.stream_id || ' ' || e.version AS place FROM events e JOIN streams s USING (stream_id)
     WHERE (s.stream_id = ${customerId}::uuid OR s.state->'customer'->>'id' = ${customerId})
       AND (${workflow}::text IS NULL OR e.workflow = ${workflow})
     ORDER BY e.occurred_at DESC, e.stream_id DESC, e.version DESC`);
  return rows.map(({ place }) => place);
}

it.each([null, 'customer', 'order', 'subscription', 'invoice'] as const)(
  'is every event of all their records, newest first, of %s',
  async (workflow) => {
    const found: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof readCustomerTimeline>> = await readCustomerTimeline(test.app, {
        customerId,
        workflow,
        after,
      });
      expect(page.events.length).toBeLessThanOrEqual(timelineRows);
      expect(page.records).toEqual([
        { workflow: 'invoice', count: 2 },
        { workflow: 'order', count: 3 },
        { workflow: 'subscription', count: 3 },
      ]);
      found.push(...page.events.map(({ event }) => `${event.streamId} ${event.version}`));
      after = page.next;
    } while (after !== null);
    expect(found).toEqual(await allEvents(workflow));
    const events = { customer: 1, order: 3 * 2, subscription: 3 * 6, invoice: 2 };
    const all = Object.values(events).reduce((sum, count) => sum + count);
    expect(found).toHaveLength(workflow === null ? all : events[workflow]);
  },
);

it('takes a cursor that is none for the newest page', async () => {
  const newest = await readCustomerTimeline(test.app, { customerId, workflow: null, after: null });
  const yearZero = Buffer.from(JSON.stringify(['0000-01-01T00:00:00Z', customerId, 1])).toString('base64url');
  for (const after of ['x', yearZero]) {
    const broken = await readCustomerTimeline(test.app, { customerId, workflow: null, after });
    expect(broken.next).toBe(newest.next);
    expect(broken.events.map(({ event }) => event)).toEqual(newest.events.map(({ event }) => event));
  }
});
