import { Client, type QueryResultRow } from 'pg';

/** The database that is adopted from, held still: every query sees the same moment, and nothing can be written. */
export interface Source {
  query<Row extends QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** The source could not be reached, or would not let us in or read; says what to do. */
export class SourceError extends Error {
  override name = 'SourceError';
}

/**
 * Connects and begins one read-only snapshot, which lasts until `close`. All values are asked for as text, so the
 * session's formats are fixed here. Throws a `SourceError` in words.
 */
export async function openSource(url: string): Promise<Source> {
  const client = new Client({
    connectionString: url,
    application_name: 'retrace: adopt',
    connectionTimeoutMillis: 10_000,
  });
  // A lost connection is reported by the query that needs it; without a listener it would end the process.
  client.on('error', () => undefined);
  const place = `${client.host}:${client.port}`;
  try {
    await client.connect();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // Only those this server knows: the last one is new in PostgreSQL 17. While a chunk is written to Retrace the
    // source waits, however long it usually allows.
    await client.query(
      `SELECT set_config(name, setting, true)
         FROM (VALUES ('datestyle', 'ISO, YMD'), ('timezone', 'UTC'), ('bytea_output', 'hex'),
                      ('cursor_tuple_fraction', '1'), ('statement_timeout', '0'), ('lock_timeout', '10s'),
                      ('idle_in_transaction_session_timeout', '0'), ('transaction_timeout', '0')) AS s(name, setting)
        WHERE name IN (SELECT name FROM pg_settings)`,
    );
  } catch (error) {
    await client.end().catch(() => undefined);
    throw new SourceError(explain(error, client, place));
  }
  return {
    query: async <Row extends QueryResultRow>(sql: string, values?: unknown[]) => {
      try {
        return (await client.query<Row>(sql, values)).rows;
      } catch (error) {
        throw new SourceError(explain(error, client, place));
      }
    },
    close: () => client.end().catch(() => undefined),
  };
}

function explain(error: unknown, client: Client, place: string): string {
  const { code, message } = error as { code?: string; message: string };
  const { user, database } = client;
  switch (code) {
    case 'ECONNREFUSED':
      return `Nothing answers at ${place}. Is the source database running, and are host and port in --source right?`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `There is no host named "${client.host}". Check the host in --source.`;
    case '28P01':
    case '28000':
      return `The source at ${place} does not let "${user}" in. Check the user and the password in --source.`;
    case '3D000':
      return `The source at ${place} has no database "${database}". Check the name at the end of --source.`;
    case '42501':
      return `"${user}" may not read everything that the mapping names: ${message}. Grant SELECT to "${user}" at the source.`;
    case '53300':
      return `The source at ${place} takes no more connections. Try again when others have left.`;
    default:
      return `The source at ${place} failed: ${message || code}`;
  }
}
