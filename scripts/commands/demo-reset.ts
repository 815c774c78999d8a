import { Command } from 'commander';
import { emptyDatabase } from '@/db/empty';
import type { Settings } from '@/lib/settings';
import { loadDemo } from '../demo';
import { writeFirstRecords } from '../first-records';
import { canAsk, confirm } from './ask';
import { readSettings, UsageError, withDatabase } from './command-context';

/** `retrace demo reset`: back to the demo data as they were at first. */
export function demoResetCommand(): Command {
  return new Command('reset')
    .description('remove all people and records and load the demo data again')
    .option('--yes', 'do not ask; needed where nobody can be asked and on a database in DATABASE_URL')
    .action(async ({ yes }: { yes?: boolean }) => {
      const settings = readSettings();
      // Asked before anything is touched.
      if (!yes) await beSure(settings);
      await withDatabase(async ({ db, migrationUrl, progress }) => {
        progress(`Removing all people and records in ${placeOf(settings)}.`);
        await emptyDatabase(migrationUrl);
        await loadDemo(db, { log: progress });
        await writeFirstRecords(db, progress);
        console.log('The demo data are as they were at first.');
      });
    });
}

function placeOf({ databaseUrl, dataDir }: Settings): string {
  return databaseUrl ? `the database at ${new URL(databaseUrl).host}` : dataDir;
}

async function beSure(settings: Settings): Promise<void> {
  const effect = `This removes every person and every record in ${placeOf(settings)}`;
  if (settings.databaseUrl) {
    throw new UsageError(`${effect}, which DATABASE_URL names. If you mean it, add --yes.`);
  }
  if (!canAsk()) throw new UsageError(`${effect}. There is no terminal to ask; if you mean it, add --yes.`);
  if (!(await confirm(`${effect} and loads the demo data. Go on?`))) throw new Error('Nothing was changed.');
}
