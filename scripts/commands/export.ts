import { Command, Option } from 'commander';
import { z } from 'zod';
import { activityWhere } from '@/db/activity-filters';
import { readClock } from '@/db/bulk-append';
import type { Database } from '@/db/client';
import { readSettings } from '@/db/heads';
import { readLogBatches } from '@/db/log-export';
import { readStateBatches } from '@/db/state-export';
import { tellStored } from '@/db/told-events';
import { type ActivityFilters, everything } from '@/lib/activity/activity-query';
import { eventCsv } from '@/lib/activity/export-table';
import { addDays, dayStart, momentOf } from '@/lib/calendar-spans';
import { type EventFormat, eventFormats } from '@/lib/event-formats';
import { exportFormats, exportText, type FileFormat, tableFile } from '@/lib/export-format';
import { logFile } from '@/lib/log-file/event-file';
import { stateTable } from '@/lib/log-file/state-table';
import { type PastSense, pastSenses } from '@/lib/past-sense';
import { workflows } from '@/lib/workflows';
import { keepHeapSmall } from '../small-heap';
import { writeTexts } from '../write-texts';
import { UsageError, withDatabase } from './command-context';
import { findRecordId } from './find-record';

interface Options {
  format: EventFormat;
  workflow?: string;
  record?: string;
  since?: string;
  until?: string;
  states?: boolean;
  asOf?: string;
  sense: PastSense;
  out?: string;
}

/** `retrace export`: the events of the log, or the states of a moment, as a file. See docs/exporting.md. */
export function exportCommand(): Command {
  return new Command('export')
    .description('write events, or the records as of a moment, to a file or to standard output')
    .addOption(new Option('--format <format>', 'how').choices([...eventFormats]).default('csv'))
    .option('--workflow <name>', `only records of one kind: ${Object.keys(workflows).join(', ')}`)
    .option('--record <record>', 'only one record: an invoice’s number, or the id of any record')
    .option('--since <moment>', 'only events that happened then or later')
    .option('--until <moment>', 'only events that happened before; of a day its end')
    .option('--states', 'the records as they were, instead of the events; as csv or jsonl')
    .option('--as-of <moment>', 'of which moment, with --states; else now')
    .addOption(
      new Option('--sense <sense>', 'as it was, or only with what was known then, with --states')
        .choices([...pastSenses])
        .default('was'),
    )
    .option('--out <file>', 'the file; it is there once it is complete')
    .addHelpText(
      'after',
      '\nA moment is a day of the company’s calendar, such as 2026-11-23, or an instant with its zone, such as' +
        '\n2026-11-23T14:13:00Z or 2026-11-23T14:13:00+01:00.' +
        '\njsonl has everything: `retrace import` makes the same history of it in another database.',
    )
    .action(async (options: Options) => {
      refuseNonsense(options);
      keepHeapSmall();
      await withDatabase(async ({ db, progress }) => {
        const { texts, count } = await (options.states ? statesOf(db, options) : eventsOf(db, options));
        await writeTexts(texts, options.out);
        const what = options.states ? 'records' : 'events';
        progress(`${count().toLocaleString('en-US')} ${what}${options.out ? ` in ${options.out}` : ''}.`);
      });
    });
}

function refuseNonsense({ format, workflow, states, asOf, sense, since, until }: Options): void {
  if (workflow !== undefined && !Object.hasOwn(workflows, workflow))
    throw new UsageError(
      `There is no workflow “${workflow}”. There are ${Object.keys(workflows).join(', ')}.`,
    );
  if (states && !exportFormats.some((each) => each === format))
    throw new UsageError(
      `States can be had as ${exportFormats.join(' or ')}; ${format} is for events. Leave --states out.`,
    );
  if (!states && (asOf !== undefined || sense !== 'was'))
    throw new UsageError('--as-of and --sense are for --states. For events there are --since and --until.');
  if (states && (since !== undefined || until !== undefined))
    throw new UsageError('--since and --until are for events. With --states there is --as-of.');
}

interface Exported {
  texts: AsyncIterable<string>;
  /** How many rows there were, once they are written. */
  count(): number;
}

async function eventsOf(db: Database, options: Options): Promise<Exported> {
  const { timeZone } = await readSettings(db.$client);
  const filters: ActivityFilters = {
    ...everything,
    workflows: options.workflow ? [options.workflow] : [],
    record: options.record ? await findRecordId(db, options.record) : null,
    from: options.since ? startOf('--since', options.since, timeZone) : null,
    to: options.until ? endOf('--until', options.until, timeZone) : null,
  };
  const batches = readLogBatches(db, activityWhere(filters));
  if (options.format === 'csv') return counted(eventCsv(timeZone), tellStored(db, batches));
  return counted(logFile(options.format), batches);
}

async function statesOf(db: Database, { format, workflow, record, asOf, sense }: Options): Promise<Exported> {
  const { timeZone } = await readSettings(db.$client);
  const query = {
    workflow: workflow ?? null,
    record: record ? await findRecordId(db, record) : null,
    asOf: asOf ? momentOf(instantOrDay('--as-of', asOf), timeZone) : await readClock(db.$client),
    sense,
  };
  const batches = readStateBatches(db, query);
  const first = await batches.next();
  const alike = workflow || record ? (first.value?.[0] ?? null) : null;
  const table = stateTable(timeZone, sense, alike);
  return counted(
    tableFile(format === 'csv' ? 'csv' : 'jsonl', table),
    first.done ? batches : from(first.value, batches),
  );
}

async function* from<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

function counted<Row>(format: FileFormat<Row>, batches: AsyncIterable<readonly Row[]>): Exported {
  let count = 0;
  const counting = async function* () {
    for await (const rows of batches) {
      count += rows.length;
      yield rows;
    }
  };
  return { texts: exportText(format, counting()), count: () => count };
}

const instant = z.iso.datetime({ offset: true });
const day = z.iso.date();

/** A day as it is, an instant in UTC. */
function instantOrDay(option: string, text: string): string {
  if (day.safeParse(text).success) return text;
  if (!instant.safeParse(text).success)
    throw new UsageError(
      `${option} is a day such as 2026-11-23, or an instant with its zone such as 2026-11-23T14:13:00Z; “${text}” is neither.`,
    );
  return text;
}

const startOf = (option: string, text: string, timeZone: string): string => {
  const asked = instantOrDay(option, text);
  return asked.length > 10 ? asked : dayStart(asked, timeZone);
};

/** Without it: of a day, the first instant of the next one. */
function endOf(option: string, text: string, timeZone: string): string {
  const asked = instantOrDay(option, text);
  return asked.length > 10 ? asked : dayStart(addDays(asked, 1), timeZone);
}
