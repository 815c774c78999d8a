import { randomBytes } from 'node:crypto';
import { connect } from '@/db/client';
import { startThrowawayPostgres } from '@/scripts/throwaway-postgres';
import { whyNotLocal } from './local-only';

/** The PostgreSQL that all contestants share, each in a database of its own. */
export interface BenchServer {
  version: string;
  /** Settings that decide what a commit costs. */
  settings: Record<string, string>;
  createDatabase(name: string): Promise<string>;
  settle(): Promise<void>;
  /** Removes the databases, and the server if it is ours. */
  close(): Promise<void>;
}

const telling = ['fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers', 'max_connections'];

/**
 * The server of DATABASE_URL, whose role must be able to create databases, or else a throwaway one with the binaries
 * and the settings that `npm start` uses: what is committed is on disk. Throws for a server on another machine.
 */
export async function openBenchServer(environment: Record<string, string | undefined>): Promise<BenchServer> {
  // The role that may create tables, where there are two.
  const given = environment.MIGRATION_DATABASE_URL || environment.DATABASE_URL;
  const refused = given && whyNotLocal(given, environment);
  if (refused) throw new Error(refused);
  const throwaway = given ? undefined : await startThrowawayPostgres({});
  const url = given ?? throwaway?.superuserUrl ?? '';
  const { $client: admin } = connect(url, { max: 1, applicationName: 'retrace bench' });
  const run = `retrace_bench_${randomBytes(3).toString('hex')}`;
  const created: string[] = [];
  const close = async () => {
    try {
      for (const name of created) await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    } finally {
      await admin.end();
      await throwaway?.stop();
    }
  };
  try {
    const settings = await readSettings(admin);
    const mayCheckpoint = await admin.query<{ may: boolean }>(
      "SELECT pg_has_role('pg_checkpoint', 'USAGE') AS may",
    );
    return {
      version: settings.server_version ?? '',
      settings: Object.fromEntries(telling.map((name) => [name, settings[name] ?? ''])),
      createDatabase: async (name) => {
        const database = `${run}_${name}`;
        await admin.query(`CREATE DATABASE ${database}`);
        created.push(database);
        const own = new URL(url);
        own.pathname = `/${database}`;
        return own.href;
      },
      settle: async () => {
        if (mayCheckpoint.rows[0]?.may) await admin.query('CHECKPOINT');
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function readSettings(admin: ReturnType<typeof connect>['$client']): Promise<Record<string, string>> {
  const { rows } = await admin.query<{ name: string; value: string }>(
    'SELECT name, current_setting(name) AS value FROM pg_settings WHERE name = ANY($1)',
    [['server_version', ...telling]],
  );
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}
