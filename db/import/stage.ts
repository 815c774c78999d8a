/**
 * The first pass of an import: reads a whole file, checks every row of it and puts those that are good into the stage.
 * Nothing reaches the log.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { ColumnMapping, ImportFormat } from '@/lib/import/mapping';
import { readClock } from '../bulk-append';
import type { Database } from '../client';
import type { Bytes } from './file-text';
import { type ImportReport, ReportBuilder } from './import-report';
import { claimed, tidyStage } from './imports';
import { lateRows } from './late-rows';
import { openSource } from './open-source';
import { refusedRows } from './refused-rows';
import { type ReadingOptions, RowReading } from './row-reading';
import { StageWriter } from './stage-writer';
import { placed, UnreadableFileError } from './unreadable-file';

export interface StageProgress {
  /** Of the file as it was sent. */
  bytes: number;
  rows: number;
  bad: number;
}

export interface StageOptions extends ReadingOptions {
  db: Database;
  bytes: Bytes;
  /** Also the log's name, where neither mapping nor file has one. */
  fileName: string;
  format?: ImportFormat | undefined;
  /** In whose name it runs. */
  madeBy: { id: string; name: string };
  onProgress?: ((progress: StageProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export interface Staged {
  importId: string;
  log: string;
  columns: ColumnMapping;
  report: ImportReport;
}

/**
 * Throws an `UnreadableFileError`, a `BadRowsError` or an `UnmappedColumnsError`, each with nothing left in the stage.
 */
export async function stage(options: StageOptions): Promise<Staged> {
  const { db, fileName } = options;
  return await claimed(db, async (client) => {
    await tidyStage(client);
    const importId = randomUUID();
    try {
      const staged = await stageClaimed(options, client, importId);
      if (options.dryRun) await drop(client, importId);
      return staged;
    } catch (error) {
      await drop(client, importId).catch(() => undefined);
      if (error instanceof UnreadableFileError)
        throw new UnreadableFileError(placed(fileName, error.place, error.reason), error.place);
      throw error;
    }
  });
}

async function drop(client: PoolClient, importId: string): Promise<void> {
  await client.query('DELETE FROM imports WHERE id = $1', [importId]);
  await tidyStage(client);
}

async function stageClaimed(options: StageOptions, client: PoolClient, importId: string): Promise<Staged> {
  const { bytes, fileName, mapping, madeBy, signal } = options;
  const counted = new CountedBytes(bytes, signal);
  const source = await openSource(counted.read(), { format: options.format, delimiter: mapping.delimiter });
  const report = new ReportBuilder();
  const reading = new RowReading(options, source, await readClock(client), report);
  // The first rows say what the log is called, and which columns it has where there is no header.
  const first = await source.rows.next();
  const rows = first.done ? [] : first.value;
  const columns = reading.columnsOf(rows);
  const log = mapping.log ?? source.name() ?? nameOf(fileName);
  await client.query(
    `INSERT INTO imports (id, state, file_name, format, log, mapping, made_by, made_by_name)
     VALUES ($1, 'staging', $2, $3, $4, $5, $6, $7)`,
    [
      importId,
      fileName,
      source.format,
      log,
      JSON.stringify({ ...mapping, ...columns, log }),
      madeBy.id,
      madeBy.name,
    ],
  );
  const into = new StageWriter(client, importId, log);
  try {
    for (let batch = rows; ; ) {
      await reading.take(batch, into);
      options.onProgress?.({ bytes: counted.size, rows: report.rows, bad: report.bad });
      const next = await source.rows.next();
      if (next.done) break;
      batch = next.value;
    }
    await into.end();
  } catch (error) {
    await into.abort();
    throw error;
  } finally {
    await source.rows.return(undefined);
  }
  const late = await lateRows(client, importId);
  const refused = await refusedRows(options.db, client, importId);
  for (const problem of [...late.map((each) => ({ ...each, column: columns.timestamp })), ...refused]) {
    report.late(problem);
    await options.rejects?.({ ...problem, header: source.header, cells: [] });
  }
  if (report.bad > 0 && !options.rejects && !options.dryRun) throw reading.badRows(true);
  const cases = await countCases(client, importId);
  const done = report.done(source.format, mapping.timeZone, cases);
  await client.query(
    `UPDATE imports SET state = 'staged', rows = $2, report = $3, file_hash = $4, file_size = $5 WHERE id = $1`,
    [importId, report.rows, JSON.stringify(done), counted.hash(), counted.size],
  );
  return { importId, log, columns, report: done };
}

async function countCases(client: PoolClient, importId: string): Promise<{ all: number; known: number }> {
  const { rows } = await client.query<{ all: number; known: number }>(
    `SELECT count(*)::float8 AS all, count(s.stream_id)::float8 AS known
       FROM (SELECT DISTINCT stream_id FROM import_rows WHERE import_id = $1) r LEFT JOIN streams s USING (stream_id)`,
    [importId],
  );
  return rows[0] ?? { all: 0, known: 0 };
}

/** The file's name without its folder and what says its kind. */
const nameOf = (fileName: string): string =>
  (fileName.split(/[\\/]/).at(-1) ?? '')
    .replace(/\.(gz|csv|tsv|txt|xes|jsonl|ndjson|json)+$/gi, '')
    .slice(0, 200) || 'log';

/** What goes by: how much it is, and its SHA-256. */
class CountedBytes {
  size = 0;
  private readonly sum = createHash('sha256');

  constructor(
    private readonly bytes: Bytes,
    private readonly signal: AbortSignal | undefined,
  ) {}

  async *read(): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.bytes) {
      this.signal?.throwIfAborted();
      this.size += chunk.length;
      this.sum.update(chunk);
      yield chunk;
    }
  }

  hash(): string {
    return this.sum.digest('hex');
  }
}
