import { existsSync } from 'node:fs';
import { connect, type Database } from '@/db/client';
import { parseSettings, type Settings } from '@/lib/settings';
import { openDatabase, prepareDatabase } from '../open-database';
import { shutdownSignal } from '../shutdown';

/** What a command works with. Results go to standard output, everything else to standard error. */
export interface CommandContext {
  settings: Settings;
  db: Database;
  appUrl: string;
  migrationUrl: string;
  /** Aborted by Ctrl+C. */
  signal: AbortSignal;
  progress(line: string): void;
}

/** A command was given something it cannot work with: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export function progress(line: string): void {
  console.error(line);
}

/** The settings, from the environment and .env. */
export function readSettings(): Settings {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return parseSettings(process.env);
}

/**
 * Runs a command on the database, brought up to date. The embedded server is attached to or, when Retrace is not
 * running, started, and stopped again afterwards, on Ctrl+C too.
 */
export async function withDatabase(work: (context: CommandContext) => Promise<void>): Promise<void> {
  const settings = readSettings();
  const signal = shutdownSignal();
  const database = await openDatabase(settings, progress);
  try {
    await prepareDatabase(database, progress);
    const { appUrl, migrationUrl } = database;
    const db = connect(appUrl, { max: 4, applicationName: 'retrace: command line' });
    try {
      const stopped = new Promise<never>((_, reject) => {
        if (signal.aborted) reject(signal.reason);
        signal.addEventListener('abort', () => reject(signal.reason));
      });
      await Promise.race([work({ settings, db, appUrl, migrationUrl, signal, progress }), stopped]);
    } finally {
      // A command that was interrupted may still hold connections: the pool closes when they are given back, and
      // the end of this process closes them in any case.
      const closed = db.$client.end();
      if (!signal.aborted) await closed;
    }
  } finally {
    await database.release();
  }
}
