/** Logs that were brought in have nothing in common: each can be asked by itself, and every number is of it alone. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { wholeLog } from '@/lib/analytics/question';
import { stage } from '../import/stage';
import { writeImport } from '../import/write';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { readActivities, readLogs } from './choices';
import { readSigns } from './churn';
import { consumeAll } from './consumer';
import { readFollows } from './explorer';
import { readRemedies } from './failed-payments';
import { readOutcomes, saveOutcomes } from './outcomes';
import { readProcessGraph } from './process-map';
import { readRefundsByProcess } from './refunds';
import { readUndosByActivity } from './undos';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await bring('North', [
    'N1,Failed,1',
    'N1,Called,2',
    'N1,Paid,3',
    'N2,Paid,1',
    'N2,Refunded,2',
    'N3,Left,1',
  ]);
  await bring('South', ['S1,Failed,1', 'S1,Written to,2', 'S2,Paid,1', 'S2,Refunded,2', 'S3,Paid,1']);
  await saveOutcomes(test.app, {
    workflow: 'record',
    outcomes: { success: ['Paid'], failure: ['Failed'], refund: ['Refunded'], churn: ['Left'] },
    by: 'ana',
  });
  await consumeAll(test.app.$client);
});
afterAll(() => test.drop());

async function bring(log: string, rows: readonly string[]): Promise<void> {
  const lines = rows.map((row) => row.replace(/(\d)$/, '2026-03-0$1T09:00:00Z'));
  const text = ['case,activity,timestamp', ...lines].join('\n');
  const { importId } = await stage({
    db: test.app,
    bytes: (async function* () {
      yield Buffer.from(text);
    })(),
    fileName: `${log}.csv`,
    mapping: { log },
    madeBy: { id: 'ana', name: 'Ana Novak' },
  });
  await writeImport({ db: test.app, importId });
}

const of = (log: string | null) => ({ ...wholeLog, workflow: 'record', log });
const now = '2026-11-01T00:00:00Z';

it('the logs and the activities of one are offered', async () => {
  expect(await readLogs(test.app)).toEqual(['North', 'South']);
  expect(await readActivities(test.app, of('South'))).toEqual(['Failed', 'Paid', 'Refunded', 'Written to']);
  expect(await readActivities(test.app, of(null))).toEqual([
    'Called',
    'Failed',
    'Left',
    'Paid',
    'Refunded',
    'Written to',
  ]);
});

it('the questions are of the log alone', async () => {
  const named = await readOutcomes(test.app);
  expect(await readRefundsByProcess(test.app, of('South'), named)).toEqual([
    { workflow: 'record', process: 'South', paid: 2, refunded: 1, refunds: 1 },
  ]);
  const remedies = async (log: string | null) => {
    const { remedies: found } = await readRemedies(test.app, { ...of(log), days: 14 }, named);
    return found.map(({ activity }) => activity);
  };
  expect(await remedies('South')).toEqual(['Written to']);
  expect((await remedies(null)).toSorted()).toEqual(['Called', 'Written to']);
  expect(await readSigns(test.app, of('North'), named)).toMatchObject({ left: 1, stayed: 2 });
  expect(await readSigns(test.app, of('South'), named)).toMatchObject({ left: 0, stayed: 3 });
  expect(await readUndosByActivity(test.app, of('South'))).toEqual([]);
});

it('so are the Explorer and the map, as of a moment and with undone events too', async () => {
  for (const more of [{}, { asOf: '2026-06-01T00:00:00Z' }, { undone: true }]) {
    const map = await readProcessGraph(test.app, { ...of('South'), ...more }, { medians: true });
    expect(map.activities.map(({ name, count }) => [name, count]).toSorted()).toEqual([
      ['Failed', 1],
      ['Paid', 2],
      ['Refunded', 1],
      ['Written to', 1],
    ]);
    const follows = await readFollows(
      test.app,
      { ...of('South'), ...more },
      { ask: 'follows', first: 'Paid', second: 'Refunded', days: 14 },
      now,
    );
    expect(follows).toMatchObject({ followed: 1 });
  }
});
