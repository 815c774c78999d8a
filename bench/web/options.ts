import { parseArgs } from 'node:util';
import { whyNotLocal } from '../local-only';

export interface WebBenchOptions {
  /** Visits of each page, each in a browser without a cache. */
  visits: number;
  /** Events of the invoice that is dragged over. */
  events: number;
  /** Seconds of dragging. */
  seconds: number;
  /** Where the results go as JSON; null for nowhere. */
  json: string | null;
}

export const usage = `Usage: npm run bench:web [-- <options>]
  --visits <n>     visits of each page (3)
  --events <n>     events of the invoice that is dragged over (10000)
  --seconds <n>    how long it is dragged (8)
  --json <path>    writes the results there too
It starts an app and a PostgreSQL of its own, with demo data, and stops both.`;

/**
 * Throws with a sentence for what it does not understand, and where the environment names a database on another machine:
 * whoever set it may think that this is what would be measured.
 */
export function parseWebOptions(
  args: readonly string[],
  environment: Record<string, string | undefined>,
): WebBenchOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      visits: { type: 'string', default: '3' },
      events: { type: 'string', default: '10000' },
      seconds: { type: 'string', default: '8' },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const named = environment.MIGRATION_DATABASE_URL || environment.DATABASE_URL;
  const refused = named && whyNotLocal(named, environment);
  if (refused) throw new Error(refused);
  return {
    visits: whole('visits', values.visits, 50),
    events: whole('events', values.events, 100_000),
    seconds: whole('seconds', values.seconds, 120),
    json: values.json ?? null,
  };
}

function whole(name: string, text: string, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= most) return value;
  throw new Error(`--${name} is "${text}"; expected a whole number from 1 to ${most}.`);
}
