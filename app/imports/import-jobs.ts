import 'server-only';
import { log } from '@/app/log';
import { connect, type Database, databaseUrl } from '@/db/client';
import { importHistory } from '@/db/import/history-import';
import type { ImportReport } from '@/db/import/import-report';
import { readImport } from '@/db/import/imports';
import { previewFile } from '@/db/import/preview';
import { openRejects } from '@/db/import/rejects';
import { BadRowsError } from '@/db/import/row-reading';
import { type Staged, stage } from '@/db/import/stage';
import { placed, UnreadableFileError } from '@/db/import/unreadable-file';
import { StageLostError, type Written, writeImport } from '@/db/import/write';
import { type Role, refusalToChange } from '@/lib/access';
import type { ImportMapping } from '@/lib/import/mapping';
import type { UploadPhase, UploadResult, UploadStatus } from '@/lib/import/upload';
import { dropFile, findUpload, openUpload, rejectsPath, saveUpload, type Upload } from './uploads';

/** How far an import is that runs in this process. */
interface Job {
  phase: 'checking' | 'writing';
  done: number;
  of: number;
  rows: number;
  since: number;
  stop: AbortController;
  ended: Promise<void>;
}

const shared = globalThis as typeof globalThis & { retraceImports?: Map<string, Job> };
/** By upload. Kept through hot reloads. */
const jobs = shared.retraceImports ?? new Map<string, Job>();
shared.retraceImports = jobs;

/**
 * How far an upload is; one that nobody works on any more was interrupted. It may have ended since it was read: then it is
 * read again.
 */
export async function readStatus(upload: Upload): Promise<UploadStatus> {
  const mayHaveEnded = !jobs.has(upload.id) && stoppedPhase(upload.phase) !== upload.phase;
  return statusOf(mayHaveEnded ? ((await findUpload(upload.id)) ?? upload) : upload);
}

function statusOf(upload: Upload): UploadStatus {
  const { id, fileName, size, madeBy, uploadedAt, mapping, result, message } = upload;
  const job = jobs.get(id);
  return {
    id,
    fileName,
    size,
    madeByName: madeBy.name,
    uploadedAt,
    phase: job?.phase ?? stoppedPhase(upload.phase),
    done: job?.done ?? 0,
    of: job?.of ?? 0,
    rows: job?.rows ?? 0,
    elapsed: job ? performance.now() - job.since : 0,
    mapping,
    result,
    message,
  };
}

/**
 * Stops an import, and answers once it has stopped. While the file is checked nothing of it was written, and it can be begun
 * anew; what was written later stays, and it can go on. Does nothing where none is under way.
 */
export async function cancelImport(id: string): Promise<void> {
  const job = jobs.get(id);
  job?.stop.abort();
  await job?.ended;
}

const stoppedPhase = (phase: UploadPhase): UploadPhase =>
  phase === 'checking' || phase === 'writing' ? 'interrupted' : phase;

/**
 * Begins to import an uploaded file, or goes on with one that was interrupted, and answers at once. Does nothing while it
 * is under way, or done.
 *
 * @param asked what to begin with; an import that was interrupted goes on with what it was begun with
 * @param role of whoever begins it, or goes on with it
 */
export async function startImport(
  upload: Upload,
  asked: { mapping: ImportMapping; rejects: boolean },
  role: Role,
): Promise<void> {
  if (jobs.has(upload.id) || upload.phase === 'done') return;
  const goesOn = stoppedPhase(upload.phase) === 'interrupted';
  const job: Job = {
    phase: 'checking',
    done: 0,
    of: upload.size,
    rows: 0,
    since: performance.now(),
    stop: new AbortController(),
    ended: Promise.resolve(),
  };
  jobs.set(upload.id, job);
  const begun: Upload = {
    ...upload,
    ...(goesOn ? {} : { ...asked, importId: null }),
    phase: 'checking',
    message: null,
  };
  try {
    await saveUpload(begun);
  } catch (error) {
    jobs.delete(upload.id);
    throw error;
  }
  job.ended = run(begun, job, role);
}

async function run(upload: Upload, job: Job, role: Role): Promise<void> {
  // Of its own: it may wait longer for an answer than a page may.
  const db = connect(databaseUrl(), { max: 5, applicationName: 'retrace: import' });
  try {
    const result = await importFile(db, upload, job, role);
    await saveUpload({ ...upload, phase: 'done', result });
    await dropFile(upload.id);
  } catch (error) {
    if (job.stop.signal.aborted) return await stopped(upload, job);
    const message = wordsOf(upload.fileName, error);
    if (message === null) log.error({ err: error }, 'an import failed');
    await saveUpload({
      ...upload,
      phase: 'failed',
      message:
        message ??
        'Something went wrong that the server’s log tells more of. Try again; what is here already is passed over.',
    }).catch((failure) => log.error({ err: failure }, 'what came of an import could not be written down'));
  } finally {
    jobs.delete(upload.id);
    await db.$client.end();
  }
}

