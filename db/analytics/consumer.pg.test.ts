/** The consumer counts every event once, whoever writes, whoever else counts, and whatever is killed. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect } from '../client';
import { diceOf, liveOneInvoice } from '../testing/busy-office';
import { catchUp } from '../testing/catch-up';
import { createDraft } from '../testing/invoices';
import { askPlainly } from '../testing/obvious-facts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { consumeAll, consumeOnce } from './consumer';
import { beginRebuild } from './rebuild';
import { readAnalyticsStatus } from './status';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase({ max: 12 });
});
afterAll(() => test.drop());

async function isExact(): Promise<void> {
  const { rows: found } = await test.app.$client.query(
    `SELECT stream_id, version, activity, prev_activity AS prev FROM analytics_facts
      WHERE reverts_version IS NULL AND undone_at IS NULL ORDER BY stream_id, version`,
  );
  const expected = await askPlainly(
    test.app,
    [null, false],
    `SELECT stream_id, version, activity, lag(activity) OVER (PARTITION BY stream_id ORDER BY version) AS prev
       FROM acts ORDER BY stream_id, version`,
  );
  expect(found).toEqual(expected);
  const { rows } = await test.app.$client.query(
    `SELECT (SELECT count(*) FROM events)::int AS events, (SELECT count(*) FROM analytics_facts)::int AS facts,
            (SELECT events FROM analytics_generations WHERE status = 'current')::int AS counted`,
  );
  const [{ events, facts, counted }] = rows;
  expect({ facts, counted }).toEqual({ facts: events, counted: events });
}

it('two consumers follow eight writers, a rebuild goes on meanwhile, and their sessions are killed', async () => {
  const open = () => connect(test.appUrl, { max: 2, applicationName: 'consumer under test' });
  let writing = true;
  let killed = 0;
  const goesOn = () => writing || killed === 0;
  const consume = async () => {
    const db = open();
    let failures = 0;
    while (goesOn()) await consumeOnce(db.$client, 7).catch(() => (failures += 1));
    await db.$client.end();
    return failures;
  };
  const superuser = connect(test.superuserUrl, { max: 1 });
  const kill = async () => {
    while (goesOn()) {
      const { rows } = await superuser.$client.query(
        `SELECT count(pg_terminate_backend(pid))::int AS killed FROM pg_stat_activity
          WHERE datname = current_database() AND application_name = 'consumer under test' AND state <> 'idle'`,
      );
      killed += rows[0].killed;
      await createDraft(test.app);
    }
  };
  const write = async (seed: number) => {
    const dice = diceOf(seed);
    for (let n = 0; n < 3; n++) await liveOneInvoice(test.app, dice, 8);
  };
  await beginRebuild(test.app.$client);
  const consuming = [consume(), consume()];
  const killing = kill();
  await Promise.all(Array.from({ length: 8 }, (_, n) => write(n + 3)));
  writing = false;
  await killing;
  await superuser.$client.end();
  const failures = (await Promise.all(consuming)).reduce((sum, each) => sum + each, 0);
  expect(killed).toBeGreaterThan(0);
  expect(failures).toBeGreaterThan(0);
  await expect
    .poll(() => consumeAll(test.app.$client).then(() => readAnalyticsStatus(test.app)), { timeout: 20_000 })
    .toMatchObject({ building: null, lag: { events: 0, heldBack: 0 } });
  await isExact();
  const { rows } = await test.app.$client.query(
    "SELECT generation FROM analytics_generations WHERE status = 'current'",
  );
  expect(rows).toEqual([{ generation: 1 }]);
}, 120_000);

it('what an older transaction holds back is waited for, and told', async () => {
  await catchUp(test.app);
  const writer = await test.owner.$client.connect();
  await writer.query("SET application_name = 'a long import'");
  await writer.query('BEGIN');
  await writer.query('SELECT pg_current_xact_id()');
  const streamId = await createDraft(test.app);
  await consumeAll(test.app.$client);
  const facts = () =>
    test.app.$client
      .query('SELECT version FROM analytics_facts WHERE stream_id = $1', [streamId])
      .then(({ rows }) => rows.length);
  expect(await facts()).toBe(0);
  const held = await readAnalyticsStatus(test.app);
  expect(held.lag).toMatchObject({ events: 0, heldBack: 1 });
  await writer.query('COMMIT');
  writer.release();
  await expect.poll(() => consumeAll(test.app.$client).then(facts), { timeout: 20_000 }).toBe(1);
}, 60_000);

it('how many events are not counted yet, and for how long they wait, is told', async () => {
  await catchUp(test.app);
  await createDraft(test.app);
  const waiting = () => readAnalyticsStatus(test.app).then(({ lag }) => lag);
  // Other tests write on the same server, and hold the feed back for a moment.
  await expect.poll(waiting, { timeout: 20_000 }).toMatchObject({ events: 1 });
  expect((await waiting()).seconds).toBeGreaterThan(0);
  await expect
    .poll(() => consumeAll(test.app.$client).then(waiting), { timeout: 20_000 })
    .toMatchObject({ events: 0, seconds: 0 });
});

it('another log than the one that was counted is counted anew', async () => {
  await catchUp(test.app);
  // As after a logical restore into another cluster: transactions have other numbers.
  await test.owner.$client.query(
    "UPDATE analytics_generations SET tx = '9000000000', position = 17 WHERE status = 'current'",
  );
  await expect
    .poll(() => consumeAll(test.app.$client).then(() => readAnalyticsStatus(test.app)), { timeout: 20_000 })
    .toMatchObject({ building: null, lag: { events: 0 } });
  await expect.poll(() => isExact().then(() => true), { timeout: 20_000 }).toBe(true);
}, 60_000);
