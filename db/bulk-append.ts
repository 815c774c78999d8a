/**
 * Many records at once: what is brought in from elsewhere, each with its first events and the number it already has.
 * A chunk is one transaction, set-based throughout, so it is there whole or not at all.
 */
import type { PoolClient } from 'pg';
import { append, type StreamAppend } from './append';
import { copyNewRecords, type NewRecords } from './copy-new-records';

/** Where queries that stand for themselves run: the pool or one connection. */
export interface Queries {
  query(config: { text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

/** A number that a record brings along: its series passes it over from now on. */
export interface BroughtNumber {
  series: string;
  number: string;
  streamId: string;
  /** What has it: the record itself, or a credit note on it. */
  holder: string;
}

export interface BulkAppend {
  workflow: string;
  numbers: readonly BroughtNumber[];
  /** Records that are not here yet, as rows. */
  fresh: NewRecords;
  /** Whatever goes the way of a command: records that are here, and workflows whose records cannot be copied. */
  known: readonly StreamAppend[];
}

/** Something else got there first; nothing of the chunk was written. */
export class BulkConflictError extends Error {
  override name = 'BulkConflictError';
}

const uniqueViolation = '23505';
const goOn = 'Run it again to go on.';

/** Gives numbers to what brings them along, within the transaction of whoever calls. Throws a `BulkConflictError` if one is taken. */
export async function allocateNumbers(client: PoolClient, numbers: readonly BroughtNumber[]): Promise<void> {
  if (numbers.length === 0) return;
  const { rows } = await client.query<{ number: string }>({
    name: 'retrace_allocate',
    text: `INSERT INTO number_allocations (series, number, stream_id, holder)
           SELECT * FROM unnest($1::text[], $2::text[], $3::uuid[], $4::uuid[])
           ON CONFLICT DO NOTHING RETURNING number`,
    values: [
      numbers.map(({ series }) => series),
      numbers.map(({ number }) => number),
      numbers.map(({ streamId }) => streamId),
      numbers.map(({ holder }) => holder),
    ],
  });
  if (rows.length < numbers.length) {
    const free = new Set(rows.map((row) => row.number));
    const taken = numbers.find(({ number }) => !free.has(number))?.number;
    throw new BulkConflictError(`The number ${taken} was given to another record meanwhile. ${goOn}`);
  }
}

/**
 * Writes records, most of them new, with their numbers in one transaction. Throws a `BulkConflictError` if one had moved, or
 * is here after all.
 *
 * @param besides whatever else belongs into the transaction
 */
export async function bulkAppend(
  client: PoolClient,
  { workflow, numbers, fresh, known }: BulkAppend,
  besides?: () => Promise<unknown>,
): Promise<void> {
  await client.query('BEGIN');
  try {
    await allocateNumbers(client, numbers);
    await copyNewRecords(client, fresh);
    const moved = known.length > 0 ? await append(client, workflow, known) : new Map();
    if (moved.size < known.length) {
      const other = known.find(({ streamId }) => !moved.has(streamId));
      throw new BulkConflictError(
        `The record ${other?.streamId} was ${other?.expected === 0 ? 'created' : 'changed'} by another process meanwhile. ${goOn}`,
      );
    }
    await besides?.();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    if ((error as { code?: string }).code !== uniqueViolation) throw error;
    throw new BulkConflictError(`A record was created by another process meanwhile. ${goOn}`, {
      cause: error,
    });
  }
}

/** The database's clock, ISO 8601 in UTC with microseconds: the `recorded_at` of what is appended next. */
export async function readClock(client: Queries): Promise<string> {
  const { rows } = await client.query({
    text: `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS now`,
    values: [],
  });
  return (rows[0] as { now: string }).now;
}

/** The metadata of the first events of those of these records that exist, by record. */
export async function readFirstMetadata(
  client: Queries,
  streamIds: readonly string[],
): Promise<Map<string, unknown>> {
  const { rows } = await client.query({
    text: 'SELECT stream_id, metadata FROM events WHERE stream_id = ANY($1::uuid[]) AND version = 1',
    values: [streamIds],
  });
  return new Map(
    (rows as { stream_id: string; metadata: unknown }[]).map((row) => [row.stream_id, row.metadata]),
  );
}

/** Which of these numbers belong to a record already, of whatever series: the record's id by number. */
export async function readAllocations(
  client: Queries,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await client.query({
    text: 'SELECT number, stream_id FROM number_allocations WHERE number = ANY($1::text[])',
    values: [numbers],
  });
  return new Map((rows as { number: string; stream_id: string }[]).map((row) => [row.number, row.stream_id]));
}

/**
 * Moves a series past the numbers that were brought along, in one step: handing out the next number would otherwise
 * try each of them. It never moves back, and leaves no gap.
 */
export async function advanceSeries(client: Queries, series: string): Promise<void> {
  await client.query({
    text: `UPDATE number_series s
              SET next = (SELECT min(n)
                            FROM generate_series(s.next, s.next + (SELECT count(*) FROM number_allocations)) AS n
                           WHERE NOT EXISTS (
                             SELECT 1 FROM number_allocations a
                              WHERE a.number = s.prefix || lpad(n::text, greatest(s.digits, length(n::text)), '0')))
            WHERE s.name = $1`,
    values: [series],
  });
}

/**
 * Moves each series behind the highest of its numbers that is held: for records that bring along the numbers that were
 * given out for them by another installation's counter, which goes on here.
 */
export async function passHeldNumbers(client: Queries): Promise<void> {
  await client.query({
    text: `UPDATE number_series s
              SET next = greatest(s.next, 1 + (
                    SELECT max(substr(number, length(s.prefix) + 1)::bigint)
                      FROM number_allocations
                     WHERE series = s.name AND starts_with(number, s.prefix)
                       AND substr(number, length(s.prefix) + 1) ~ '^[0-9]{1,15}$'))`,
    values: [],
  });
}
