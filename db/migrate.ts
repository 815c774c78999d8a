import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import { Client } from 'pg';
import { applyRepeatables } from './repeatables';

export interface MigrateOptions {
  /** Connects as the role that owns the tables. */
  migrationUrl: string;
  /** Connects as the role the app uses; it is only granted what it may do, never connected as. */
  appUrl: string;
  log: (line: string) => void;
  /** Folders other than the project's own, for tests. */
  migrationsFolder?: string;
  sqlFolder?: string;
}

/** Any number will do, as long as nobody else takes this lock in Retrace's database. */
const migrationLock = 7_382_003;

/**
 * Brings a database up to date: tables (`db/migrations`), functions, triggers and views (`db/sql`), the app
 * role's rights, and the row that holds this installation's secret. Changes nothing when nothing is to do; of two
 * processes at once the second waits.
 */
export async function migrate(options: MigrateOptions): Promise<void> {
  const { migrationUrl, appUrl, log } = options;
  const client = new Client({
    connectionString: migrationUrl,
    application_name: 'retrace: migrate',
    connectionTimeoutMillis: 5000,
    options: '-c timezone=UTC',
  });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await runMigrations(drizzle(client), {
      migrationsFolder: options.migrationsFolder ?? folder('./migrations'),
    });
    const applied = await applyRepeatables(client, options.sqlFolder ?? folder('./sql'));
    if (applied.length) log(`Applied ${applied.join(', ')} from db/sql.`);
    await grantApp(client, roleOf(migrationUrl), roleOf(appUrl), log);
    await client.query('INSERT INTO installation (auth_secret) VALUES ($1) ON CONFLICT DO NOTHING', [
      randomBytes(32).toString('base64url'),
    ]);
  } finally {
    // Ends the session, and with it the lock.
    await client.end();
  }
}

/** The secret that signs this installation's sessions; made by `migrate`, the same for every process. */
export async function installationSecret(url: string): Promise<string> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ auth_secret: string }>('SELECT auth_secret FROM installation');
    const secret = rows[0]?.auth_secret;
    if (!secret) throw new Error('The table "installation" is empty: this database has not been migrated.');
    return secret;
  } finally {
    await client.end();
  }
}

async function grantApp(
  client: Client,
  ownerRole: string,
  appRole: string,
  log: (line: string) => void,
): Promise<void> {
  if (ownerRole === appRole) {
    log(
      'Warning: the app role owns its tables, so the database cannot enforce that events are append-only; ' +
        'set MIGRATION_DATABASE_URL to a separate owner.',
    );
    return;
  }
  const { rows } = await client.query(
    "SELECT to_regprocedure('retrace_grant_app(text)') IS NOT NULL AS defined",
  );
  if (rows[0].defined) await client.query('SELECT retrace_grant_app($1)', [appRole]);
}

/** The role a connection URL names. */
function roleOf(url: string): string {
  return new Client({ connectionString: url }).user ?? '';
}

function folder(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
