import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { asSuperuser } from '@/test/postgres-setup';
import { isBehind, type NewsItem, readFeedEnd } from './feed-news';
import { LiveFeed, newsBetween } from './live-feed';
import { gone, here } from './presence';
import { command, createDraft, expectOk } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A listener at a process of its own. */
async function listen() {
  const heard: NewsItem[] = [];
  const moved: string[] = [];
  const feed = new LiveFeed(database.app, database.appUrl);
  const lost = vi.fn();
  const { from, stop } = await feed.subscribe({
    hear: (news) => heard.push(...news),
    peopleMoved: (id) => moved.push(id),
    lost,
  });
  stops.push(stop);
  return { heard, moved, from, feed, lost };
}

const memo = (text: string) => ({ type: 'change_details', memo: text }) as const;
const told = (news: readonly NewsItem[], streamId: string) =>
  news.filter((item) => item.streamId === streamId).map(({ version }) => version);

test('every process hears of what any of them appends, in order and once', async () => {
  const [one, other] = await Promise.all([listen(), listen()]);
  const streamId = await createDraft(database.app);
  for (const text of ['A', 'B', 'C']) expectOk(await command(database.app, streamId, memo(text)));
  for (const { heard } of [one, other])
    await vi.waitFor(() => expect(told(heard, streamId)).toEqual([1, 2, 3, 4]), 10_000);
  expect(one.heard.at(-1)).toMatchObject({
    workflow: 'invoice',
    type: 'memo_changed',
    actorName: 'Ana Novak',
  });
});

test('many writers at once: nothing is left out and nothing comes twice', async () => {
  const { heard, from } = await listen();
  const ids = Array.from({ length: 30 }, () => randomUUID());
  const streams = await Promise.all(ids.map(() => createDraft(database.app)));
  await Promise.all(streams.map((streamId) => command(database.app, streamId, memo('A'))));
  const ours = () => heard.filter(({ streamId }) => streams.includes(streamId));
  await vi.waitFor(() => expect(ours()).toHaveLength(60), 10_000);
  expect(new Set(ours().map(({ streamId, version }) => `${streamId} ${version}`)).size).toBe(60);
  expect(heard.every((item, index) => isBehind(heard[index - 1]?.cursor ?? from, item.cursor))).toBe(true);
});

test('who comes back reads what they missed, up to where they hear again', async () => {
  const before = await readFeedEnd(database.app.$client);
  const streamId = await createDraft(database.app);
  expectOk(await command(database.app, streamId, memo('A')));
  const { heard, from } = await listen();
  expectOk(await command(database.app, streamId, memo('B')));
  const missed: NewsItem[] = [];
  for await (const news of newsBetween(database.app, before, from)) missed.push(...news);
  await vi.waitFor(() => expect(told([...missed, ...heard], streamId)).toEqual([1, 2, 3]), 10_000);
});

test('a listener whose connection is cut is told, and goes on from where it was', async () => {
  const { heard, moved, from, feed, lost } = await listen();
  const streamId = await createDraft(database.app);
  await vi.waitFor(() => expect(told(heard, streamId)).toEqual([1]), 10_000);
  await asSuperuser(database.superuserUrl, [
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'retrace: live' AND datname = current_database()`,
  ]);
  await vi.waitFor(() => expect(lost).toHaveBeenCalledOnce(), 10_000);
  expectOk(await command(database.app, streamId, memo('A')));
  const back = await feed.subscribe({
    hear: (news) => heard.push(...news),
    peopleMoved: (id) => moved.push(id),
    lost,
  });
  stops.push(back.stop);
  for await (const news of newsBetween(database.app, heard.at(-1)?.cursor ?? from, back.from))
    heard.push(...news);
  expectOk(await command(database.app, streamId, memo('B')));
  await vi.waitFor(() => expect(told(heard, streamId)).toEqual([1, 2, 3]), 10_000);
});

test('who has a record open is known to the others there, and told when it changes', async () => {
  const { moved } = await listen();
  const streamId = randomUUID();
  const at = (name: string, tab = randomUUID()) => ({ tab, streamId, person: { id: name, name } });
  const ana = at('Ana Novak');
  expect(await here(database.app, ana)).toEqual({ others: [] });
  await vi.waitFor(() => expect(moved).toEqual([streamId]), 10_000);
  const bob = at('Bob Ekdahl');
  expect(await here(database.app, bob)).toEqual({ others: ['Ana Novak'] });
  await vi.waitFor(() => expect(moved).toHaveLength(2), 10_000);
  // Speaking again, or in a second tab of one's own, is no news of somebody else.
  expect(await here(database.app, ana)).toEqual({ others: ['Bob Ekdahl'] });
  expect(await here(database.app, at('Ana Novak'))).toEqual({ others: ['Bob Ekdahl'] });
  await gone(database.app, bob.tab, 'Ana Novak');
  expect(await here(database.app, ana)).toEqual({ others: ['Bob Ekdahl'] });
  await gone(database.app, bob.tab, 'Bob Ekdahl');
  expect(await here(database.app, ana)).toEqual({ others: [] });
  await vi.waitFor(() => expect(moved.length).toBeGreaterThanOrEqual(4), 10_000);
});
