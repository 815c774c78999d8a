import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';

/** Drizzle over a pool of connections; `$client` is the pool, `$client.end()` closes it. */
export type Database = NodePgDatabase<Record<string, never>> & { $client: Pool };

export interface ConnectOptions {
  /** Most connections at once; 10 unless told. */
  max?: number;
  /** How the connections show up in pg_stat_activity. */
  applicationName?: string;
  /** How long to wait for a connection, in milliseconds; 5 seconds unless told. */
  connectTimeout?: number;
  /**
   * How long to wait for an answer, in milliseconds; without end unless told. PostgreSQL's own limits are kept by
   * PostgreSQL, so they are no help when it hangs. What was asked may still be carried out.
   */
  queryTimeout?: number;
  /** Memory of one sort or hash, such as '32MB'; the server's own setting unless told. */
  workMem?: string;
  /** Must what is acknowledged survive a crash of the server? Yes unless told; for what can be written again. */
  durable?: boolean;
}

/**
 * Opens a pool on a database. Nothing connects before the first query. Every session speaks UTC, gives up a
 * statement after 30 seconds and a forgotten transaction after 60.
 */
export function connect(
  url: string,
  {
    max = 10,
    applicationName = 'retrace',
    connectTimeout = 5000,
    queryTimeout,
    workMem,
    durable = true,
  }: ConnectOptions = {},
): Database {
  const pool = new Pool({
    connectionString: url,
    max,
    application_name: applicationName,
    connectionTimeoutMillis: connectTimeout,
    ...(queryTimeout && { query_timeout: queryTimeout }),
    statement_timeout: 30_000,
    // A forgotten transaction holds back the mark up to which the feed of events may be read.
    idle_in_transaction_session_timeout: 60_000,
    options: `-c timezone=UTC${durable ? '' : ' -c synchronous_commit=off'}${workMem ? ` -c work_mem=${workMem}` : ''}`,
  });
  // An idle connection that breaks (the database restarts) is replaced at the next query. Without a listener
  // Node would end the process.
  pool.on('error', (error) => {
    console.warn(`A database connection was lost (${error.message}); the next query opens a new one.`);
  });
  return drizzle(pool, { casing: 'snake_case' });
}

const shared = globalThis as typeof globalThis & { retraceDatabase?: Database; retraceAnalytics?: Database };

/** The longest that a page waits for an answer, in milliseconds: what takes longer is no use to who looks at it. */
const longestAnswer = 6000;

/** The app's database, from DATABASE_URL; made at first use and kept through hot reloads. */
export function database(): Database {
  shared.retraceDatabase ??= connect(databaseUrl(), {
    connectTimeout: longestAnswer / 2,
    queryTimeout: longestAnswer,
  });
  return shared.retraceDatabase;
}

/**
 * What an analytics connection has: few of them, so that managers who ask about everything leave the others their connections, and
 * memory for as many groups as there are records.
 */
export const forAnalytics = { max: 4, applicationName: 'retrace analytics', workMem: '32MB' };

/** The same database, for questions that read all facts. */
export function analyticsDatabase(): Database {
  shared.retraceAnalytics ??= connect(databaseUrl(), {
    ...forAnalytics,
    connectTimeout: longestAnswer / 2,
    queryTimeout: longestAnswer,
  });
  return shared.retraceAnalytics;
}

/** DATABASE_URL. Throws where it is not set. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set. Start the app with `npm start` or `npm run dev`.');
  return url;
}
