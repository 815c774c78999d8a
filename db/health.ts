/** What whoever watches over Retrace wants to know of its database, asked so that a database that hangs is told too. */
import { sql } from 'drizzle-orm';
import { connect, type Database, databaseUrl } from './client';

export interface Health {
  database: {
    /** PostgreSQL's version, such as `18.1`. */
    version: string;
    /** How long the questions below took, there and back. */
    latencyMs: number;
  };
  /** What is committed but not in the feed yet, because a transaction that is older still writes. */
  lag: {
    /** How long the oldest such event has been waiting; 0 where there is none. */
    seconds: number;
    /** How many there are; counted up to 10,000. */
    events: number;
    /** Who holds the feed back, in a sentence; null where nothing is held back. */
    cause: string | null;
  };
}

/** Twice this, to connect and to ask, is the longest that an answer takes. */
const patience = 1200;

interface Row extends Record<string, unknown> {
  version: string;
  events: number;
  seconds: number;
  held: boolean;
  pid: number | null;
  application: string | null;
  open: number | null;
}

// A transaction holds a lock on its own id, which everybody may see, in every database of the server; since when it is
// open, only who shares its role.
const question = sql`
  WITH mark AS (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS xmin)
  SELECT current_setting('server_version') AS version, waiting.events, waiting.seconds,
         holder.locktype IS NOT NULL AS held, holder.pid, holder.application_name AS application,
         extract(epoch FROM clock_timestamp() - holder.xact_start)::float8 AS open
    FROM mark
   CROSS JOIN LATERAL (
     SELECT count(*)::int AS events,
            coalesce(extract(epoch FROM clock_timestamp() - min(recorded_at)), 0)::float8 AS seconds
       FROM (SELECT recorded_at FROM events WHERE tx >= mark.xmin ORDER BY tx, position LIMIT 10000) e
   ) waiting
    LEFT JOIN LATERAL (
     SELECT l.locktype, l.pid, a.application_name, a.xact_start
       FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.locktype = 'transactionid' AND l.mode = 'ExclusiveLock' AND l.granted
        AND l.transactionid = (mark.xmin::text::numeric % 4294967296)::text::xid
      LIMIT 1
   ) holder ON true`;

/** Asks the database how it is. Throws where it does not answer in time. */
export async function readHealth(db: Pick<Database, 'execute'>): Promise<Health> {
  const since = performance.now();
  const { rows } = await db.execute<Row>(question);
  const latencyMs = Math.round((performance.now() - since) * 10) / 10;
  const [row] = rows;
  if (!row) throw new Error('The database answered nothing.');
  const { version, events } = row;
  return {
    database: { version, latencyMs },
    lag: {
      seconds: Math.round(row.seconds * 1000) / 1000,
      events,
      cause: events > 0 && row.held ? causeOf(row) : null,
    },
  };
}

function causeOf({ pid, application, open }: Row): string {
  if (pid === null) return 'A prepared transaction waits to be committed or rolled back.';
  const who = application ? `A transaction of “${application}”` : 'A transaction of another program';
  const since = open === null ? '' : ` and has been open for ${Math.round(open)} s`;
  return `${who} (process ${pid}) is still writing${since}.`;
}

const shared = globalThis as typeof globalThis & {
  retraceHealth?: Database;
  retraceHealthAsked?: Promise<Health>;
};

/**
 * How the app's database is, within three seconds whatever state it is in: over a connection of its own, which waits
 * behind no page. Who asks while another question is under way gets that one's answer.
 */
export function databaseHealth(): Promise<Health> {
  shared.retraceHealth ??= connect(databaseUrl(), {
    max: 1,
    applicationName: 'retrace: health',
    connectTimeout: patience,
    queryTimeout: patience,
  });
  shared.retraceHealthAsked ??= readHealth(shared.retraceHealth).finally(() => {
    delete shared.retraceHealthAsked;
  });
  return shared.retraceHealthAsked;
}
