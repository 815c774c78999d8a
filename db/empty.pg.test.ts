import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabase } from './empty';
import { installationSecret } from './migrate';
import { createPerson } from './people';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

test('empties every table but what the installation is set up with, and leaves the log closed and other tables alone', async () => {
  const person = {
    name: 'Ana Novak',
    email: 'ana@example.com',
    role: 'support',
    password: 'a long password',
  };
  await createPerson(database.app, { ...person, role: 'support' });
  await database.owner.execute(sql`CREATE TABLE not_ours AS SELECT 1 AS one`);
  const secret = await installationSecret(database.ownerUrl);

  await database.owner.execute(sql`UPDATE number_series SET next = 41`);

  await emptyDatabase(database.ownerUrl);

  const { rows: tables } = await database.owner.execute<{ name: string }>(
    sql`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  const filled: string[] = [];
  for (const { name } of tables) {
    const { rowCount } = await database.owner.execute(sql`SELECT 1 FROM ${sql.identifier(name)} LIMIT 1`);
    if (rowCount) filled.push(name);
  }
  expect(filled.sort()).toEqual([
    ...['analytics_generations', 'installation', 'not_ours', 'number_series', 'repeatable_migrations'],
  ]);
  const { rows: counted } = await database.owner.execute(
    sql`SELECT DISTINCT tx::text, position::int, events::int FROM analytics_generations`,
  );
  expect(counted).toEqual([{ tx: '0', position: 0, events: 0 }]);
  expect(await installationSecret(database.ownerUrl)).toBe(secret);
  const { rows: series } = await database.owner.execute(sql`SELECT DISTINCT next::int FROM number_series`);
  expect(series).toEqual([{ next: 1 }]);
  await expect(database.owner.execute(sql`DELETE FROM events`)).rejects.toMatchObject({
    cause: { message: expect.stringContaining('Events are never changed or removed') },
  });
});
