import { Command } from 'commander';
import { findEmbeddedPostgres } from '../embedded-postgres';
import { readSettings } from './command-context';

/** `retrace db-url`: for psql and other tools. Prints the URL and nothing else; starts nothing. */
export function dbUrlCommand(): Command {
  return new Command('db-url')
    .description("print the app's URL of the database in use, for psql and other tools")
    .action(async () => {
      const settings = readSettings();
      if (settings.databaseUrl) return console.log(settings.databaseUrl);
      const running = await findEmbeddedPostgres(settings.dataDir);
      if (!running) {
        throw new Error(
          `No database is running on ${settings.dataDir}. Start Retrace with npm start, or set DATABASE_URL.`,
        );
      }
      console.log(running.appUrl);
    });
}
