import { afterAll, beforeAll, expect, test } from 'vitest';
import { longInvoice } from '@/bench/long-invoice';
import { windowSize } from '@/lib/event-sourcing/log-part';
import { narrate } from '@/lib/event-sourcing/narrate';
import { addToColumns, emptyColumns } from '@/lib/event-sourcing/outline';
import { unpackEvents } from '@/lib/event-sourcing/packed-events';
import { RecordLog } from '@/lib/event-sourcing/record-log';
import { lateStart } from '@/lib/event-sourcing/testing';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { readLogPart, readLogStart, readOutline, readVersionAt, readWindow } from './log-parts';
import { appendHistory } from './testing/append-history';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

const events = longInvoice(530);
const streamId = events[0]?.streamId as string;
const whole = new RecordLog(invoiceWorkflow, events);
const workflow = invoiceWorkflow;
let database: TestDatabase;
const client = () => database.app.$client;

beforeAll(async () => {
  database = await createTestDatabase();
  await appendHistory(database.app, events);
}, 120_000);
afterAll(() => database.drop());

test.each([100, 300, 500])(
  'what a log that starts after event %i must know is what the whole log has',
  async (version) => {
    for (const viewer of ['ana', 'bob', 'nobody'])
      expect(await readLogStart(client(), { workflow, streamId, version, viewer })).toEqual(
        lateStart(whole, version, viewer),
      );
  },
);

test('a stretch follows on its start without a gap', async () => {
  const asked = { workflow, streamId, version: 200, viewer: 'ana', through: 400 };
  const part = await readLogPart(client(), asked);
  expect(unpackEvents(part.events)).toEqual(events.slice(200, 400));
  const late = new RecordLog(invoiceWorkflow, unpackEvents(part.events), {
    ...part.start,
    earlier: unpackEvents(part.start.earlier),
  });
  expect(late.state).toEqual(whole.stateAt(400));
});

test('a window of older events is told as the whole log tells it, with the state before it', async () => {
  const window = await readWindow(client(), workflow, streamId, 250);
  expect(window.after).toBe(windowSize);
  expect(window.before).toEqual(whole.stateAt(windowSize));
  const there = unpackEvents(window.events);
  expect(there).toEqual(events.slice(windowSize, 2 * windowSize));
  expect(window.narrations).toEqual(there.map(({ version }) => narrate(whole, version)));
  const last = await readWindow(client(), workflow, streamId, events.length);
  expect(last.narrations).toHaveLength(events.length - last.after);
});

test('the columns of a long slider are counted as the page counts its own', async () => {
  const columns = emptyColumns(Math.ceil(events.length / 9));
  addToColumns(columns, 9, whole.history, 0);
  expect(await readOutline(client(), { workflow, streamId, through: events.length, size: 9 })).toEqual(
    columns,
  );
});

test('an instant leads to the last event at or before it, and to none before the creation', async () => {
  const [first, , third] = events.map(({ occurredAt }) => occurredAt);
  const then = whole.events.findLast(({ occurredAt }) => occurredAt === third)?.version;
  expect(await readVersionAt(client(), streamId, third as string)).toBe(then);
  expect(await readVersionAt(client(), streamId, '2025-12-31T00:00:00Z')).toBe(0);
  expect(await readVersionAt(client(), streamId, first as string)).toBe(1);
});
