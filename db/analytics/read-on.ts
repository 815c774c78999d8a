/**
 * One step of the consumer: the next events of the feed become facts, and the checkpoint moves, in one transaction. A
 * rebuild is the same steps from the feed's beginning into the other generation, so there is one way to count.
 *
 * Most events only add a row that goes on from the record's last one. Where something was taken back or put back, what is
 * in force has changed behind it, and the record's acts are gone through again.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { PoolClient } from 'pg';
import { compiled } from '../prepared';

/** A place in the feed and what one step found behind it. */
export interface Step {
  /** How many events it read. */
  events: number;
  /** Were these all that there are? */
  caughtUp: boolean;
}

interface Generation {
  tx: string;
  position: string;
  status: string;
}

/**
 * Reads on in one generation, at most so many events. The caller's transaction holds the work together.
 *
 * @returns null where another process is at it, or there is no such work
 */
export async function readOn(
  client: PoolClient,
  { generation, limit }: { generation: number; limit: number },
): Promise<Step | null> {
  const { rows: found } = await client.query<Generation>(
    `SELECT tx::text, position, status FROM analytics_generations
      WHERE generation = $1 AND status <> 'idle' FOR UPDATE SKIP LOCKED`,
    [generation],
  );
  const [at] = found;
  if (!at) return null;
  await client.query(joinByHash);
  const added = await client.query<Added>(compiled(addFacts(generation, at, limit)));
  const { tx, position, events, unsettled } = added.rows[0] as Added;
  if (unsettled) await client.query(compiled(settle(generation, unsettled)));
  const moved = events > 0;
  await client.query(
    `UPDATE analytics_generations
        SET tx = $2::xid8, position = $3, events = events + $4, looked_at = clock_timestamp(), failure = NULL,
            moved_at = CASE WHEN $5 THEN clock_timestamp() ELSE moved_at END
      WHERE generation = $1`,
    [generation, moved ? tx : at.tx, moved ? position : at.position, events, moved],
  );
  return { events, caughtUp: events < limit };
}

/**
 * How many rows a step has can't be told from statistics, and joining thousands of rows to thousands one by one is slow. So is
 * merging them by their record alone, which is what the planner thinks of where all rows are of one long record: a hash
 * takes record and version together.
 */
export const joinByHash =
  "SET LOCAL enable_nestloop = off; SET LOCAL enable_mergejoin = off; SET LOCAL jit = off; SET LOCAL work_mem = '32MB'";

interface Added {
  tx: string;
  position: string;
  events: number;
  /** Records whose acts must be gone through again. */
  unsettled: string[] | null;
}

/** What an event is called: the name that it has in an imported log, or else its type. */
const activity = sql.raw(
  `CASE WHEN workflow = 'record' THEN coalesce(payload->>'activity', type) ELSE type END`,
);

/** Whose the record is from this event on; null where it says nothing of that. */
const customer = sql.raw(`CASE WHEN workflow = 'customer' THEN stream_id::text
  ELSE coalesce(changes->'customer.id'->>'to', changes->'customerId'->>'to') END`);

