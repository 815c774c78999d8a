import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ActivityFilters, type ActivityQuery, everything } from '@/lib/activity/activity-query';
import { operationRows } from '@/lib/activity/operation-rows';
import { people } from '@/lib/invoice/testing';
import { activityRows, readActivity, readActivityBatches } from './activity';
import { knownActors, readActors } from './activity-actors';
import { readActivityDensity } from './activity-density';
import { countNews } from './activity-news';
import { isMark } from './log-mark';
import { createPerson } from './people';
import { command, createDraft, undo } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const read = (query: Partial<ActivityQuery>) =>
  readActivity(database.app, { ...everything, after: null, before: null, ...query });
const namesOf = ({ events }: Awaited<ReturnType<typeof read>>) =>
  events.map(({ event }) => `${event.streamId} ${event.version}`);

describe('filters', () => {
  let first: string;
  let second: string;
  beforeAll(async () => {
    first = await createDraft(database.app);
    await command(database.app, first, { type: 'change_details', memo: 'One' });
    await command(database.app, first, { type: 'finalize_invoice' }, { actor: people.bob });
    second = await createDraft(database.app);
    await command(database.app, second, { type: 'change_details', memo: 'Two' }, { actor: people.bob });
    await undo(database.app, second, { button: 'row', version: 2 }, { actor: people.mia });
  });

  const cases: [string, () => Partial<ActivityFilters>, () => string[]][] = [
    [
      'none: everything, newest first',
      () => ({}),
      () => [`${second} 3`, `${second} 2`, `${second} 1`, `${first} 3`, `${first} 2`, `${first} 1`],
    ],
    ['a person', () => ({ actors: ['bob'] }), () => [`${second} 2`, `${first} 3`]],
    [
      'several people',
      () => ({ actors: ['bob', 'mia'] }),
      () => [`${second} 3`, `${second} 2`, `${first} 3`],
    ],
    ['a type', () => ({ types: ['invoice.invoice_finalized'] }), () => [`${first} 3`]],
    [
      'a kind, to which what was taken back still belongs, but no undo',
      () => ({ kinds: ['edit'] }),
      () => [`${second} 2`, `${first} 2`],
    ],
    ['the kind of undo and redo', () => ({ kinds: ['undo'] }), () => [`${second} 3`]],
    [
      'two kinds',
      () => ({ kinds: ['undo', 'life'] }),
      () => [`${second} 3`, `${second} 1`, `${first} 3`, `${first} 1`],
    ],
    ['a cause', () => ({ causes: ['undo'] }), () => [`${second} 3`]],
    ['a record', () => ({ record: first }), () => [`${first} 3`, `${first} 2`, `${first} 1`]],
    ['a workflow', () => ({ workflows: ['customer'] }), () => []],
    ['a person and a kind', () => ({ actors: ['bob'], kinds: ['life'] }), () => [`${first} 3`]],
  ];
  test.each(cases)('%s', async (_, filters, expected) => {
    expect(namesOf(await read(filters()))).toEqual(expected());
  });

  test('time: from an instant on, up to but without another', async () => {
    const all = (await read({})).events.map(({ event }) => event);
    const [from, to] = [all[4]?.occurredAt ?? '', all[1]?.occurredAt ?? ''];
    const found = (await read({ from, to })).events.map(({ event }) => event.occurredAt);
    expect(found).toEqual(all.slice(2, 5).map((event) => event.occurredAt));
  });

  test('the counts over time are those of the filtered page, and say what most of them are about', async () => {
    const at = { now: new Date().toISOString(), timeZone: 'Europe/Berlin' };
    const density = await readActivityDensity(database.app, { ...everything, kinds: ['edit', 'undo'] }, at);
    expect(density?.total).toBe(3);
    expect(density?.counts.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    expect(density?.counts).toHaveLength((density?.bounds.length ?? 0) - 1);
    expect(density?.counts.filter(({ kind }) => kind !== null).length).toBeGreaterThan(0);
  });

  test('everybody who did something is there to choose, by name, with the kind they are of', async () => {
    const actors = await readActors(database.app);
    expect(actors).toEqual(
      [people.ana, people.bob, people.mia].map(({ id, kind, name }) => ({ id, kind, name, left: false })),
    );
  });

  test('who is known is told from who is not: those who did something, and who are here but did nothing yet', async () => {
    const { id } = await createPerson(database.owner, {
      name: 'New Colleague',
      email: 'new@example.com',
      password: 'a long password',
      role: 'support',
    });
    expect(await knownActors(database.app, ['nobody', 'bob', id, "'; --"])).toEqual(['bob', id]);
  });

  test('news are what came into the log since the page was read, as far as it matches', async () => {
    const page = await read({});
    expect(await countNews(database.app, everything, page.mark)).toBe(0);
    await command(database.app, first, { type: 'change_details', memo: 'Three' });
    await command(database.app, first, { type: 'change_details', memo: 'Four' }, { actor: people.bob });
    expect(await countNews(database.app, everything, page.mark)).toBe(2);
    expect(await countNews(database.app, { ...everything, actors: ['bob'] }, page.mark)).toBe(1);
    expect(isMark(page.mark)).toBe(true);
  });
});

test('a mark as long as a book never reaches the database', () =>
  expect(isMark(`1:9:${'2,'.repeat(5000)}3`)).toBe(false));

test.each(['', '1', '5:4:', '1:9:8,7', '1:9:9', '0:0:', '1:2:3;'])(
  'the mark %j of an address never reaches the database',
  (mark) => expect(isMark(mark)).toBe(false),
);

describe('paging over events of which many share an instant', () => {
  const record = randomUUID();
  const bulk = Array.from({ length: 400 }, () => randomUUID());
  beforeAll(async () => {
    // 330 events of 11 instants, and one operation over 400 records: more than one page takes.
    await database.owner.execute(sql`
      INSERT INTO events (workflow, stream_id, version, type, schema_version, payload, changes, operation_id, step,
        cause, actor_id, actor_kind, actor_name, metadata, occurred_at, recorded_at, hash)
      SELECT 'invoice', stream_id, version, 'memo_changed', 1, '{"memo":"A"}', '{}', operation_id, 0, 'command',
             'pager', 'system', 'Pager', '{}', at, at, decode('00', 'hex')
        FROM (
          SELECT md5((n % 30)::text)::uuid, n / 30 + 1, gen_random_uuid(), timestamptz '2020-01-01' + n / 30 * interval '1 hour'
            FROM generate_series(0, 329) n
          UNION ALL
          SELECT id, 1, ${record}::uuid, timestamptz '2020-01-01 05:00' FROM unnest(${sql.param(bulk)}::uuid[]) AS b(id)
        ) made (stream_id, version, operation_id, at)`);
  });

  const pager = { actors: ['pager'] };

  test('forwards and backwards, every event comes up exactly once and in one order', async () => {
    const { rows } = await database.app.execute<{ name: string }>(sql`
      SELECT stream_id || ' ' || version AS name FROM events WHERE actor_id = 'pager'
       ORDER BY occurred_at DESC, stream_id DESC, version DESC`);
    const all = rows.map((row) => row.name);
    const forwards: string[] = [];
    let page = await read(pager);
    const starts: string[] = [];
    for (;;) {
      forwards.push(...namesOf(page));
      const rowsShown = operationRows(page.events.map(({ event }) => event)).length;
      expect(rowsShown).toBeLessThanOrEqual(activityRows);
      if (!page.next) break;
      starts.push(page.next);
      page = await read({ ...pager, after: page.next });
    }
    expect(forwards).toEqual(all);

    const backwards: string[] = namesOf(page).toReversed();
    while (page.previous) {
      page = await read({ ...pager, before: page.previous });
      if (!page.previous) break;
      backwards.push(...namesOf(page).toReversed());
    }
    // The newest page is read afresh, in full; what it has beyond the rest comes before it.
    const newest = namesOf(page);
    expect([...newest.slice(0, all.length - backwards.length), ...backwards.toReversed()]).toEqual(all);
  });

  test('an operation over more records than a page takes says that it goes on', async () => {
    const pages = [await read(pager)];
    while (pages.at(-1)?.next) pages.push(await read({ ...pager, after: pages.at(-1)?.next ?? null }));
    expect(pages.some(({ continuing }) => continuing.includes(record))).toBe(true);
    expect(pages.at(-1)?.continuing).toEqual([]);
  });

  test('a file has them all once, and no more than asked for', async () => {
    const found: string[] = [];
    for await (const batch of readActivityBatches(database.app, { ...everything, ...pager }, 10_000))
      found.push(...batch.map(({ event }) => `${event.streamId} ${event.version}`));
    expect(found).toHaveLength(730);
    expect(new Set(found).size).toBe(730);
    let some = 0;
    for await (const batch of readActivityBatches(database.app, { ...everything, ...pager }, 300))
      some += batch.length;
    expect(some).toBe(300);
  });

  test('a cursor that makes no sense is the newest page', async () => {
    const newest = namesOf(await read(pager));
    for (const after of ['', 'nonsense', Buffer.from('["now", 1, 2]').toString('base64url')])
      expect(namesOf(await read({ ...pager, after }))).toEqual(newest);
  });
});
