import { afterAll, beforeAll, expect, it } from 'vitest';
import { lineId, people } from '@/lib/invoice/testing';
import { readStream } from './event-store';
import { command, createDraft, expectOk, undo } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';
import type { WriteResult } from './write';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase({ max: 20 });
});
afterAll(() => test.drop());

it('50 writers on one record: every event is there once, in one unbroken line', async () => {
  const streamId = await createDraft(test.app, { lines: 0 });
  const writers = Array.from({ length: 50 }, (_, writer) => writer);
  const results = await Promise.all(
    writers.map((writer) =>
      command(test.app, streamId, {
        type: 'add_line',
        line: {
          id: lineId(writer + 1),
          description: `Writer ${writer}`,
          quantity: '1',
          unitPrice: 100,
          taxRate: 0,
        },
      }),
    ),
  );
  for (const result of results) expectOk(result);
  const events = await readStream(test.app.$client, streamId);
  expect(events.map((event) => event.version)).toEqual(Array.from({ length: 51 }, (_, index) => index + 1));
  const added = events
    .slice(1)
    .map((event) => Object.keys(event.changes).find((path) => path.endsWith('.id')));
  expect(new Set(added).size).toBe(50);
  const { rows } = await test.app.$client.query(
    'SELECT s.version, i.line_count, i.total_amount FROM streams s JOIN invoices i USING (stream_id) WHERE stream_id = $1',
    [streamId],
  );
  expect(rows[0]).toMatchObject({ version: 51, line_count: 50, total_amount: '5000' });
});

it('50 writers of one field: each is decided on what came before, and the value chain has no gap', async () => {
  const streamId = await createDraft(test.app);
  const memo = (n: number) => ({ type: 'change_details', memo: `Memo ${n}` }) as const;
  const writers = Array.from({ length: 50 }, (_, n) =>
    command(test.app, streamId, memo(n), { actor: people.bob }),
  );
  for (const result of await Promise.all(writers)) expectOk(result);
  const events = (await readStream(test.app.$client, streamId)).slice(1);
  expect(events).toHaveLength(50);
  for (const [index, event] of events.entries()) {
    expect(event.changes.memo?.from).toBe(index === 0 ? null : events[index - 1]?.changes.memo?.to);
  }
});

const numberOf = (result: WriteResult) =>
  expectOk(result).events.map((event) => (event.payload as { number: string }).number)[0];

it('50 finalisations at once get 50 numbers without a gap', async () => {
  const drafts = await Promise.all(Array.from({ length: 50 }, () => createDraft(test.app)));
  const results = await Promise.all(drafts.map((id) => command(test.app, id, { type: 'finalize_invoice' })));
  const expected = Array.from({ length: 50 }, (_, n) => `INV-${String(n + 1).padStart(4, '0')}`);
  expect(results.map(numberOf).toSorted()).toEqual(expected);
});

it('a record keeps its number through an undo and a new finalisation', async () => {
  const streamId = await createDraft(test.app);
  const first = await command(test.app, streamId, { type: 'finalize_invoice' });
  expectOk(await undo(test.app, streamId, { button: 'row', version: 2 }));
  const again = await command(test.app, streamId, { type: 'finalize_invoice' });
  expect(numberOf(again)).toBe(numberOf(first));
});
