import { existsSync } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serverProcesses } from './crash-test/server-processes';
import {
  discardEmbeddedPostgres,
  type EmbeddedPostgres,
  findEmbeddedPostgres,
  openEmbeddedPostgres,
} from './embedded-postgres';
import { temporaryFolder } from './throwaway-postgres';

let dataDir: string;

beforeEach(() => {
  dataDir = temporaryFolder();
});

afterEach(() => discardEmbeddedPostgres(dataDir));

function open(): Promise<EmbeddedPostgres> {
  return openEmbeddedPostgres({ dataDir, log: () => undefined, settings: { fsync: 'off' } });
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function postmasterPid({ folder }: EmbeddedPostgres): Promise<number> {
  return Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

describe('the embedded PostgreSQL', () => {
  test('keeps its data when it is stopped and started again', async () => {
    const first = await open();
    await query(first.ownerUrl, "CREATE TABLE kept AS SELECT 'still here' AS what");
    await first.release();
    expect(await findEmbeddedPostgres(dataDir)).toBeUndefined();

    const second = await open();
    expect(await query(second.ownerUrl, 'SELECT what FROM kept')).toEqual([{ what: 'still here' }]);
    await second.release();
  });

  test('is shared: whoever leaves last stops it', async () => {
    const first = await open();
    const second = await open();
    expect(second.appUrl).toBe(first.appUrl);
    expect((await findEmbeddedPostgres(dataDir))?.appUrl).toBe(first.appUrl);

    await first.release();
    expect(await query(second.appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.release();
    expect(await findEmbeddedPostgres(dataDir)).toBeUndefined();
  });

  test('is made and started once when several ask at the same moment', async () => {
    const all = await Promise.all([open(), open(), open()]);
    expect(new Set(all.map(({ appUrl }) => appUrl)).size).toBe(1);
    await Promise.all(all.map((server) => server.release()));
    expect(await findEmbeddedPostgres(dataDir)).toBeUndefined();
  });

  test('recovers from being killed', async () => {
    const killed = await open();
    await query(killed.ownerUrl, "CREATE TABLE kept AS SELECT 'still here' AS what");
    process.kill(await postmasterPid(killed), 'SIGKILL');

    const recovered = await open();
    expect(await query(recovered.ownerUrl, 'SELECT what FROM kept')).toEqual([{ what: 'still here' }]);
    await recovered.release();
    // Its server is gone; leaving must not fail over that.
    await killed.release();
  });

  test('is started again on the same port when it is killed while the app runs', async () => {
    const said: string[] = [];
    const kept = await openEmbeddedPostgres({ dataDir, log: (line) => said.push(line), keepRunning: true });
    await query(kept.ownerUrl, "CREATE TABLE kept AS SELECT 'still here' AS what");
    serverProcesses(kept.folder).kill();
    await expect
      .poll(() => query(kept.appUrl, 'SELECT 1 AS one').catch(() => undefined), { timeout: 60_000 })
      .toEqual([{ one: 1 }]);
    expect(await query(kept.ownerUrl, 'SELECT what FROM kept')).toEqual([{ what: 'still here' }]);
    await expect.poll(() => said.at(-1)).toBe('PostgreSQL runs again.');
    await kept.release();
    expect(await findEmbeddedPostgres(dataDir)).toBeUndefined();
    // Recovery takes as long as the disk lets it, on a busy machine many seconds.
  }, 90_000);

  test('a server that runs on a deleted folder does no harm to the next one', async () => {
    const deleted = await open();
    await rm(join(deleted.folder, 'postgres'), { recursive: true });

    const fresh = await open();
    expect(await postmasterPid(fresh)).toBeGreaterThan(0);
    await fresh.release();
    const again = await open();
    expect(await query(again.appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await again.release();
  });

  test('shows its passwords to nobody, and the two roles can do no more than they should', async () => {
    const server = await open();
    const mode = (await stat(join(server.folder, 'passwords.json'))).mode & 0o777;
    expect(mode.toString(8)).toBe('600');

    const roles = await query(
      server.superuserUrl,
      "SELECT rolname, rolsuper, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname LIKE 'retrace%' ORDER BY 1",
    );
    const nothing = { rolsuper: false, rolcreaterole: false, rolcreatedb: false };
    expect(roles).toEqual([
      { rolname: 'retrace_app', ...nothing },
      { rolname: 'retrace_owner', ...nothing },
    ]);
    const wrong = server.appUrl.replace(/:[^:@]+@/, ':wrong@');
    await expect(query(wrong, 'SELECT 1')).rejects.toThrow('password authentication failed');
    await server.release();
    expect(existsSync(join(server.folder, 'postgres', 'postmaster.pid'))).toBe(false);
  });
});
