import { createHash } from 'node:crypto';
import type { Database } from '@/db/client';
import { type ImportRun, unfinishedImports } from '@/db/import/imports';
import type { Rejected } from '@/db/import/row-reading';
import { type Staged, stage } from '@/db/import/stage';
import { StageLostError, type Written, writeImport } from '@/db/import/write';
import type { ImportFormat, ImportMapping } from '@/lib/import/mapping';
import { megabytes, type Progress, rows } from '../progress';

export interface ImportFileOptions {
  db: Database;
  fileName: string;
  size: number;
  /** Reads the file from its beginning; more than once. */
  open(): AsyncIterable<Uint8Array>;
  mapping: ImportMapping;
  format?: ImportFormat | undefined;
  rejects?: { add(row: Rejected): Promise<void> } | undefined;
  dryRun: boolean;
  progress: Progress;
  /** Says what else is worth knowing. */
  tell(line: string): void;
  signal?: AbortSignal | undefined;
}

export interface ImportFileResult {
  fileName: string;
  log: string;
  report: Staged['report'];
  columns: Staged['columns'] | null;
  /** Null where it was only looked at. */
  written: Written | null;
}

/** Somebody on the command line. */
const madeBy = { id: 'command-line', name: 'Command line' };

/** Brings in a file, or goes on with a run of the same file and mapping that was interrupted. */
export async function importFile(options: ImportFileOptions): Promise<ImportFileResult> {
  const { db, fileName, dryRun, tell } = options;
  const unfinished = dryRun ? undefined : await findUnfinished(options);
  if (unfinished?.report) {
    const { id, log, report, written } = unfinished;
    tell(
      `Going on with the import of ${fileName} that was interrupted after ${written.toLocaleString('en-US')} rows.`,
    );
    try {
      return { fileName, log, report, columns: null, written: await write(options, id, report.rows) };
    } catch (error) {
      if (!(error instanceof StageLostError)) throw error;
      tell('Its checked rows were lost with a crash of the database. The file is read once more.');
    }
  }
  const step = options.progress.begin('Checking', options.size, megabytes);
  let read = 0;
  const staged = await stage({
    db,
    bytes: options.open(),
    fileName,
    mapping: options.mapping,
    format: options.format,
    madeBy,
    dryRun,
    signal: options.signal,
    rejects: options.rejects && ((row) => options.rejects?.add(row)),
    onProgress: ({ bytes }) => {
      step.advance(bytes - read);
      read = bytes;
    },
  }).finally(() => step.end());
  const { importId, log, report, columns } = staged;
  const written = dryRun ? null : await write(options, importId, report.rows);
  return { fileName, log, report, columns, written };
}

async function write(
  { db, progress, signal }: ImportFileOptions,
  importId: string,
  total: number,
): Promise<Written> {
  const step = progress.begin('Writing', total, rows);
  let done = 0;
  return await writeImport({
    db,
    importId,
    signal,
    onProgress: ({ written }) => {
      step.advance(written - done);
      done = written;
    },
  }).finally(() => step.end());
}

async function findUnfinished({
  db,
  size,
  mapping,
  open,
}: ImportFileOptions): Promise<ImportRun | undefined> {
  const candidates = (await unfinishedImports(db)).filter(
    (run) => run.fileSize === size && isSameMapping(mapping, run.mapping),
  );
  if (candidates.length === 0) return undefined;
  const sum = createHash('sha256');
  for await (const chunk of open()) sum.update(chunk);
  const hash = sum.digest('hex');
  return candidates.find(({ fileHash }) => fileHash === hash);
}

/** Does the mapping that was used say all that is asked for now? */
function isSameMapping(asked: ImportMapping, used: ImportMapping): boolean {
  return Object.entries(asked).every(
    ([name, value]) => JSON.stringify(used[name as keyof ImportMapping]) === JSON.stringify(value),
  );
}
