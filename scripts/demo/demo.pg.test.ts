import { afterAll, beforeAll, expect, it } from 'vitest';
import { listPeople } from '@/db/people-list';
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database';
import { loadDemo } from '../demo';
import { bulkMistakeOn } from './bulk-mistake';
import { OfficeCalendar } from './office-calendar';
import { wrongRole } from './people';
import { stories } from './stories';
import { loadingTime } from './testing';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase({ max: 2 });
});
afterAll(() => test.drop());

it('loads the people, and invoices up to yesterday that they wrote, once', {
  timeout: loadingTime,
}, async () => {
  const lines: string[] = [];
  const load = () => loadDemo(test.app, { log: (line) => lines.push(line) });
  await load();
  await load();
  expect(lines).toEqual([
    'Loading the demo data.',
    expect.stringMatching(/^Loading \d+ demo invoices with their history\.$/),
    expect.stringMatching(/^Loaded [\d,]+ events in [\d.]+ s\.$/),
  ]);
  const { rows: counts } = await test.app.$client.query(
    `SELECT (SELECT count(*)::int FROM users) AS people,
            count(*) FILTER (WHERE users.name = actor_name OR actor_kind <> 'user')::int = count(*)::int AS known,
            max(occurred_at) < now() AS past, max(occurred_at) > now() - interval '2 days' AS fresh
       FROM events LEFT JOIN users ON users.id = events.actor_id`,
  );
  expect(counts).toEqual([{ people: 7, known: true, past: true, fresh: true }]);
  const { rows } = await test.app.$client.query('SELECT number FROM invoices WHERE stream_id = $1', [
    stories.wrongDueDate.id,
  ]);
  expect(rows).toEqual([{ number: stories.wrongDueDate.number }]);
  // The role that was granted by mistake counted on the day of the bulk mistake, and counts no more.
  const rolesAt = async (asOf: string | null) => {
    const { rows: people } = await listPeople(test.app, { search: wrongRole.person, asOf });
    return people.map(({ roles }) => roles);
  };
  const { instant } = bulkMistakeOn(OfficeCalendar.until(new Date()));
  expect(await rolesAt(instant)).toEqual([['support', wrongRole.role]]);
  expect(await rolesAt(null)).toEqual([['support']]);
});
