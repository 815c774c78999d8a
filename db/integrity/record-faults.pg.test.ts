import { afterAll, beforeAll, expect, it } from 'vitest';
import { command, createDraft } from '../testing/invoices';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { recordFaults } from './record-faults';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

async function draftWithChanges(): Promise<string> {
  const streamId = await createDraft(test.app);
  await command(test.app, streamId, { type: 'change_details', memo: 'A', dueDate: '2026-12-01' });
  return streamId;
}

it('finds nothing wrong with a record that is as it was written', async () => {
  expect(await recordFaults(test.app, await draftWithChanges())).toEqual([]);
});

// What finds nothing wrong proves something only if it finds what is.
it.each([
  ['an event that is gone', 'DELETE FROM events WHERE stream_id = $1 AND version = 2', /list of versions/],
  ['an event that was changed', "UPDATE events SET payload = '{}' WHERE stream_id = $1", /hash chain/],
  ['a head that is behind', 'UPDATE streams SET version = 2 WHERE stream_id = $1', /the head/],
  ['a head in another state', "UPDATE streams SET state = '{}' WHERE stream_id = $1", /the head/],
  ['events without a head', 'DELETE FROM streams WHERE stream_id = $1', /the head/],
  [
    'a wrong sum in the read table',
    'UPDATE invoices SET total_amount = 1 WHERE stream_id = $1',
    /read table/,
  ],
  ['no row in the read table', 'DELETE FROM invoices WHERE stream_id = $1', /read table/],
  [
    'a version that is missing',
    'DELETE FROM invoice_versions WHERE stream_id = $1 AND version = 2',
    /of versions/,
  ],
  [
    'a version that was never closed',
    'UPDATE invoice_versions SET valid_to = NULL WHERE stream_id = $1',
    /end of each version/,
  ],
])('finds %s', async (_what, damage, fault) => {
  const streamId = await draftWithChanges();
  const client = await test.owner.$client.connect();
  await client.query('ALTER TABLE events DISABLE TRIGGER USER');
  await client.query(damage, [streamId]);
  await client.query('ALTER TABLE events ENABLE TRIGGER USER');
  client.release();
  expect((await recordFaults(test.app, streamId)).join('\n')).toMatch(fault);
});
