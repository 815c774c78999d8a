import { parseArgs } from 'node:util';
import type { Limit } from './measure';

export interface BenchOptions {
  runs: number;
  limit: Limit;
  /** Connections of each contestant. */
  pool: number;
  /** Commands under way at the same time. */
  atOnce: number;
  /** Length of the record that is folded. */
  events: number;
  /** Nothing but the fold, which needs no database. */
  foldOnly: boolean;
  /** Nothing but the lists of past moments. */
  asOfOnly: boolean;
  /** Nothing but the import of a log beside COPY. */
  importOnly: boolean;
  /** How many rows that log has. */
  rows: number;
  /** How many invoices those have, with ten versions each. */
  invoices: number;
  /** Nothing but the analytics. */
  analyticsOnly: boolean;
  /** Over about how many events those are. */
  acts: number;
  /** Where the results go. */
  json: string;
}

export const usage = `Usage: npm run bench [-- <options>]
  --runs <n>       measured runs of each contestant (5)
  --seconds <n>    length of each run (5), or
  --commands <n>   commands in each run
  --pool <n>       connections of each (10)
  --at-once <n>    commands under way at the same time (20)
  --events <n>     events of the invoice that is folded (10000)
  --fold-only      nothing but the fold, which needs no database
  --as-of-only     nothing but the lists of past moments
  --import-only    nothing but the import of a log, beside COPY of the same rows
  --rows <n>       rows of that log (200000)
  --invoices <n>   invoices that those have, with ten versions each (100000)
  --analytics-only nothing but the analytics: rebuild and pages
  --acts <n>       events that those count (1000000)
  --json <path>    where the results go (bench/results/latest.json)
It uses the server of DATABASE_URL if that is on this machine, else a PostgreSQL of its own.`;

/** Throws with a sentence for what it does not understand. */
export function parseOptions(args: readonly string[]): BenchOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: 'string', default: '5' },
      seconds: { type: 'string' },
      commands: { type: 'string' },
      pool: { type: 'string', default: '10' },
      'at-once': { type: 'string', default: '20' },
      events: { type: 'string', default: '10000' },
      'fold-only': { type: 'boolean', default: false },
      'as-of-only': { type: 'boolean', default: false },
      'import-only': { type: 'boolean', default: false },
      rows: { type: 'string', default: '200000' },
      invoices: { type: 'string', default: '100000' },
      'analytics-only': { type: 'boolean', default: false },
      acts: { type: 'string', default: '1000000' },
      json: { type: 'string', default: 'bench/results/latest.json' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  if (values.seconds && values.commands)
    throw new Error('Give --seconds or --commands: a run ends by the one or by the other.');
  const limit: Limit = values.commands
    ? { commands: whole('commands', values.commands, 10_000_000) }
    : { seconds: whole('seconds', values.seconds ?? '5', 600) };
  return {
    runs: whole('runs', values.runs, 100),
    limit,
    pool: whole('pool', values.pool, 90),
    atOnce: whole('at-once', values['at-once'], 1000),
    events: whole('events', values.events, 1_000_000),
    foldOnly: values['fold-only'],
    asOfOnly: values['as-of-only'],
    importOnly: values['import-only'],
    rows: whole('rows', values.rows, 100_000_000),
    invoices: whole('invoices', values.invoices, 1_000_000),
    analyticsOnly: values['analytics-only'],
    acts: whole('acts', values.acts, 10_000_000),
    json: values.json,
  };
}

function whole(name: string, text: string, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= most) return value;
  throw new Error(`--${name} is "${text}"; expected a whole number from 1 to ${most}.`);
}