/** What was staged is written down by the upload itself, where it came as far as that. */
async function stopped(upload: Upload, { phase }: Job): Promise<void> {
  const known = (await findUpload(upload.id)) ?? upload;
  await saveUpload({ ...known, phase: phase === 'checking' ? 'uploaded' : 'interrupted' });
}

async function importFile(db: Database, upload: Upload, job: Job, role: Role): Promise<UploadResult> {
  const { id, fileName, mapping } = upload;
  const now = new Date().toISOString();
  const { kind } = await previewFile(() => openUpload(id), { fileName, mapping: mapping ?? {}, now });
  return kind === 'history' ? bringHistory(db, upload, job, role) : importLog(db, upload, job);
}

async function bringHistory(db: Database, { id, size }: Upload, job: Job, role: Role): Promise<UploadResult> {
  let opened = 0;
  const open = async function* () {
    begin(job, opened === 0 ? 'checking' : 'writing', size);
    opened += 1;
    for await (const chunk of openUpload(id)) {
      job.stop.signal.throwIfAborted();
      yield chunk;
      job.done += chunk.length;
    }
  };
  const { events, records, addedEvents, span, different } = await importHistory({
    db,
    open,
    dryRun: false,
    barred: (workflow) => refusalToChange(role, workflow),
    advance: (_, count) => {
      job.rows += count;
    },
  });
  return {
    kind: 'history',
    log: null,
    rows: events,
    added: addedEvents,
    present: events - addedEvents,
    records,
    bad: 0,
    different: different.length,
    from: span?.from ?? null,
    to: span?.to ?? null,
  };
}

async function importLog(db: Database, upload: Upload, job: Job): Promise<UploadResult> {
  // An import that was interrupted while it wrote has its rows on the stage still.
  const before = upload.importId ? await readImport(db, upload.importId) : null;
  if (before?.report && ['staged', 'writing'].includes(before.state)) {
    try {
      return resultOf(before.log, before.report, await writeStaged(db, before.id, before.report, job));
    } catch (error) {
      if (!(error instanceof StageLostError)) throw error;
      begin(job, 'checking', upload.size);
    }
  }
  const { importId, log: name, report } = await stageUpload(db, upload, job);
  return resultOf(name, report, await writeStaged(db, importId, report, job));
}

const resultOf = (name: string, { cases, bad, from, to }: ImportReport, written: Written): UploadResult => ({
  kind: 'log',
  log: name,
  ...written,
  records: cases,
  bad,
  different: 0,
  from,
  to,
});

function writeStaged(db: Database, importId: string, report: ImportReport, job: Job): Promise<Written> {
  begin(job, 'writing', report.rows);
  return writeImport({
    db,
    importId,
    signal: job.stop.signal,
    onProgress: ({ rows, written }) => {
      job.of = rows;
      job.done = written;
      job.rows = written;
    },
  });
}

async function stageUpload(db: Database, upload: Upload, job: Job): Promise<Staged> {
  const { id, fileName, mapping, rejects, madeBy, size } = upload;
  const aside = rejects ? openRejects(rejectsPath(id)) : null;
  const staged = await stage({
    db,
    bytes: openUpload(id),
    fileName,
    mapping: mapping ?? {},
    madeBy,
    rejects: aside ? (row) => aside.add(row) : undefined,
    signal: job.stop.signal,
    onProgress: ({ bytes, rows }) => {
      job.done = Math.min(bytes, size);
      job.rows = rows;
    },
  }).finally(() => aside?.close());
  await saveUpload({ ...upload, phase: 'writing', importId: staged.importId });
  return staged;
}

function begin(job: Job, phase: Job['phase'], of: number): void {
  Object.assign(job, { phase, of, done: 0, rows: 0, since: performance.now() });
}

/** What to tell people, or null where it is no doing of theirs. */
function wordsOf(fileName: string, error: unknown): string | null {
  if (error instanceof BadRowsError) {
    const { bad, problems } = error.report;
    return [
      `${bad.toLocaleString('en-US')} or more rows cannot be imported, so nothing was:`,
      ...problems.map((problem) => placed(fileName, problem, problem.message)),
      'Correct the file, or tick “Put bad rows aside” and start again.',
    ].join('\n');
  }
  if (error instanceof UnreadableFileError) {
    // Who staged it has put the place in front already.
    const words = error.message.startsWith(fileName)
      ? error.message
      : placed(fileName, error.place, error.reason);
    return `${words}\nNothing was imported.`;
  }
  return ['ImportBusyError', 'UnmappedColumnsError', 'StageLostError', 'BulkConflictError'].includes(
    (error as Error).name,
  )
    ? (error as Error).message
    : null;
}
