/** Over many records the questions find what was planted in them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { wholeLog } from '@/lib/analytics/question';
import { refundPaths } from '@/lib/analytics/refund-paths';
import { catchUp } from '../testing/catch-up';
import { createManyActs } from '../testing/many-acts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { readRemedies } from './failed-payments';
import { readOutcomes } from './outcomes';
import { readRefundsByPath } from './refund-paths';
import { readRefundsByProcess } from './refunds';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await createManyActs(test.owner, 25_000);
  // More than one step of the consumer.
  await catchUp(test.app);
}, 120_000);
afterAll(() => test.drop());

it('one path causes most refunds, and twice as often as the next', async () => {
  const processes = await readRefundsByProcess(test.app, wholeLog, await readOutcomes(test.app));
  const rate = ({ refunded, paid }: { refunded: number; paid: number }) => refunded / paid;
  const [first, ...others] = processes.filter(({ workflow }) => workflow === 'invoice');
  expect(first?.process).toBe('phone_order');
  for (const other of others) expect(first && rate(first)).toBeGreaterThan(2 * rate(other));
});

it('refunds follow on the payment, as whatever paths are looked at', async () => {
  const named = await readOutcomes(test.app);
  const [kinds, last, whole] = await Promise.all(
    refundPaths.map((paths) => readRefundsByPath(test.app, { filters: wholeLog, named, paths })),
  );
  for (const found of [kinds, last, whole]) {
    expect(found?.length).toBeGreaterThan(2);
    for (const { activities, came, refunded } of found ?? []) {
      expect(activities.at(-1)).toBe('payment_received');
      expect(came).toBeGreaterThanOrEqual(refunded);
    }
  }
  // Whole histories are nearly all different: as kinds of acts a few paths hold most refunds.
  const refunds = (rows = kinds) => rows?.reduce((sum, { refunded }) => sum + refunded, 0) ?? 0;
  expect(refunds(kinds)).toBeGreaterThan(1.5 * refunds(whole));
});

it('a new card is followed by the payment most often, trying again alone less often than nothing in particular', async () => {
  const { base, remedies } = await readRemedies(
    test.app,
    { ...wholeLog, days: 14 },
    await readOutcomes(test.app),
  );
  const rate = (name: string) => {
    const found = remedies.find(({ workflow, activity }) => workflow === 'invoice' && activity === name);
    return found ? found.followed / found.done : Number.NaN;
  };
  expect(remedies[0]).toMatchObject({ activity: expect.any(String) });
  expect(rate('payment_method_updated')).toBeGreaterThan(base.count / base.of);
  expect(rate('payment_retried')).toBeLessThan(base.count / base.of);
});
