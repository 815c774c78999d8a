/** Makes staged rows into events, chunk by chunk: while one is written the next is made ready. */
import { hexToBytes } from '@noble/hashes/utils.js';
import type { PoolClient } from 'pg';
import { announce } from '../announce';
import type { StreamAppend } from '../append';
import { type BroughtNumber, BulkConflictError, bulkAppend, readClock } from '../bulk-append';
import type { Database } from '../client';
import { NewRecordRows, type NewRecords } from '../copy-new-records';
import { readHeads } from '../heads';
import { toStored } from '../stored-event';
import type { ImportRun } from './imports';
import { type DueRow, type ImportTarget, type OpenRecord, openRecord, operationOf } from './open-record';
import { Pauses } from './pauses';
import type { WaitingRow } from './staged-rows';
import { targetOf } from './target';

/** A chunk that is ready to be written. */
interface ReadyChunk {
  fresh: NewRecords;
  /** For records that are there already. */
  known: readonly StreamAppend[];
  numbers: readonly (BroughtNumber & { line: number })[];
  /** What changes nothing. */
  idle: readonly { streamId: string; operationId: string }[];
  /** Rows that the workflow’s rules forbid. */
  problems: readonly { line: number; message: string }[];
  rows: number;
  present: number;
  through: string;
}

export class ChunkWriter {
  written: number;
  private presentRows: number;
  private readonly target: ImportTarget;
  /** The record that the last chunk ended with: the next may go on with it. */
  private last: OpenRecord | null = null;
  /** The chunk that is being written, while the next is made ready. */
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Database,
    /** For reading and for writing, one each: what is read has no part in a transaction that writes. */
    private readonly clients: { reading: PoolClient; writing: PoolClient },
    private readonly run: ImportRun,
  ) {
    this.written = run.written;
    this.presentRows = run.present;
    this.target = targetOf(run);
  }

  /** Makes these rows ready and begins to write them, as soon as those before them are written. */
  async write(rows: readonly WaitingRow[]): Promise<void> {
    if (rows.length === 0) return;
    // What comes of the chunk before is not known to the database yet, but here.
    const chunk = await this.ready(rows);
    await this.writing;
    this.writing = this.commit(chunk);
    // It is awaited with the next chunk: until then its failure is nobody's.
    this.writing.catch(() => undefined);
  }

  /** @returns how many rows were there already */
  async end(): Promise<number> {
    await this.writing;
    return this.presentRows;
  }

  /** What the rows lead to. Nothing of it is written yet. */
  async ready(rows: readonly WaitingRow[]): Promise<ReadyChunk> {
    const { groups, recordedAt } = await this.open(byRecord(rows));
    const present = await this.findPresent(groups);
    const fresh = new NewRecordRows(this.target.workflow.name);
    const known: StreamAppend[] = [];
    const numbers: (BroughtNumber & { line: number })[] = [];
    const idle: { streamId: string; operationId: string }[] = [];
    const problems: { line: number; message: string }[] = [];
    let last: OpenRecord | null = null;
    let found = 0;
    const pause = new Pauses();
    for (const { record, rows: own } of groups) {
      await pause.due();
      const missing = own.filter((each) => !present.has(keyOf(record.streamId, each.operationId)));
      found += own.filter(
        (each) => present.get(keyOf(record.streamId, each.operationId)) === 'others',
      ).length;
      const done = this.target.eventsOf(record, missing, recordedAt);
      if (done.append?.expected === 0) fresh.add(done.append);
      else if (done.append) known.push(done.append);
      numbers.push(...done.numbers);
      idle.push(...done.idle.map((operationId) => ({ streamId: record.streamId, operationId })));
      problems.push(...done.problems);
      last = done.after;
    }
    const made = fresh.done();
    if (last) this.last = { ...last, hash: headOf(last, made, known) };
    return {
      fresh: made,
      known,
      numbers,
      idle,
      problems,
      rows: rows.length,
      present: found + idle.length,
      through: (last as OpenRecord).streamId,
    };
  }

  private async open(groups: readonly RowsOfRecord[]) {
    const fresh = groups.filter(({ streamId }) => streamId !== this.last?.streamId);
    const asked = fresh.map(({ streamId, rows: [first] }) => ({
      streamId,
      operationId: (first as WaitingRow).content_id,
    }));
    const heads = asked.length > 0 ? await readHeads(this.clients.reading, asked) : [];
    const records = new Map(heads.map((head) => [head.streamId, openRecord(head, this.target.workflow)]));
    if (this.last) records.set(this.last.streamId, this.last);
    return {
      // Before the transaction has an id: a time read after it would turn the order of the feed around.
      recordedAt: heads[0]?.now ?? (await readClock(this.clients.reading)),
      groups: groups.map(({ streamId, rows }) => {
        const record = records.get(streamId) as OpenRecord;
        return {
          record,
          rows: rows.map((row): DueRow => ({ row, operationId: operationOf(row, record.seen) })),
        };
      }),
    };
  }

  /** Which of these rows are events already, and whether this very run or another one wrote them. */
  private async findPresent(
    groups: readonly { record: OpenRecord; rows: readonly DueRow[] }[],
  ): Promise<Map<string, 'own' | 'others'>> {
    const known = groups.filter(({ record }) => record.existed);
    if (known.length === 0) return new Map();
    const { rows } = await this.clients.reading.query<{
      stream_id: string;
      operation_id: string;
      own: boolean;
    }>(
      `SELECT stream_id, operation_id, coalesce(metadata->>'import_id' = $3, false) AS own FROM events
        WHERE stream_id = ANY($1::uuid[]) AND operation_id = ANY($2::uuid[])
       UNION ALL
       SELECT stream_id, operation_id, import_id::text = $3 FROM import_idle_rows
        WHERE stream_id = ANY($1::uuid[]) AND operation_id = ANY($2::uuid[])`,
      [
        known.map(({ record }) => record.streamId),
        known.flatMap(({ rows }) => rows.map(({ operationId }) => operationId)),
        this.run.id,
      ],
    );
    return new Map(
      rows.map((row) => [keyOf(row.stream_id, row.operation_id), row.own ? 'own' : 'others'] as const),
    );
  }

  /** Writes a chunk, and how far that is, in one transaction. */
  private async commit({
    fresh,
    known,
    numbers,
    idle,
    problems,
    rows,
    present,
    through,
  }: ReadyChunk): Promise<void> {
    const { run } = this;
    const client = this.clients.writing;
    // The first pass tried these very rows; this only holds it to its word.
    const [broken] = problems;
    if (broken) throw new BulkConflictError(`${run.fileName}, line ${broken.line}: ${broken.message}`);
    await bulkAppend(client, { workflow: this.target.workflow.name, numbers, fresh, known }, async () => {
      if (idle.length > 0) await rememberIdle(client, run.id, idle);
      await client.query(
        'UPDATE imports SET written = $2, present = $3, written_through = $4 WHERE id = $1',
        [run.id, this.written + rows, this.presentRows + present, through],
      );
    });
    this.written += rows;
    this.presentRows += present;
    announce(this.db.$client);
  }
}

