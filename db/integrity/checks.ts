/**
 * Checking every record against its events: hash chain, head, snapshots and read tables (record-faults.ts). A check is a row
 * that says how far it is; every app process goes on with it, one at a time, and what is lost with a process is only a
 * portion that was not noted down.
 *
 * A portion is read from one snapshot of the database, so records that are written meanwhile are as consistent as any. Nothing
 * is written in that transaction: it would hold back the mark of the feed.
 */
import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { Fault, IntegrityCheck } from '@/lib/integrity/check';
import { allSteps } from '../keep-at-it';
import { transaction } from '../transaction';
import { readTables, recordFaults } from './record-faults';

/** Records of one portion: its snapshot is held for as long as they take. */
const portionSize = 50;

/** As many faults are kept; more are counted. */
const mostKept = 100;

/** Any number will do, as long as nobody else takes this lock in Retrace's database. */
const checkLock = 7_382_022;

/**
 * Begins a check of everything; whoever keeps at it does the work.
 *
 * @returns false where one is under way already
 */
export async function beginCheck(pool: Pool, by: { id: string; name: string }): Promise<boolean> {
  const { rowCount } = await pool.query(
    `INSERT INTO integrity_checks (id, started_by, started_by_name, goal, looked_at)
     SELECT $1, $2, $3, count(*), clock_timestamp() FROM streams
     ON CONFLICT DO NOTHING`,
    [randomUUID(), by.id, by.name],
  );
  return rowCount === 1;
}

interface Begun {
  id: string;
  through: string | null;
  faults: number;
}

interface Portion {
  check: Begun;
  records: readonly string[];
  events: number;
  found: readonly Fault[];
}

/**
 * Checks the next records of the check that is under way.
 *
 * @returns how many; 0 where there is none under way, it has just ended, or another process is at it
 */
export async function checkOnce(pool: Pool, size = portionSize): Promise<number> {
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM integrity_checks WHERE ended_at IS NULL');
  const [running] = rows;
  if (!running) return 0;
  try {
    const portion = await transaction(pool, (client) => readPortion(client, size));
    if (!portion) return 0;
    await note(pool, portion);
    return portion.records.length;
  } catch (error) {
    await pool.query('UPDATE integrity_checks SET failure = $2 WHERE id = $1', [
      running.id,
      (error as Error).message,
    ]);
    throw error;
  }
}

/** Checks on until the check is at its end, or it is told to stop. */
export const checkAll = (pool: Pool, signal?: AbortSignal): Promise<number> =>
  allSteps(() => checkOnce(pool), signal);

const nil = '00000000-0000-0000-0000-000000000000';

/** The records whose ids come next, wherever there is a trace of them: without events, or without a head, they are faults. */
const selectNext = `SELECT stream_id FROM (${[
  '(SELECT DISTINCT stream_id FROM events WHERE stream_id > $1::uuid ORDER BY stream_id LIMIT $2)',
  ...['streams', ...readTables].map(
    (table) => `(SELECT stream_id FROM ${table} WHERE stream_id > $1::uuid ORDER BY stream_id LIMIT $2)`,
  ),
].join(' UNION ')}) traces ORDER BY stream_id LIMIT $2`;

async function readPortion(client: PoolClient, size: number): Promise<Portion | null> {
  await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const { rows: locked } = await client.query(`SELECT pg_try_advisory_xact_lock(${checkLock}) AS free`);
  if (!locked[0].free) return null;
  const { rows: begun } = await client.query<Begun>(
    'SELECT id, checked_through AS through, faults::int FROM integrity_checks WHERE ended_at IS NULL',
  );
  const [check] = begun;
  if (!check) return null;
  const { rows } = await client.query<{ stream_id: string }>(selectNext, [check.through ?? nil, size]);
  const records = rows.map(({ stream_id }) => stream_id);
  const found: Fault[] = [];
  for (const streamId of records) {
    const faults = await recordFaults({ $client: client }, streamId);
    if (faults.length === 0) continue;
    const workflow = await workflowOfRecord(client, streamId);
    found.push(...faults.map((what) => ({ streamId, workflow, what })));
  }
  const { rows: counted } = await client.query<{ events: number }>(
    'SELECT count(*)::int AS events FROM events WHERE stream_id = ANY($1::uuid[])',
    [records],
  );
  return { check, records, events: counted[0]?.events ?? 0, found };
}

async function workflowOfRecord(client: PoolClient, streamId: string): Promise<string | null> {
  const { rows } = await client.query<{ workflow: string }>(
    'SELECT workflow FROM events WHERE stream_id = $1 ORDER BY version LIMIT 1',
    [streamId],
  );
  return rows[0]?.workflow ?? null;
}

/** Notes a portion down, unless another process has done the same one. */
async function note(pool: Pool, { check, records, events, found }: Portion): Promise<void> {
  const kept = found.slice(0, Math.max(0, mostKept - check.faults));
  await pool.query(
    `UPDATE integrity_checks
        SET records = records + $3, events = events + $4, faults = faults + $5, found = found || $6::jsonb,
            checked_through = coalesce($7, checked_through), looked_at = clock_timestamp(), failure = NULL,
            ended_at = CASE WHEN $3 = 0 THEN clock_timestamp() END
      WHERE id = $1 AND checked_through IS NOT DISTINCT FROM $2 AND ended_at IS NULL`,
    [
      check.id,
      check.through,
      records.length,
      events,
      found.length,
      JSON.stringify(kept),
      records.at(-1) ?? null,
    ],
  );
}

/** As many checks are told of. */
const mostTold = 20;

/** The checks, the newest first. */
export async function readChecks(pool: Pool): Promise<IntegrityCheck[]> {
  const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  const { rows } = await pool.query<IntegrityCheck>(
    `SELECT id, ${iso('started_at')} AS "startedAt", started_by_name AS "byName", goal::float8, records::float8,
            events::float8, faults::float8, found, ${iso('looked_at')} AS "lookedAt", ${iso('ended_at')} AS "endedAt",
            failure
       FROM integrity_checks ORDER BY started_at DESC LIMIT ${mostTold}`,
  );
  return rows;
}
