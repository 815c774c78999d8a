/**
 * The second pass of an import: writes what is staged into the log, in chunks that are there whole or not at all. How far
 * it is stands in the same transaction, so a run that was killed goes on where it stopped; and since the ids of
 * operations follow from what the rows say, what is there already is passed over.
 */
import type { PoolClient } from 'pg';
import { passHeldNumbers } from '../bulk-append';
import type { Database } from '../client';
import { addMissingCustomers } from '../missing-customers';
import { readAhead } from '../read-ahead';
import { ChunkWriter } from './chunk-writer';
import { claimed, type ImportRun, readImport, tidyStage } from './imports';
import { settleTables } from './settle-tables';
import { readStaged } from './staged-rows';

export interface WriteProgress {
  rows: number;
  /** Rows that are written, or were there already. */
  written: number;
}

export interface WriteOptions {
  db: Database;
  importId: string;
  onProgress?: ((progress: WriteProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export interface Written {
  rows: number;
  /** Events that were added, by this run and by those before it that were interrupted. */
  added: number;
  /** Rows that were there already. */
  present: number;
}

/** The stage does not hold any more what the first pass put there. */
export class StageLostError extends Error {
  override name = 'StageLostError';
  constructor(fileName: string) {
    super(
      `The checked rows of ${fileName} are gone: the database was restarted after a crash. Import the file again.`,
    );
  }
}

/** Writes a run that is staged, or goes on with one that was interrupted. Needs a pool of at least three. */
export async function writeImport(options: WriteOptions): Promise<Written> {
  const { db, importId } = options;
  return await claimed(db, async (client) => {
    const run = await readImport(db, importId);
    if (!run || !['staged', 'writing'].includes(run.state)) {
      throw new Error(`There is no import ${importId} that waits to be written. Import the file again.`);
    }
    await expectStaged(client, run);
    await client.query(`UPDATE imports SET state = 'writing' WHERE id = $1`, [importId]);
    // Chunks need not wait for the disk: the last commit does, and with it all before it are there.
    await client.query('SET synchronous_commit = off');
    const present = await writeRows(options, client, await fromWhere(client, run));
    await client.query('SET synchronous_commit = on');
    if (run.mapping.into === 'invoice') {
      await passHeldNumbers(client);
      await addMissingCustomers(db, {
        actor: { id: `import:${run.log}`, kind: 'import', name: `Import of ${run.log}` },
      });
    }
    options.onProgress?.({ rows: run.rows, written: run.rows });
    await client.query(`UPDATE imports SET state = 'done', written = rows, ended_at = now() WHERE id = $1`, [
      importId,
    ]);
    await tidyStage(client);
    await settleTables(client, run.rows - present);
    return { rows: run.rows, added: run.rows - present, present };
  });
}

/** @returns how many rows were there already */
async function writeRows(
  { db, signal, onProgress }: WriteOptions,
  writing: PoolClient,
  run: ImportRun,
): Promise<number> {
  const reading = await db.$client.connect();
  try {
    const writer = new ChunkWriter(db, { reading, writing }, run);
    for await (const rows of readAhead(readStaged(db.$client, run.id, run.writtenThrough))) {
      signal?.throwIfAborted();
      await writer.write(rows);
      onProgress?.({ rows: run.rows, written: writer.written });
    }
    return await writer.end();
  } finally {
    reading.release();
  }
}

async function expectStaged(client: PoolClient, { id, rows, fileName }: ImportRun): Promise<void> {
  const { rows: found } = await client.query<{ count: number }>(
    'SELECT count(*)::float8 AS count FROM import_rows WHERE import_id = $1',
    [id],
  );
  if (found[0]?.count === rows) return;
  await client.query(`UPDATE imports SET state = 'discarded', ended_at = now() WHERE id = $1`, [id]);
  await tidyStage(client);
  throw new StageLostError(fileName);
}

/** Rows of the record that an interrupted run ended with come again, so they are not counted yet. */
async function fromWhere(client: PoolClient, run: ImportRun): Promise<ImportRun> {
  if (run.writtenThrough === null) return run;
  const { rows } = await client.query<{ count: number }>(
    'SELECT count(*)::float8 AS count FROM import_rows WHERE import_id = $1 AND stream_id < $2',
    [run.id, run.writtenThrough],
  );
  return { ...run, written: rows[0]?.count ?? 0 };
}
