/**
 * Brings an export of ours in again: the very same events, under the same ids, versions and hashes, with the heads, snapshots
 * and read tables that follow from them.
 *
 * Two passes over the file. The first holds every line to what the log promises and to what is here, and writes nothing; the
 * second appends, a transaction a chunk. What is here already is passed over, so a run that was interrupted, or repeated,
 * adds what is missing. A record that went another way here is left alone.
 */
import { LogCheck } from '@/lib/log-file/log-check';
import { isEventLine, LineProblem, readEventLine } from '@/lib/log-file/read-event-line';
import { readClock } from '../bulk-append';
import type { Database } from '../client';
import { nativeSha256 } from '../stored-event';
import type { Bytes } from './file-text';
import { HistoryWriter } from './history-append';
import { compareWithHere, type DifferentRecord, type ReadEvent } from './history-compare';
import { readChainEnd } from './history-present';
import { textLines } from './text-lines';
import { UnreadableFileError } from './unreadable-file';

export interface HistoryImport {
  db: Database;
  /** The file from its beginning; it is read twice. */
  open: () => Bytes;
  /** Look only, write nothing. */
  dryRun: boolean;
  /**
   * Why whoever imports may not add events of this workflow, or null if they may. A hash is no signature: without this a
   * file could grant what its author may not.
   */
  barred?: (workflow: string) => string | null;
  /** Told as it goes, with how many events came to that. */
  advance?: (pass: 'checking' | 'writing', events: number) => void;
}

/** Is this an export of ours, JSON Lines with every column of the log, packed by gzip or not? */
export async function isHistory(bytes: Bytes): Promise<boolean> {
  try {
    for await (const { text } of textLines(bytes)) return isEventLine(text);
  } catch (error) {
    // What it is instead, whoever reads it as that says.
    if (!(error instanceof UnreadableFileError)) throw error;
  }
  return false;
}

export interface HistoryImportResult {
  /** In the file. */
  events: number;
  records: number;
  /** Of these, what was not here yet; with `dryRun` what would be added. */
  addedEvents: number;
  addedRecords: number;
  /** When the first and the last of them happened, ISO 8601 in UTC; null of an empty file. */
  span: { from: string; to: string } | null;
  /** Records that were left alone. */
  different: readonly DifferentRecord[];
}

/**
 * Throws an `UnreadableFileError`, with nothing written, where the file is not what was exported, and a `BulkConflictError` where
 * somebody else wrote the same records meanwhile: whole chunks are in then, and another run adds the rest.
 */
export async function importHistory(options: HistoryImport): Promise<HistoryImportResult> {
  const { result, different } = await check(options);
  if (options.dryRun || result.addedEvents === 0) return result;
  await write(options, different);
  return result;
}

async function check({ db, open, barred, advance }: HistoryImport): Promise<Checked> {
  const lines = new LogCheck(await readClock(db.$client), nativeSha256);
  const different = new Map<string, DifferentRecord>();
  const result = { events: 0, records: 0, addedEvents: 0, addedRecords: 0 };
  let [from, to] = ['', ''];
  let streamId = '';
  for await (const events of readBatches(open())) {
    for (const { event, line } of events) {
      const begins = event.stream_id !== streamId;
      const before = begins && event.version > 1 ? await readChainEnd(db.$client, event) : null;
      at(line, () => lines.next(event, before));
      streamId = event.stream_id;
      const { occurred_at: time } = event;
      if (!from || time < from) from = time;
      if (time > to) to = time;
      result.events += 1;
      if (begins) result.records += 1;
    }
    const added = await compareWithHere(db, events, different);
    refuseBarred(added, barred);
    result.addedEvents += added.length;
    result.addedRecords += added.filter(({ event }) => event.version === 1).length;
    advance?.('checking', events.length);
  }
  const span = from ? { from, to } : null;
  return { result: { ...result, span, different: [...different.values()] }, different };
}

interface Checked {
  result: HistoryImportResult;
  different: ReadonlyMap<string, DifferentRecord>;
}

function refuseBarred(added: readonly ReadEvent[], barred: HistoryImport['barred']): void {
  for (const { event, line } of added) {
    const reason = barred?.(event.workflow);
    if (reason)
      throw new UnreadableFileError(`This adds to a record of the workflow ${event.workflow}. ${reason}`, {
        line,
      });
  }
}

async function write({ db, open, advance }: HistoryImport, different: Checked['different']): Promise<void> {
  await HistoryWriter.run(db, async (writer) => {
    for await (const events of readBatches(open())) {
      await writer.write(events.map(({ event }) => event).filter((event) => !different.has(event.stream_id)));
      advance?.('writing', events.length);
    }
  });
}

/** So many events are looked at, and written, at once; fewer where they are large. */
const batchSize = 3000;
const batchLength = 4 * 1024 * 1024;

async function* readBatches(bytes: Bytes): AsyncGenerator<readonly ReadEvent[], undefined> {
  let events: ReadEvent[] = [];
  let length = 0;
  for await (const { text, line } of textLines(bytes)) {
    events.push({ event: at(line, () => readEventLine(text)), line });
    length += text.length;
    if (events.length < batchSize && length < batchLength) continue;
    yield events;
    events = [];
    length = 0;
  }
  if (events.length > 0) yield events;
  return undefined;
}

function at<T>(line: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof LineProblem)) throw error;
    const { message, column } = error;
    throw new UnreadableFileError(message, { line, ...(column !== null && { column }) });
  }
}
