/** A check goes over every record once, whoever does the work, and tells what is not as the events say. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { ensureCompany } from '../company';
import { createPerson } from '../people';
import { command, createDraft } from '../testing/invoices';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { beginCheck, checkAll, checkOnce, readChecks } from './checks';

let test: TestDatabase;
const records: string[] = [];
beforeAll(async () => {
  test = await createTestDatabase();
  await ensureCompany(test.app);
  await createPerson(test.app, {
    name: 'Ana Novak',
    email: 'ana@example.com',
    password: 'a first password',
    role: 'admin',
  });
  for (let n = 0; n < 5; n++) records.push(await createDraft(test.app));
  await command(test.app, records[0] as string, { type: 'change_details', memo: 'A' });
});
afterAll(() => test.drop());

const otto = { id: 'otto', name: 'Otto Brandt' };
const pool = () => test.app.$client;

/** Breaks something behind the app's back, and puts it right again after the test. */
const mends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const mend of mends.splice(0).reverse()) await mend();
});
async function damage(text: string, mend: string): Promise<void> {
  const run = async (statement: string) => {
    const client = await test.owner.$client.connect();
    try {
      await client.query('ALTER TABLE events DISABLE TRIGGER USER');
      await client.query(statement);
      await client.query('ALTER TABLE events ENABLE TRIGGER USER');
    } finally {
      client.release();
    }
  };
  await run(text);
  mends.push(() => run(mend));
}

async function check() {
  expect(await beginCheck(pool(), otto)).toBe(true);
  await checkAll(pool());
  const [newest] = await readChecks(pool());
  return newest;
}

const rows = async (text: string) => (await test.owner.$client.query(text)).rows[0].n as number;

it('goes over all records and events, and says by whom and when', async () => {
  const [all, events] = [
    await rows('SELECT count(*)::int AS n FROM streams'),
    await rows('SELECT count(*)::int AS n FROM events'),
  ];
  const found = await check();
  expect(found).toMatchObject({
    byName: 'Otto Brandt',
    goal: all,
    records: all,
    events,
    faults: 0,
    found: [],
  });
  expect(Date.parse(found?.endedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(found?.startedAt ?? ''));
});

it('one is under way at a time; two processes share it, and each record is counted once', async () => {
  expect(await beginCheck(pool(), otto)).toBe(true);
  expect(await beginCheck(pool(), { id: 'ada', name: 'Ada Field' })).toBe(false);
  expect(await checkOnce(pool(), 2)).toBe(2);
  expect((await readChecks(pool()))[0]).toMatchObject({ records: 2, endedAt: null, byName: 'Otto Brandt' });
  const work = async () => {
    for (let idle = 0; idle < 3; ) idle = (await checkOnce(pool(), 1)) === 0 ? idle + 1 : 0;
  };
  await Promise.all([work(), work(), work()]);
  await checkAll(pool());
  const [done] = await readChecks(pool());
  expect(done?.endedAt).not.toBeNull();
  expect(done?.records).toBe(done?.goal);
});

it.each([
  [
    'an event that was changed',
    "UPDATE events SET actor_name = 'Forged' WHERE stream_id = $ AND version = 2",
    'UPDATE events SET actor_name = (SELECT actor_name FROM events WHERE stream_id = $ AND version = 1) WHERE stream_id = $ AND version = 2',
    'invoice',
    /the hash chain breaks at event 2/,
  ],
  [
    'a state that the events do not lead to',
    "UPDATE streams SET state = jsonb_set(state, '{memo}', '\"Forged\"') WHERE stream_id = $",
    "UPDATE streams SET state = jsonb_set(state, '{memo}', '\"A\"') WHERE stream_id = $",
    'invoice',
    /^the head is {"state\.memo":"Forged"}, but the events say {"state\.memo":"A"}$/,
  ],
  [
    'a row of a list that says something else',
    "UPDATE invoices SET customer_name = customer_name || '!' WHERE stream_id = $",
    'UPDATE invoices SET customer_name = left(customer_name, -1) WHERE stream_id = $',
    'invoice',
    /the read table is/,
  ],
  [
    'a row of a list without any event',
    "INSERT INTO records (workflow, stream_id, version, title, status, fields, search, last_event_type, last_actor_id, last_actor_name, valid_from, known_from) SELECT 'order', '00000000-0000-4000-8000-00000000dead', 1, 'Forged', 'placed', '{}', 'forged', 'order_placed', 'x', 'X', now(), now()",
    "DELETE FROM records WHERE stream_id = '00000000-0000-4000-8000-00000000dead'",
    null,
    /what records has is .*Forged.*, but the events say \[\]/,
  ],
  [
    'a role that was given in the database, not in the log',
    "UPDATE users SET role = 'support', name = 'Forged'",
    "UPDATE users SET role = 'admin', name = 'Ana Novak'",
    'person',
    /what the person signs in with is .*Forged/,
  ],
  [
    'numbers that look otherwise than the settings say',
    "UPDATE number_series SET prefix = 'X' || prefix",
    'UPDATE number_series SET prefix = substr(prefix, 2)',
    'company',
    /how numbers look is .*"X/,
  ],
])('finds %s, and on which record', async (_what, text, mend, workflow, what) => {
  const first = `'${records[0]}'`;
  const owner = test.owner.$client;
  await owner.query('ALTER TABLE users DISABLE TRIGGER USER');
  await damage(
    text.replaceAll('$', () => first),
    mend.replaceAll('$', () => first),
  );
  const found = await check();
  expect(found?.faults).toBe(found?.found.length);
  expect(found?.found.length).toBeGreaterThan(0);
  expect(found?.found[0]).toMatchObject({ workflow, what: expect.stringMatching(what) });
  if (workflow === 'invoice') expect(found?.found[0]?.streamId).toBe(records[0]);
});

it('says why it does not get on, and goes on afterwards', async () => {
  expect(await beginCheck(pool(), otto)).toBe(true);
  const owner = test.owner.$client;
  await owner.query('ALTER TABLE snapshots RENAME TO snapshots_away');
  await expect(checkOnce(pool())).rejects.toThrow('snapshots');
  expect((await readChecks(pool()))[0]).toMatchObject({
    endedAt: null,
    failure: expect.stringContaining('snapshots'),
  });
  await owner.query('ALTER TABLE snapshots_away RENAME TO snapshots');
  await checkAll(pool());
  expect((await readChecks(pool()))[0]).toMatchObject({ faults: 0, failure: null });
});
