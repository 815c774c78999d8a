import { installationSecret, migrate } from '@/db/migrate';
import type { Settings } from '@/lib/settings';
import { openEmbeddedPostgres } from './embedded-postgres';

/** The database in use, migrated, whoever runs its server. */
export interface OpenDatabase {
  appUrl: string;
  migrationUrl: string;
  /** Only with the embedded server. */
  superuserUrl?: string;
  /** Leaves the server; the embedded one stops when nobody else uses it. */
  release(): Promise<void>;
}

/** Starts or attaches to the embedded server, or takes the user's own. Does not migrate. `keepRunning` is for the embedded one. */
export async function openDatabase(
  settings: Settings,
  log: (line: string) => void,
  { keepRunning = false } = {},
): Promise<OpenDatabase> {
  if (settings.databaseUrl) {
    const migrationUrl = settings.migrationDatabaseUrl ?? settings.databaseUrl;
    return { appUrl: settings.databaseUrl, migrationUrl, release: async () => undefined };
  }
  const server = await openEmbeddedPostgres({ dataDir: settings.dataDir, log, keepRunning });
  return {
    appUrl: server.appUrl,
    migrationUrl: server.ownerUrl,
    superuserUrl: server.superuserUrl,
    release: server.release,
  };
}

/** Brings the database up to date and returns the secret the app signs sessions with. */
export async function prepareDatabase(database: OpenDatabase, log: (line: string) => void): Promise<string> {
  const { appUrl, migrationUrl } = database;
  try {
    await migrate({ migrationUrl, appUrl, log });
    return await installationSecret(migrationUrl);
  } catch (error) {
    const { host } = new URL(migrationUrl);
    throw new Error(`The database at ${host} could not be brought up to date.`, { cause: error });
  }
}
