import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureCompany } from './company';
import { command, createDraft, expectOk, undo } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase({ max: 1 });
});
afterAll(() => test.drop());

/** How many statements the app's connection sends while `run` runs, as the connection itself counts them. */
async function statementsOf(run: () => Promise<unknown>): Promise<number> {
  const client = await test.app.$client.connect();
  const { prototype } = client.constructor as unknown as {
    prototype: { query: (...args: unknown[]) => unknown };
  };
  const { query } = prototype;
  let count = 0;
  client.release();
  prototype.query = function counted(this: unknown, ...args: unknown[]) {
    // Nobody waits for the notice, which goes out a moment later and once for many.
    if (typeof args[0] !== 'string' || !args[0].startsWith('NOTIFY')) count += 1;
    return query.apply(this, args);
  };
  try {
    await run();
  } finally {
    prototype.query = query;
  }
  return count;
}

it('a command is a head read and an append', async () => {
  const streamId = await createDraft(test.app);
  const change = () => command(test.app, streamId, { type: 'change_details', memo: 'New' }).then(expectOk);
  expect(await statementsOf(change)).toBe(2);
});

it('so is an undo', async () => {
  const streamId = await createDraft(test.app);
  expectOk(await command(test.app, streamId, { type: 'change_details', memo: 'New' }));
  const takeBack = () => undo(test.app, streamId, { button: 'row', version: 2 }).then(expectOk);
  expect(await statementsOf(takeBack)).toBe(2);
});

it('a command stays that where the company has settled something, which the head read brings along', async () => {
  await ensureCompany(test.app);
  const streamId = await createDraft(test.app);
  const change = () => command(test.app, streamId, { type: 'change_details', memo: 'New' }).then(expectOk);
  expect(await statementsOf(change)).toBe(2);
});
