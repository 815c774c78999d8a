import type { PoolClient } from 'pg';
import type { RowProblem } from '@/lib/import/log-row';

interface LateRow {
  line: number;
  head: string;
}

/**
 * Staged rows that happened before what their records hold already: history is never put in between. What is there from
 * an earlier run of the same file is no such row. They are taken out of the stage.
 */
export async function lateRows(client: PoolClient, importId: string): Promise<readonly RowProblem[]> {
  const { rows } = await client.query<LateRow>(
    `DELETE FROM import_rows r USING streams s
      WHERE r.import_id = $1 AND s.stream_id = r.stream_id AND r.occurred_at < s.occurred_at
        AND NOT EXISTS (SELECT FROM events e WHERE e.stream_id = r.stream_id AND e.operation_id = r.content_id)
        AND NOT EXISTS (SELECT FROM import_idle_rows i WHERE i.stream_id = r.stream_id AND i.operation_id = r.content_id)
     RETURNING r.line::float8 AS line, to_char(s.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') AS head`,
    [importId],
  );
  return rows
    .sort((a, b) => a.line - b.line)
    .map(({ line, head }) => ({
      line,
      column: null,
      message: `This happened before what the record holds already (its last event is of ${head} UTC), and history is never put in between.`,
    }));
}
