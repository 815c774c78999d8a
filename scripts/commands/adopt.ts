import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { adopt } from '../adopt/adopt';
import { MappingError, parseMapping } from '../adopt/mapping';
import { sayResult } from '../adopt/report';
import { openSource } from '../adopt/source';
import { showProgress } from '../progress';
import { UsageError, withDatabase } from './command-context';

interface Options {
  source: string;
  mapping: string;
  dryRun?: boolean;
}

/** `retrace adopt`: brings in the invoices of a plain database. Options and the mapping: docs/adopting.md. */
export function adoptCommand(): Command {
  return new Command('adopt')
    .description('bring in the invoices of another PostgreSQL database, each with the events it begins with')
    .requiredOption(
      '--source <url>',
      'the database to read, as postgresql://user:password@host:port/database',
    )
    .requiredOption('--mapping <file>', 'which tables and columns are what, as JSON')
    .option('--dry-run', 'check everything and say what would be added, without writing')
    .addHelpText(
      'after',
      '\nThe whole source is checked before anything is written. Run it again at any time: it adds what is new' +
        '\nand reports what changed at the source. The mapping is described in docs/adopting.md; an example is in' +
        '\nexamples/chinook.mapping.json.',
    )
    .action(async ({ source: url, mapping: file, dryRun = false }: Options) => {
      const mapping = asUsage(() => parseMapping(readMapping(file)));
      if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
        throw new UsageError(
          '--source is no PostgreSQL URL like postgresql://user:password@host:5432/database.',
        );
      }
      // First, so that a source that is out of reach does not start a server of ours.
      const source = await openSource(url);
      try {
        await withDatabase(async ({ db }) => {
          const since = performance.now();
          const result = await adopt({ source, mapping, db, dryRun, progress: showProgress() }).catch(
            rethrowAsUsage,
          );
          console.log(sayResult(result, (performance.now() - since) / 1000));
        });
      } finally {
        await source.close();
      }
    });
}

function readMapping(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`The mapping ${file} cannot be read: ${(error as Error).message}.`);
  }
}

function asUsage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    return rethrowAsUsage(error);
  }
}

/** A mapping that cannot be used was given to us; whatever else goes wrong is not the caller's doing. */
function rethrowAsUsage(error: unknown): never {
  if (error instanceof MappingError) throw new UsageError(error.message);
  throw error;
}
