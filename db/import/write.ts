/**
 * The second pass of an import: writes what is staged into the log, in chunks that are there whole or not at all. How far
 * it is stands in the same transaction, so a run that was killed goes on where it stopped; and since the ids of
 * operations follow from what the rows say, what is there already is passed over.
 */
import { hexToBytes } from '@noble/hashes/utils.js';
import type { PoolClient } from 'pg';
import { recordWorkflow } from '@/lib/record/workflow';
import { announce } from '../announce';
import { append, type StreamAppend } from '../append';
import { BulkConflictError, readClock } from '../bulk-append';
import type { Database } from '../client';
import { readHeads } from '../heads';
import { claimed, type ImportRun, readImport, tidyStage } from './imports';
import {
  appendRows,
  type DueRow,
  type OpenRecord,
  openRecord,
  operationOf,
  type RunFacts,
} from './record-events';
import { readStaged, type WaitingRow } from './staged-rows';

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

const rowsEach = 2000;

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
    const writer = new ChunkWriter(db, client, await fromWhere(client, run));
    let chunk: WaitingRow[] = [];
    for await (const rows of readStaged(db.$client, importId, run.writtenThrough)) {
      options.signal?.throwIfAborted();
      chunk = chunk.length === 0 ? [...rows] : chunk.concat(rows);
      if (chunk.length < rowsEach) continue;
      await writer.write(chunk);
      options.onProgress?.({ rows: run.rows, written: writer.written });
      chunk = [];
    }
    await writer.write(chunk);
    options.onProgress?.({ rows: run.rows, written: run.rows });
    await client.query(`UPDATE imports SET state = 'done', written = rows, ended_at = now() WHERE id = $1`, [
      importId,
    ]);
    await tidyStage(client);
    return { rows: run.rows, added: run.rows - writer.present, present: writer.present };
  });
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

class ChunkWriter {
  written: number;
  present: number;
  private readonly facts: RunFacts;
  /** The record that the last chunk ended with: the next may go on with it. */
  private last: OpenRecord | null = null;

  constructor(
    private readonly db: Database,
    private readonly client: PoolClient,
    private readonly run: ImportRun,
  ) {
    this.written = run.written;
    this.present = run.present;
    this.facts = { importId: run.id, log: run.log, timeZone: run.mapping.timeZone ?? null };
  }

  /** Appends what the rows tell of and is not there yet, and notes how far that is, in one transaction. */
  async write(rows: readonly WaitingRow[]): Promise<void> {
    if (rows.length === 0) return;
    const { groups, recordedAt } = await this.open(byRecord(rows));
    const present = await this.findPresent(groups);
    const appends: StreamAppend[] = [];
    let last: OpenRecord | null = null;
    let found = 0;
    for (const { record, rows: own } of groups) {
      const missing = own.filter((each) => !present.has(keyOf(record.streamId, each.operationId)));
      found += own.filter(
        (each) => present.get(keyOf(record.streamId, each.operationId)) === 'others',
      ).length;
      const done = missing.length > 0 ? appendRows(record, missing, this.facts, recordedAt) : null;
      if (done) appends.push(done.append);
      last = done?.after ?? record;
    }
    const hashes = await this.commit(appends, {
      written: this.written + rows.length,
      present: this.present + found,
      through: last?.streamId ?? null,
    });
    this.written += rows.length;
    this.present += found;
    const hash = last && hashes.get(last.streamId);
    this.last = last && hash ? { ...last, hash: hexToBytes(hash) } : last;
    if (appends.length > 0) announce(this.db.$client);
  }

  private async open(groups: readonly RowsOfRecord[]) {
    const fresh = groups.filter(({ streamId }) => streamId !== this.last?.streamId);
    const asked = fresh.map(({ streamId, rows: [first] }) => ({
      streamId,
      operationId: (first as WaitingRow).content_id,
    }));
    const heads = asked.length > 0 ? await readHeads(this.client, asked) : [];
    const records = new Map(heads.map((head) => [head.streamId, openRecord(head)]));
    if (this.last) records.set(this.last.streamId, this.last);
    return {
      // Before the transaction has an id: a time read after it would turn the order of the feed around.
      recordedAt: heads[0]?.now ?? (await readClock(this.client)),
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
    const { rows } = await this.client.query<{ stream_id: string; operation_id: string; own: boolean }>(
      `SELECT stream_id, operation_id, coalesce(metadata->>'import_id' = $3, false) AS own FROM events
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

  private async commit(
    appends: readonly StreamAppend[],
    { written, present, through }: { written: number; present: number; through: string | null },
  ): Promise<Map<string, string>> {
    const { client, run } = this;
    await client.query('BEGIN');
    try {
      const hashes =
        appends.length > 0 ? await append(client, recordWorkflow.name, appends) : new Map<string, string>();
      if (hashes.size < appends.length) {
        throw new BulkConflictError(
          `A record of ${run.fileName} was changed while its rows were written. Run the import again to go on.`,
        );
      }
      await client.query(
        'UPDATE imports SET written = $2, present = $3, written_through = $4 WHERE id = $1',
        [run.id, written, present, through],
      );
      await client.query('COMMIT');
      return hashes;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }
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