/** What changes nothing leaves no event by which the next run would know it. */
async function rememberIdle(client: PoolClient, importId: string, idle: ReadyChunk['idle']): Promise<void> {
  await client.query(
    `INSERT INTO import_idle_rows (stream_id, operation_id, import_id)
     SELECT stream_id, operation_id, $3 FROM unnest($1::uuid[], $2::uuid[]) AS u (stream_id, operation_id)
     ON CONFLICT DO NOTHING`,
    [idle.map(({ streamId }) => streamId), idle.map(({ operationId }) => operationId), importId],
  );
}

/** The hash of a record after a chunk: the next link of its chain hangs on it. */
function headOf(
  { streamId, hash }: OpenRecord,
  { hashes }: NewRecords,
  known: readonly StreamAppend[],
): Uint8Array | null {
  const fresh = hashes.get(streamId);
  if (fresh) return hexToBytes(fresh);
  const own = known.find((each) => each.streamId === streamId);
  return own ? own.appended.reduce((previous, { event }) => toStored(event, previous).hash, own.hash) : hash;
}

interface RowsOfRecord {
  streamId: string;
  rows: readonly WaitingRow[];
}

/** Rows in the order of their records, those of each record together. */
function byRecord(rows: readonly WaitingRow[]): RowsOfRecord[] {
  const groups: { streamId: string; rows: WaitingRow[] }[] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    if (group?.streamId === row.stream_id) group.rows.push(row);
    else groups.push({ streamId: row.stream_id, rows: [row] });
  }
  return groups;
}

const keyOf = (streamId: string, operationId: string): string => `${streamId} ${operationId}`;
