/**
 * The first pass of an import: reads a whole file, checks every row of it and puts those that are good into the stage.
 * Nothing reaches the log.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { LogRowReader, type ReadRow, type RowProblem } from '@/lib/import/log-row';
import {
  type ColumnMapping,
  type ImportFormat,
  type ImportMapping,
  matchColumns,
} from '@/lib/import/mapping';
import { readClock } from '../bulk-append';
import type { Database } from '../client';
import type { Bytes } from './file-text';
import { type ImportReport, mostProblems, ReportBuilder } from './import-report';
import { claimed, tidyStage } from './imports';
import { lateRows } from './late-rows';
import { openSource } from './open-source';
import { refusedRows } from './refused-rows';
import type { OpenedSource, SourceRow } from './source';
import { StageWriter } from './stage-writer';
import { placed, UnreadableFileError } from './unreadable-file';

export interface StageProgress {
  /** Of the file as it was sent. */
  bytes: number;
  rows: number;
  bad: number;
}

export interface StageOptions {
  db: Database;
  bytes: Bytes;
  /** For messages, and the log's name where neither mapping nor file has one. */
  fileName: string;
  mapping: ImportMapping;
  format?: ImportFormat | undefined;
  /** In whose name it runs. */
  madeBy: { id: string; name: string };
  /** Takes bad rows, so that reading goes on; without it they stop the import. */
  rejects?: ((row: Rejected) => void | Promise<void>) | undefined;
  onProgress?: ((progress: StageProgress) => void) | undefined;
  /** Look only: the stage is empty again at the end. */
  dryRun?: boolean | undefined;
  signal?: AbortSignal | undefined;
}

/** A bad row: what is wrong with it, and what it said. */
export interface Rejected extends RowProblem {
  cells: readonly string[];
  header: readonly string[] | null;
}

export interface Staged {
  importId: string;
  log: string;
  columns: ColumnMapping;
  report: ImportReport;
}

/** The file holds rows that cannot be imported; nothing was written. */
export class BadRowsError extends Error {
  override name = 'BadRowsError';

  constructor(
    readonly fileName: string,
    readonly report: ImportReport,
    isComplete: boolean,
  ) {
    const { bad, problems } = report;
    const lines = problems.map((problem) => `  ${placed(fileName, problem, problem.message)}`);
    const many = isComplete ? bad.toLocaleString('en-US') : `${bad.toLocaleString('en-US')} or more`;
    super(
      [
        `${many} bad ${bad === 1 ? 'row' : 'rows'}, so nothing was written:`,
        ...lines,
        ...(bad > problems.length ? [`  and ${(bad - problems.length).toLocaleString('en-US')} more`] : []),
        'Correct the file, or have bad rows put into a file of their own with --rejects FILE.',
      ].join('\n'),
    );
  }
}

/** The columns cannot be told: the mapping has to say. */
export class UnmappedColumnsError extends Error {
  override name = 'UnmappedColumnsError';

  constructor(
    readonly missing: readonly string[],
    readonly columns: readonly string[],
    message: string,
  ) {
    super(message);
  }
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
  const reading = new Reading(options, source, await readClock(client), report);
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

/** Reads rows by the mapping, and keeps count of what is wrong. */
class Reading {
  private reader: LogRowReader | null = null;
  private ofHeader: ((line: number, cells: readonly string[]) => ReadRow) | null = null;

  constructor(
    private readonly options: StageOptions,
    private readonly source: OpenedSource,
    private readonly now: string,
    private readonly report: ReportBuilder,
  ) {}

  /** Which column is which. Throws an `UnmappedColumnsError` where that cannot be told. */
  columnsOf(rows: readonly SourceRow[]): ColumnMapping {
    const { mapping } = this.options;
    const columns = this.source.header ?? namesIn(rows);
    const { found, missing } = matchColumns(columns, mapping);
    const listed = columns
      .slice(0, 30)
      .map((name) => `“${name}”`)
      .join(', ');
    const there =
      columns.length === 0
        ? 'It has no rows.'
        : `Its columns are ${listed}${columns.length > 30 ? ' and more' : ''}.`;
    if (missing.length > 0 && (columns.length > 0 || this.source.header)) {
      throw new UnmappedColumnsError(
        missing,
        columns,
        `It cannot be told which column of ${this.options.fileName} is the ${missing.join(', the ')}. ${there}`,
      );
    }
    const mapped: ColumnMapping = { case: '', activity: '', timestamp: '', resource: null, ...found };
    const known = new Set(columns);
    const named = [...Object.values(mapped), ...(mapping.ignore ?? [])];
    const absent = named.filter((name) => name && !known.has(name));
    if (absent.length > 0 && this.source.header) {
      throw new UnmappedColumnsError(
        absent as string[],
        columns,
        `${this.options.fileName} has no column “${absent.join('”, “')}”. ${there}`,
      );
    }
    this.reader = new LogRowReader({ columns: mapped, mapping, now: this.now });
    this.ofHeader = this.source.header ? this.reader.forHeader(this.source.header) : null;
    return mapped;
  }

  async take(rows: readonly SourceRow[], into: StageWriter): Promise<void> {
    const { rejects, dryRun, mapping } = this.options;
    for (const row of rows) {
      const result = this.read(row);
      if (result.ok) {
        // The mapping leaves them out.
        if (mapping.activities?.[result.row.activity] === null) continue;
        this.report.row(result.row);
        into.add(result.row);
        continue;
      }
      this.report.problem(result.problem);
      if (rejects) await rejects({ ...result.problem, header: this.source.header, cells: cellsOf(row) });
      else if (!dryRun && this.report.bad >= mostProblems) throw this.badRows(false);
    }
    await into.flush();
  }

  badRows(isComplete: boolean): BadRowsError {
    return new BadRowsError(
      this.options.fileName,
      this.report.done(this.source.format, undefined, { all: 0, known: 0 }),
      isComplete,
    );
  }

  private read(row: SourceRow): ReadRow {
    if ('problem' in row) return { ok: false, problem: row.problem };
    if ('cells' in row) return (this.ofHeader as NonNullable<typeof this.ofHeader>)(row.line, row.cells);
    return (this.reader as LogRowReader).read(row.line, row.values, row.types);
  }
}

function cellsOf(row: SourceRow): readonly string[] {
  if ('cells' in row) return row.cells;
  if ('text' in row) return [row.text];
  return [JSON.stringify(Object.fromEntries(row.values))];
}

/** All names of the first rows, in the order in which they come. */
export function namesIn(rows: readonly SourceRow[]): string[] {
  const names = new Set<string>();
  for (const row of rows) if ('values' in row) for (const name of row.values.keys()) names.add(name);
  return [...names];
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
