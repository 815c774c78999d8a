import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installationSecret, migrate } from './migrate';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;
let sqlFolder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  sqlFolder = await mkdtemp(join(tmpdir(), 'retrace-sql-'));
  await cp(new URL('./sql', import.meta.url), sqlFolder, { recursive: true });
});

afterAll(async () => {
  await database.drop();
  await rm(sqlFolder, { recursive: true });
});

/** Migrates again, with this test's SQL folder; returns what was said. */
async function migrateAgain(): Promise<string[]> {
  const said: string[] = [];
  await migrate({
    migrationUrl: database.ownerUrl,
    appUrl: database.appUrl,
    log: (line) => said.push(line),
    sqlFolder,
  });
  return said;
}

async function answer(): Promise<unknown> {
  const { rows } = await database.owner.execute(sql`SELECT the_answer() AS answer`);
  return rows[0]?.answer;
}

describe('migrate', () => {
  test('changes nothing and keeps the secret when everything is up to date', async () => {
    const before = await installationSecret(database.ownerUrl);
    expect(await migrateAgain()).toEqual([]);
    expect(await installationSecret(database.ownerUrl)).toBe(before);
    expect(before.length).toBeGreaterThanOrEqual(43);
  });

  test('applies a new SQL object, and applies it again only when its text changes', async () => {
    const file = join(sqlFolder, 'the-answer.sql');
    const answering = (value: number) =>
      `CREATE OR REPLACE FUNCTION the_answer() RETURNS int LANGUAGE sql AS 'SELECT ${value}';`;

    await writeFile(file, answering(41));
    expect(await migrateAgain()).toEqual(['Applied the-answer.sql from db/sql.']);
    expect(await answer()).toBe(41);
    expect(await migrateAgain()).toEqual([]);

    await writeFile(file, answering(42));
    expect(await migrateAgain()).toEqual(['Applied the-answer.sql from db/sql.']);
    expect(await answer()).toBe(42);
  });

  test('a broken SQL object is named, changes nothing, and lets a mended one follow', async () => {
    const file = join(sqlFolder, 'zz-broken.sql');
    await writeFile(file, 'CREATE TABLE half_done (); SELECT nonsense;');
    await expect(migrateAgain()).rejects.toThrow(/zz-broken\.sql could not be applied: .*nonsense/);
    const { rows } = await database.owner.execute(sql`SELECT to_regclass('half_done') AS found`);
    expect(rows[0]?.found).toBeNull();

    await writeFile(file, 'SELECT 1;');
    expect(await migrateAgain()).toEqual(['Applied zz-broken.sql from db/sql.']);
  });

  test('two at once take turns', async () => {
    await writeFile(join(sqlFolder, 'turns.sql'), 'CREATE TABLE made_once ();');
    const said = await Promise.all([migrateAgain(), migrateAgain()]);
    expect(said.flat()).toEqual(['Applied turns.sql from db/sql.']);
  });

  test('says so when the app would own its tables', async () => {
    const said: string[] = [];
    await migrate({
      migrationUrl: database.ownerUrl,
      appUrl: database.ownerUrl,
      log: (line) => said.push(line),
      sqlFolder,
    });
    expect(said).toEqual([expect.stringContaining('set MIGRATION_DATABASE_URL to a separate owner')]);
  });

  test('the app may not make tables', async () => {
    const refused = database.app.execute(sql`CREATE TABLE sneaky ()`);
    const insufficientPrivilege = '42501';
    await expect(refused).rejects.toMatchObject({ cause: { code: insufficientPrivilege } });
  });
});
