/** The runs of imports, as the database knows them. */
import type { PoolClient } from 'pg';
import type { ImportFormat, ImportMapping } from '@/lib/import/mapping';
import type { Database } from '../client';
import type { ImportReport } from './import-report';

export const importStates = ['staging', 'staged', 'writing', 'done', 'refused', 'discarded'] as const;
export type ImportState = (typeof importStates)[number];

/** One run. */
export interface ImportRun {
  id: string;
  state: ImportState;
  fileName: string;
  format: ImportFormat;
  log: string;
  mapping: ImportMapping;
  fileHash: string | null;
  fileSize: number | null;
  report: ImportReport | null;
  rows: number;
  /** How many the second pass is through with; and of those, how many were there already. */
  written: number;
  present: number;
  writtenThrough: string | null;
  madeBy: string;
  madeByName: string;
  startedAt: string;
  endedAt: string | null;
}

const columns = `id, state, file_name AS "fileName", format, log, mapping, file_hash AS "fileHash",
  file_size::float8 AS "fileSize", report, rows::float8 AS rows, written::float8 AS written, present::float8 AS present,
  written_through AS "writtenThrough", made_by AS "madeBy", made_by_name AS "madeByName",
  to_json(started_at) AS "startedAt", to_json(ended_at) AS "endedAt"`;

export async function readImport(db: Database, id: string): Promise<ImportRun | null> {
  const { rows } = await db.$client.query<ImportRun>(`SELECT ${columns} FROM imports WHERE id = $1`, [id]);
  return rows[0] ?? null;
}

/** The newest runs first. */
export async function readImports(db: Database, most = 50): Promise<readonly ImportRun[]> {
  const { rows } = await db.$client.query<ImportRun>(
    `SELECT ${columns} FROM imports ORDER BY started_at DESC, id LIMIT $1`,
    [most],
  );
  return rows;
}

/** Runs whose rows are checked and not all written. */
export async function unfinishedImports(db: Database): Promise<readonly ImportRun[]> {
  const { rows } = await db.$client.query<ImportRun>(
    `SELECT ${columns} FROM imports WHERE state IN ('staged', 'writing') ORDER BY started_at DESC`,
  );
  return rows;
}

/** Any number will do, as long as nobody else takes this lock in Retrace's database. */
const importLock = 7_382_041;
const patienceForOthers = '5s';
const lockNotAvailable = '55P03';

/** Somebody else imports at this moment. */
export class ImportBusyError extends Error {
  override name = 'ImportBusyError';
  constructor() {
    super('Another import is under way. Wait for it to end, then try again.');
  }
}

/**
 * Does some work while nobody else imports, on a connection without time limits. A process that is killed gives the claim
 * back with its connection. Throws an `ImportBusyError` where somebody else has it.
 */
export async function claimed<T>(db: Database, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await db.$client.connect();
  try {
    await client.query('SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0');
    // A process that was killed a moment ago may still have its connection.
    await client.query(`SET lock_timeout = '${patienceForOthers}'`);
    await client.query('SELECT pg_advisory_lock($1)', [importLock]).catch((error: unknown) => {
      if ((error as { code?: string }).code === lockNotAvailable) throw new ImportBusyError();
      throw error;
    });
    try {
      await client.query('SET lock_timeout = 0');
      return await work(client);
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [importLock]).catch(() => undefined);
    }
  } finally {
    // Closed, and with it its settings.
    client.release(true);
  }
}

/** Somebody who is asked about an upload may never answer. */
const patience = "interval '7 days'";

/** Empties the stage of what nobody will write any more. Only under the claim. */
export async function tidyStage(client: PoolClient): Promise<void> {
  await client.query(
    `UPDATE imports SET state = 'discarded', ended_at = now()
      WHERE state = 'staging' OR (state = 'staged' AND started_at < now() - ${patience})`,
  );
  const { rows } = await client.query<{ live: string[] }>(
    `SELECT coalesce(array_agg(id::text), '{}') AS live FROM imports WHERE state IN ('staged', 'writing')`,
  );
  const live = rows[0]?.live ?? [];
  if (live.length === 0) await client.query('TRUNCATE import_rows');
  else await client.query('DELETE FROM import_rows WHERE import_id <> ALL($1::uuid[])', [live]);
}

/** Drops a run that was staged and is not wanted. */
export async function discardImport(db: Database, id: string): Promise<void> {
  await claimed(db, async (client) => {
    await client.query(
      `UPDATE imports SET state = 'discarded', ended_at = now() WHERE id = $1 AND state IN ('staging', 'staged')`,
      [id],
    );
    await tidyStage(client);
  });
}
