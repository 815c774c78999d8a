import { createReadStream, existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { isHistory } from '@/db/import/history-import';
import { openRejects } from '@/db/import/rejects';
import { UnmappedColumnsError } from '@/db/import/row-reading';
import {
  type ImportMapping,
  ImportMappingError,
  importFormats,
  parseImportMapping,
} from '@/lib/import/mapping';
import { dateOrders } from '@/lib/import/timestamps';
import { importFile } from '../import/import-file';
import { sayDryRun, sayImported } from '../import/say-import';
import { showProgress } from '../progress';
import { keepHeapSmall } from '../small-heap';
import { progress, UsageError, withDatabase } from './command-context';
import { importExported } from './import-exported';

interface Options {
  case?: string;
  activity?: string;
  timestamp?: string;
  resource?: string | false;
  log?: string;
  mapping?: string;
  timezone?: string;
  dateOrder?: string;
  delimiter?: string;
  ignore?: string[];
  format?: (typeof importFormats)[number];
  rejects?: string;
  dryRun?: boolean;
}

const help = `
The file is CSV, XES (IEEE 1849) or JSON Lines, as it is or packed by gzip. Each row becomes an event of
a record, one record for each case; columns that are not named here become its fields. Columns called
"case id", "activity", "timestamp", "resource" and the like are found by their names.

The whole file is checked before anything is written. Bad rows stop it, with file, line and column, or go to
the file of --rejects. Then it is written in chunks; a run that was killed goes on when it is run again, and
the same file twice adds nothing.

JSON Lines that "retrace export" wrote become the same history again: the same records, events and hashes.

Examples:
  npm run retrace -- import orders.csv --dry-run
  npm run retrace -- import orders.csv --case order_no --activity step --timestamp at --resource clerk
  npm run retrace -- import fines.xes.gz
  npm run retrace -- import orders.csv --mapping orders.mapping.json --rejects bad-rows.csv

Times without a zone are taken as UTC, or as the zone of --timezone. All of it: docs/importing.md.`;

/** `retrace import`: brings in an event log. */
export function importCommand(): Command {
  return new Command('import')
    .description('bring in an event log: CSV, XES or JSON Lines')
    .argument('<file>', 'the log')
    .option('--case <column>', 'the column that says which case, order, ... a row belongs to')
    .option('--activity <column>', 'the column that says what happened')
    .option('--timestamp <column>', 'the column that says when')
    .option('--resource <column>', 'the column that says who or what did it')
    .option('--no-resource', 'no column says who did it')
    .option('--log <name>', 'what the log is called here (the name in the file, or the file’s)')
    .option('--mapping <file>', 'all of this as JSON')
    .option('--timezone <zone>', 'the zone of times that name none, such as Europe/Berlin (UTC)')
    .addOption(
      new Option('--date-order <order>', 'of dates such as 03/04/2026: the day or the month first').choices(
        dateOrders,
      ),
    )
    .option('--delimiter <character>', 'of CSV: a comma, a semicolon, a bar or "tab" (found in the file)')
    .option('--ignore <column...>', 'columns that do not become fields')
    .addOption(new Option('--format <format>', 'what the file is (found in the file)').choices(importFormats))
    .option('--rejects <file>', 'put bad rows into this file and bring in the others')
    .option('--dry-run', 'check everything and say what would be added, without writing')
    .addHelpText('after', help)
    .action(async (file: string, options: Options) => {
      const mapping = asUsage(() => mappingOf(options));
      expectFile(file);
      if (options.rejects !== undefined) expectRejects(options.rejects, file);
      keepHeapSmall();
      const rejects = options.rejects === undefined ? undefined : openRejects(options.rejects);
      await withDatabase(async ({ db, signal }) => {
        const since = performance.now();
        // An export of ours says itself what is what; with a mapping it is a log like any other.
        if (
          !options.format &&
          Object.keys(mapping).length === 0 &&
          (await isHistory(createReadStream(file)))
        ) {
          const exported = { dryRun: options.dryRun ?? false, progress: showProgress() };
          return console.log(await importExported(db, file, exported));
        }
        const result = await importFile({
          db,
          fileName: basename(file),
          size: statSync(file).size,
          open: () => createReadStream(file, { highWaterMark: 256 * 1024 }),
          mapping,
          format: options.format,
          rejects,
          dryRun: options.dryRun ?? false,
          progress: showProgress(),
          tell: progress,
          signal,
        })
          .catch(rethrow)
          .finally(() => rejects?.close());
        const seconds = (performance.now() - since) / 1000;
        console.log(options.dryRun ? sayDryRun(result) : sayImported(result, seconds, options.rejects));
      });
    });
}

function mappingOf({ mapping: file, ...options }: Options): ImportMapping {
  const written = file === undefined ? {} : readMapping(file);
  const said = {
    log: options.log,
    case: options.case,
    activity: options.activity,
    timestamp: options.timestamp,
    // Commander says true where the option is not given, because there is a --no-resource.
    resource:
      options.resource === false ? null : options.resource === undefined ? undefined : options.resource,
    ignore: options.ignore,
    timeZone: options.timezone,
    dateOrder: options.dateOrder,
    delimiter: options.delimiter === 'tab' ? '\t' : options.delimiter,
  };
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  return parseImportMapping({ ...written, ...Object.fromEntries(given) });
}

function readMapping(file: string): object {
  if (!existsSync(file)) throw new UsageError(`There is no mapping ${file}.`);
  try {
    const mapping: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof mapping === 'object' && mapping !== null && !Array.isArray(mapping)) return mapping;
  } catch (error) {
    throw new UsageError(`The mapping ${file} cannot be read: ${(error as Error).message}.`);
  }
  throw new UsageError(`The mapping ${file} is no JSON object.`);
}

function expectFile(file: string): void {
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
  if (!statSync(file).isFile()) throw new UsageError(`${file} is no file.`);
}

/** Where bad rows go: never over the log itself. */
function expectRejects(rejects: string, file: string): void {
  if (existsSync(rejects) && statSync(rejects).isDirectory())
    throw new UsageError(`${rejects} is a folder. Name a file for --rejects.`);
  if (!existsSync(dirname(resolve(rejects))))
    throw new UsageError(`There is no folder ${dirname(resolve(rejects))} for the file of --rejects.`);
  if (existsSync(rejects) && realpathSync(rejects) === realpathSync(file))
    throw new UsageError('--rejects names the log itself, which would be overwritten. Name another file.');
}

function asUsage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    return rethrow(error);
  }
}

/** What cannot be understood was given to us; a bad file or a busy database is not the caller's doing. */
function rethrow(error: unknown): never {
  if (error instanceof ImportMappingError) throw new UsageError(error.message);
  if (error instanceof UnmappedColumnsError) {
    const flags = error.missing.map((role) =>
      ['case', 'activity', 'timestamp'].includes(role) ? ` --${role} COLUMN` : '',
    );
    throw new UsageError(`${error.message}${flags.join('') && ` Say it with${flags.join('')}.`}`);
  }
  throw error;
}
