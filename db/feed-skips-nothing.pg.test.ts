import { afterAll, beforeAll, expect, it } from 'vitest';
import { feedStart, readFeed } from './event-store';
import { command, createDraft, expectOk } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase({ max: 20 });
});
afterAll(() => test.drop());

const keyOf = (event: { streamId: string; version: number }) => `${event.streamId} ${event.version}`;

it('a reader that follows while 12 people write sees every event once, each record in its order', async () => {
  const seen: { streamId: string; version: number }[] = [];
  let cursor = feedStart;
  let writing = true;
  const follow = async () => {
    for (;;) {
      const last = !writing;
      const page = await readFeed(test.app.$client, cursor, 25);
      cursor = page.cursor;
      seen.push(...page.events);
      if (last && page.events.length === 0) return;
    }
  };
  const write = async () => {
    for (let round = 0; round < 6; round++) {
      const streamId = await createDraft(test.app);
      for (let n = 0; n < 4; n++) {
        expectOk(await command(test.app, streamId, { type: 'change_details', memo: `Memo ${round} ${n}` }));
      }
    }
  };
  const following = follow();
  await Promise.all(Array.from({ length: 12 }, write));
  writing = false;
  await following;
  const { rows } = await test.app.$client.query('SELECT stream_id AS "streamId", version FROM events');
  expect(seen).toHaveLength(rows.length);
  expect(new Set(seen.map(keyOf))).toEqual(new Set(rows.map(keyOf)));
  const versions = new Map<string, number>();
  for (const { streamId, version } of seen) {
    expect(version).toBe((versions.get(streamId) ?? 0) + 1);
    versions.set(streamId, version);
  }
});

it('an event of a transaction that began earlier and commits later is not passed over', async () => {
  const before = await createDraft(test.app);
  const slow = await test.app.$client.connect();
  try {
    // Takes its transaction id now, and its events only at commit become visible.
    await slow.query('BEGIN');
    await slow.query('SELECT pg_current_xact_id()');
    const after = await createDraft(test.app);
    const { events } = await readFeed(test.app.$client, feedStart, 10_000);
    expect(events.some((event) => event.streamId === before)).toBe(true);
    expect(events.some((event) => event.streamId === after)).toBe(false);
    await slow.query('COMMIT');
    const later = await readFeed(test.app.$client, feedStart, 10_000);
    expect(later.events.some((event) => event.streamId === after)).toBe(true);
  } finally {
    slow.release();
  }
});
