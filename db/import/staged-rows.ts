import { escapeLiteral, type Pool } from 'pg';

/** A row as it waits in the stage. */
export interface WaitingRow {
  stream_id: string;
  /** UTC with microseconds. */
  occurred_at: string;
  content_id: string;
  line: string;
  data: string;
}

/** So many at once, which are written together; fewer where they are large, so that memory stays the same. */
const mostRows = 3000;
const firstRows = 100;
const mostLength = 4 * 1024 * 1024;
const firstId = '00000000-0000-0000-0000-000000000000';

/**
 * The rows of a run, record by record, each record's in the order of time and, for equal times, of the file. On a
 * connection of its own, in a transaction that writes nothing and so holds nothing back.
 *
 * @param from the first record that is asked for, in the order of ids
 */
export async function* readStaged(
  pool: Pool,
  importId: string,
  from: string | null,
): AsyncGenerator<readonly WaitingRow[]> {
  const client = await pool.connect();
  try {
    await client.query('SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0');
    await client.query('BEGIN READ ONLY');
    await client.query("SET LOCAL work_mem = '64MB'");
    // A cursor's query takes no parameters.
    await client.query(
      `DECLARE staged NO SCROLL CURSOR FOR
        SELECT stream_id, to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS occurred_at,
               content_id, line::text, data
          FROM import_rows r
         WHERE import_id = ${escapeLiteral(importId)} AND stream_id >= ${escapeLiteral(from ?? firstId)}
         ORDER BY r.stream_id, r.occurred_at, r.row`,
    );
    for (let count = firstRows; ; ) {
      const { rows } = await client.query<WaitingRow>(`FETCH ${count} FROM staged`);
      if (rows.length === 0) return;
      yield rows;
      // Records come in the order of their ids, which is none of size: the next are as large as these.
      const length = rows.reduce((sum, { data }) => sum + data.length, 0);
      count = Math.max(1, Math.min(mostRows, Math.floor((mostLength * rows.length) / length)));
    }
  } finally {
    // The server notices late that a connection is gone, and would keep what this transaction sees for as long.
    await client.query('ROLLBACK').catch(() => undefined);
    client.release(true);
  }
}