/** Adds the rows of the next events. Each record goes on from the last row that it has. */
const addFacts = (generation: number, after: { tx: string; position: string }, limit: number): SQL => sql`
  WITH next AS MATERIALIZED (
    SELECT tx, position, workflow, stream_id, version, ${activity} AS activity, cause, actor_id, actor_kind, actor_name,
           occurred_at, reverts_version, ${customer} AS customer, metadata->>'process' AS process
      FROM events
     WHERE (tx, position) > (${after.tx}::xid8, ${after.position}::bigint)
       AND tx < pg_snapshot_xmin(pg_current_snapshot())
     ORDER BY tx, position LIMIT ${limit}
  ), records AS MATERIALIZED (
    SELECT stream_id, min(version) AS begins, bool_or(reverts_version IS NOT NULL) AS reverted
      FROM next GROUP BY stream_id
  ), last AS MATERIALIZED (
    SELECT r.stream_id, f.version, f.customer_id, f.process, f.step, f.trail,
           CASE WHEN f.reverts_version IS NULL THEN f.activity ELSE f.prev_activity END AS activity,
           CASE WHEN f.reverts_version IS NULL THEN f.occurred_at ELSE f.prev_at END AS at
      FROM records r CROSS JOIN LATERAL (
        SELECT * FROM analytics_fact_rows
         WHERE generation = ${generation} AND stream_id = r.stream_id AND r.begins > 1
         ORDER BY version DESC LIMIT 1
      ) f
  ), told AS (
    SELECT n.*, l.customer_id AS had_customer, l.process AS had_process, coalesce(l.step, 0) AS had_step,
           coalesce(l.trail, 0) AS had_trail,
           max(n.version) FILTER (WHERE n.customer IS NOT NULL) OVER stream AS customer_since,
           min(n.version) FILTER (WHERE n.process IS NOT NULL) OVER stream AS process_since,
           coalesce(lag(n.activity) OVER stream, l.activity) AS prev_activity,
           coalesce(lag(n.occurred_at) OVER stream, l.at) AS prev_at
      FROM next n LEFT JOIN last l USING (stream_id)
    WINDOW stream AS (PARTITION BY n.stream_id ORDER BY n.version)
  ), ${steps(sql`told`)}, added AS (
    INSERT INTO analytics_fact_rows (generation, workflow, stream_id, version, activity, cause, actor_id, actor_kind,
      actor_name, occurred_at, customer_id, process, prev_activity, prev_at, step, trail, reverts_version)
    SELECT ${generation}, s.workflow, s.stream_id, s.version, s.activity, s.cause, s.actor_id, s.actor_kind,
           s.actor_name, s.occurred_at, coalesce(c.customer::uuid, had_customer), coalesce(had_process, p.process),
           s.prev_activity, s.prev_at, s.step, s.trail, s.reverts_version
      FROM (
        SELECT *, ${trail} AS trail FROM stepped WINDOW stream AS (PARTITION BY stream_id ORDER BY version)
      ) s
      LEFT JOIN (SELECT * FROM next WHERE customer IS NOT NULL) c ON c.stream_id = s.stream_id AND c.version = s.customer_since
      LEFT JOIN next p ON p.stream_id = s.stream_id AND p.version = s.process_since
  )
  SELECT (SELECT count(*)::int FROM next) AS events,
         (SELECT array_agg(stream_id) FROM records WHERE reverted) AS unsettled, at.*
    FROM (SELECT 1) one LEFT JOIN LATERAL (
      SELECT tx::text, position FROM next ORDER BY next.tx DESC, next.position DESC LIMIT 1
    ) at ON true`;

/** How the acts of records are numbered: one after another of a kind are one step. */
function steps(told: SQL): SQL {
  return sql`stepped AS (
    SELECT *, activity IS DISTINCT FROM prev_activity AS steps,
           had_step + count(*) FILTER (WHERE activity IS DISTINCT FROM prev_activity) OVER stream AS step
      FROM ${told} WINDOW stream AS (PARTITION BY stream_id ORDER BY version)
  )`;
}

/** All acts up to a row as one number. Each step's hash knows its place, so that the order counts. */
const trail = sql`had_trail # coalesce(bit_xor(CASE WHEN steps THEN hashtextextended(activity, step) END) OVER stream, 0)`;

/**
 * Goes through all acts of some records again: which of them are taken back, and what follows on what among those in force.
 * A row that is not in force knows the last one that is, from which the next event goes on.
 */
