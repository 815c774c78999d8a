import { type SQL, sql } from 'drizzle-orm';
import type { LoggedEvent } from '@/lib/log-file/event-line';
import type { Database } from './client';
import { readMark } from './log-mark';
import { type StoredEvent, storedColumns } from './stored-event';

type ExportedEvent = StoredEvent & Pick<LoggedEvent, 'origin'>;

const batchSize = 500;
const nil = '00000000-0000-0000-0000-000000000000';

/**
 * The events of the log as they stand, record by record and within one in order, a page at a time.
 *
 * Record by record, because that is what traces are made of and how a history is brought in again, and because it is the
 * order of the primary key: nothing is sorted. All pages are of the moment at which the first was asked for, so that no
 * record has a gap, yet no transaction is held open for however long somebody takes to download them: an event never
 * changes, so what was there then can be told at any time by the transaction that wrote it.
 *
 * Events of imported logs come with the log and the case that only the first of them names.
 *
 * @param where a condition on `events`, as `activityWhere` makes it
 */
export async function* readLogBatches(
  db: Pick<Database, 'execute'>,
  where: SQL = sql`true`,
): AsyncGenerator<readonly ExportedEvent[], undefined> {
  const mark = await readMark(db);
  let last = { stream_id: nil, version: 0 };
  let next = readPage(db, where, mark, last);
  for (;;) {
    const rows = await next;
    const end = rows.at(-1);
    if (!end) return undefined;
    last = end;
    // The next is read while this one is written out.
    next = readPage(db, where, mark, last);
    next.catch(() => undefined);
    yield rows;
  }
}

async function readPage(
  db: Pick<Database, 'execute'>,
  where: SQL,
  mark: string,
  { stream_id, version }: Pick<StoredEvent, 'stream_id' | 'version'>,
): Promise<ExportedEvent[]> {
  const { rows } = await db.execute<ExportedEvent & Record<string, unknown>>(sql`
    SELECT ${storedColumns}, CASE WHEN workflow = 'record' THEN (
             SELECT json_build_object('log', s.state->>'log', 'caseId', s.state->>'caseId')
               FROM streams s WHERE s.stream_id = events.stream_id) END AS origin
      FROM events
     WHERE (stream_id, version) > (${stream_id}::uuid, ${version}::int)
       AND pg_visible_in_snapshot(tx, ${mark}::pg_snapshot) AND ${where}
     ORDER BY stream_id, version LIMIT ${batchSize}`);
  return rows;
}
