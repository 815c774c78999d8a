import type { Database } from '../client';

/**
 * The acts in force by the plainest SQL over `events`, with what came before each of them on its record: what every figure
 * of the analytics is held against. Each change's chain of undo and redo is followed by itself.
 */
export const standingActs = `
  WITH RECURSIVE chain AS (
    SELECT stream_id, version AS base, version AS tip, 0 AS reverts FROM events WHERE reverts_version IS NULL
    UNION ALL
    SELECT c.stream_id, c.base, e.version, c.reverts + 1
      FROM chain c JOIN events e ON e.stream_id = c.stream_id AND e.reverts_version = c.tip
       AND e.occurred_at <= coalesce($1::timestamptz, 'infinity')
  ), acts AS (
    SELECT e.*, CASE WHEN workflow = 'record' THEN coalesce(payload->>'activity', type) ELSE type END AS activity
      FROM events e JOIN (SELECT stream_id, base, max(reverts) AS reverts FROM chain GROUP BY 1, 2) c
        ON c.stream_id = e.stream_id AND c.base = e.version
     WHERE (c.reverts % 2 = 0 OR $2) AND e.occurred_at <= coalesce($1::timestamptz, 'infinity')
  )`;

/** What a question takes for its first two parameters: the moment, and whether undone acts count. */
export type Mode = readonly [asOf: string | null, undone: boolean];

/** Rows of an obvious question over the acts in force. */
export async function askPlainly<Row extends object>(
  db: Database,
  [asOf, undone]: Mode,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const { rows } = await db.$client.query<Row>(`${standingActs} ${text}`, [asOf, undone, ...values]);
  return rows;
}
