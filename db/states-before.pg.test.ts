import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { narrate } from '@/lib/event-sourcing/narrate';
import { RecordLog } from '@/lib/event-sourcing/record-log';
import { lineId, people } from '@/lib/invoice/testing';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { readStream } from './event-store';
import { readExcerpts } from './record-excerpts';
import { readStates } from './states-before';
import { command, createDraft, expectOk, undo } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;
let logs: RecordLog[];

beforeAll(async () => {
  database = await createTestDatabase();
  const lengths = [1, 5, 130, 230];
  logs = await Promise.all(lengths.map(grow));
}, 120_000);
afterAll(() => database.drop());

const runs = Math.ceil(Number(process.env.RETRACE_PROPERTY_RUNS ?? 300) / 6);

/** A draft of so many events: edits of details and lines, some of them taken back, and some of that put back. */
async function grow(length: number): Promise<RecordLog> {
  const { app } = database;
  const streamId = await createDraft(app, { lines: 3 });
  for (let version = 2; version <= length; version++) {
    const actor = version % 3 === 0 ? people.bob : people.ana;
    if (version % 5 === 0)
      expectOk(await undo(app, streamId, { button: 'row', version: version - 1 }, { actor }));
    else if (version % 2 === 0)
      expectOk(await command(app, streamId, { type: 'change_details', memo: `Memo ${version}` }, { actor }));
    else {
      const line = { lineId: lineId((version % 3) + 1), unitPrice: version * 100 };
      expectOk(await command(app, streamId, { type: 'change_line', ...line }, { actor }));
    }
  }
  return new RecordLog(invoiceWorkflow, await readStream(app.$client, streamId));
}

/** Some places in some of the records, in any order. */
const places = () =>
  fc.array(
    fc.nat(logs.length - 1).chain((index) => {
      const log = logs[index] as RecordLog;
      return fc.record({ log: fc.constant(log), version: fc.integer({ min: 1, max: log.version }) });
    }),
    { maxLength: 25 },
  );

const idOf = (log: RecordLog) => log.events[0]?.streamId ?? '';

test('states of many records at many versions are those of a full replay', async () => {
  await fc.assert(
    fc.asyncProperty(places(), async (asked) => {
      const wanted = asked.map(({ log, version }) => ({ workflow: 'invoice', streamId: idOf(log), version }));
      const states = await readStates(database.app.$client, wanted);
      for (const { log, version } of asked)
        expect(states.get(idOf(log))?.get(version)).toEqual(log.timeline.stateAt(version));
    }),
    { numRuns: runs },
  );
});

test('events of many records are told as on their own pages', async () => {
  await fc.assert(
    fc.asyncProperty(places(), async (asked) => {
      const found = await readExcerpts(
        database.app.$client,
        asked.map(({ log, version }) => ({ streamId: idOf(log), version })),
      );
      expect(found).toHaveLength(asked.length);
      for (const [index, { log, version }] of asked.entries()) {
        const { event, excerpt } = found[index] as (typeof found)[number];
        expect(event).toEqual(log.history.event(version));
        expect(narrate(excerpt, version)).toEqual(narrate(log, version));
      }
    }),
    { numRuns: runs },
  );
});

test('a snapshot of another shape is passed over', async () => {
  const log = logs[3] as RecordLog;
  await database.owner.$client.query(
    'UPDATE snapshots SET state_version = 99, state = $2 WHERE stream_id = $1',
    [idOf(log), '{"memo":"wrong"}'],
  );
  const states = await readStates(database.app.$client, [
    { workflow: 'invoice', streamId: idOf(log), version: 220 },
  ]);
  expect(states.get(idOf(log))?.get(220)).toEqual(log.timeline.stateAt(220));
});