export const settle = (generation: number, streams: readonly string[]): SQL => sql`
  WITH RECURSIVE fact AS MATERIALIZED (
    SELECT * FROM analytics_fact_rows WHERE generation = ${generation} AND stream_id = ANY(${sql.param(streams)}::uuid[])
  ), chain AS (
    SELECT r.stream_id, b.version AS base, r.version AS tip, 1 AS depth, r.occurred_at AS at, r.actor_name AS by,
           b.occurred_at AS reverted_at
      FROM fact b JOIN fact r ON r.stream_id = b.stream_id AND r.reverts_version = b.version
     WHERE b.reverts_version IS NULL
    UNION ALL
    SELECT r.stream_id, c.base, r.version, c.depth + 1, r.occurred_at, r.actor_name, c.at
      FROM chain c JOIN fact r ON r.stream_id = c.stream_id AND r.reverts_version = c.tip
  ), base AS (
    SELECT stream_id, base AS version, array_agg(at ORDER BY depth) AS toggles, count(*) % 2 = 1 AS undone,
           max(at) AS undone_at, (array_agg(by ORDER BY depth DESC))[1] AS undone_by
      FROM chain GROUP BY stream_id, base
  ), told AS MATERIALIZED (
    SELECT f.stream_id, f.version, f.activity, f.occurred_at, 0 AS had_step, 0::bigint AS had_trail,
           lag(f.activity) OVER stream AS prev_activity, lag(f.occurred_at) OVER stream AS prev_at
      FROM fact f LEFT JOIN base b USING (stream_id, version)
     WHERE f.reverts_version IS NULL AND b.undone IS NOT TRUE
    WINDOW stream AS (PARTITION BY f.stream_id ORDER BY f.version)
  ), ${steps(sql`told`)}, standing AS MATERIALIZED (
    SELECT *, ${trail} AS trail FROM stepped WINDOW stream AS (PARTITION BY stream_id ORDER BY version)
  ), final AS (
    SELECT DISTINCT ON (stream_id) stream_id, activity, occurred_at, step, trail FROM standing
     ORDER BY stream_id, version DESC
  ), settled AS (
    SELECT f.stream_id, f.version, b.toggles, CASE WHEN b.undone THEN b.undone_at END AS undone_at,
           CASE WHEN b.undone THEN b.undone_by END AS undone_by,
           CASE WHEN s.version IS NULL THEN l.activity ELSE s.prev_activity END AS prev_activity,
           CASE WHEN s.version IS NULL THEN l.occurred_at ELSE s.prev_at END AS prev_at,
           coalesce(s.step, l.step, 0) AS step, coalesce(s.trail, l.trail, 0) AS trail,
           c.depth, c.reverted_at, o.activity AS base_activity, o.actor_id AS base_actor_id,
           o.actor_name AS base_actor_name
      FROM fact f
      LEFT JOIN base b ON b.stream_id = f.stream_id AND b.version = f.version
      LEFT JOIN standing s ON s.stream_id = f.stream_id AND s.version = f.version
      LEFT JOIN final l ON l.stream_id = f.stream_id
      LEFT JOIN chain c ON c.stream_id = f.stream_id AND c.tip = f.version
      LEFT JOIN fact o ON o.stream_id = f.stream_id AND o.version = c.base
  )
  UPDATE analytics_fact_rows f
     SET toggles = s.toggles, undone_at = s.undone_at, undone_by = s.undone_by, prev_activity = s.prev_activity,
         prev_at = s.prev_at, step = s.step, trail = s.trail, depth = s.depth, reverted_at = s.reverted_at,
         base_activity = s.base_activity, base_actor_id = s.base_actor_id, base_actor_name = s.base_actor_name
    FROM settled s
   WHERE f.generation = ${generation} AND f.stream_id = ANY(${sql.param(streams)}::uuid[])
     AND f.stream_id = s.stream_id AND f.version = s.version
     AND (f.toggles, f.undone_at, f.undone_by, f.prev_activity, f.prev_at, f.step, f.trail, f.depth, f.reverted_at)
         IS DISTINCT FROM
         (s.toggles, s.undone_at, s.undone_by, s.prev_activity, s.prev_at, s.step, s.trail, s.depth, s.reverted_at)`;
