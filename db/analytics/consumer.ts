/**
 * The consumer of the feed that keeps the analytics. Every app process runs one; whoever holds a generation's row writes on,
 * the others pass by, and what is lost with a process is only a step that was not committed.
 */
import type { Pool } from 'pg';
import { allSteps } from '../keep-at-it';
import { transaction } from '../transaction';
import { readOn, type Step } from './read-on';
import { beginRebuild, clearIdle, switchOver } from './rebuild';

/** Events of one step: more would hold the mark of the feed back for longer, fewer cost more each. */
const stepSize = 10_000;

interface Work {
  generation: number;
  status: 'current' | 'building';
  /** Is there an event behind its checkpoint? */
  waiting: boolean;
  /** Is the event at its checkpoint gone? Then this is another log than the one that was counted. */
  lost: boolean;
}

/** The next event is asked for in the feed's order: without it the planner reads the whole log to see whether there is one. */
const selectWork = `
  SELECT generation, status,
         coalesce((SELECT e.tx < pg_snapshot_xmin(pg_current_snapshot()) FROM events e
                    WHERE (e.tx, e.position) > (g.tx, g.position) ORDER BY e.tx, e.position LIMIT 1), false) AS waiting,
         g.position > 0 AND NOT EXISTS (SELECT FROM events e WHERE (e.tx, e.position) = (g.tx, g.position)) AS lost
    FROM analytics_generations g WHERE status <> 'idle' ORDER BY status DESC`;

/**
 * Reads on wherever there is something to read, one step each: first the numbers that answer, then those that are being
 * rebuilt.
 *
 * @returns how many events were counted; 0 where nothing is left to do, or others are at it
 */
export async function consumeOnce(pool: Pool, limit = stepSize): Promise<number> {
  const { rows: works } = await pool.query<Work>(selectWork);
  if (works.some(({ lost }) => lost)) await startOver(pool, works);
  let counted = 0;
  for (const { generation, status, waiting, lost } of works) {
    if (lost || (status === 'current' && !waiting)) continue;
    const step = await take(pool, { generation, limit, building: status === 'building' });
    counted += step?.events ?? 0;
  }
  return counted;
}

/** Reads on until there is nothing left, or it is told to stop. */
export const consumeAll = (pool: Pool, signal?: AbortSignal): Promise<number> =>
  allSteps(() => consumeOnce(pool), signal);

/** One step in one generation, in a transaction of its own. What goes wrong is kept where Admin shows it. */
async function take(
  pool: Pool,
  { generation, limit, building }: { generation: number; limit: number; building: boolean },
): Promise<Step | null> {
  try {
    const step = await transaction(pool, async (client) => {
      const read = await readOn(client, { generation, limit });
      if (building && read?.caughtUp) await switchOver(client, generation);
      return read;
    });
    if (building && step?.caughtUp) await clearIdle(pool);
    return step;
  } catch (error) {
    await pool.query('UPDATE analytics_generations SET failure = $2 WHERE generation = $1', [
      generation,
      (error as Error).message,
    ]);
    throw error;
  }
}

/** The log was replaced, by a restore into another cluster for one: everything is counted anew. */
async function startOver(pool: Pool, works: readonly Work[]): Promise<void> {
  const building = works.find(({ status, lost }) => lost && status === 'building');
  if (building) {
    await pool.query("UPDATE analytics_generations SET status = 'idle' WHERE generation = $1", [
      building.generation,
    ]);
  }
  await beginRebuild(pool);
}
