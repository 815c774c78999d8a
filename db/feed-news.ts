import { sql } from 'drizzle-orm';
import type { FeedCursor } from './event-store';
import { type Client, param, prepared } from './prepared';

/** One event as it is told: what it is about, not what it says. */
export interface NewsItem {
  cursor: FeedCursor;
  workflow: string;
  streamId: string;
  version: number;
  type: string;
  actorId: string;
  actorName: string;
}

interface Row {
  tx: string;
  position: string;
  workflow: string;
  stream_id: string;
  version: number;
  type: string;
  actor_id: string;
  actor_name: string;
}

/** Beyond every place that there is. */
const noEnd: FeedCursor = { tx: '18446744073709551615', position: Number.MAX_SAFE_INTEGER };

const selectNews = prepared<Row>(
  'retrace_news',
  sql`SELECT tx::text, position, workflow, stream_id, version, type, actor_id, actor_name FROM events
       WHERE (tx, position) > (${param('tx', 'xid8')}, ${param('position', 'bigint')})
         AND (tx, position) <= (${param('untilTx', 'xid8')}, ${param('untilPosition', 'bigint')})
         AND tx < pg_snapshot_xmin(pg_current_snapshot())
       ORDER BY tx, position LIMIT ${param('limit', 'int')}`,
);

/** The next events after a cursor, of transactions older than any still running, without what they say. */
export async function readNews(
  client: Client,
  after: FeedCursor,
  limit: number,
  until: FeedCursor = noEnd,
): Promise<NewsItem[]> {
  const asked = { ...after, untilTx: until.tx, untilPosition: until.position, limit };
  const rows = await selectNews(client, asked);
  return rows.map((row) => ({
    cursor: { tx: row.tx, position: Number(row.position) },
    workflow: row.workflow,
    streamId: row.stream_id,
    version: row.version,
    type: row.type,
    actorId: row.actor_id,
    actorName: row.actor_name,
  }));
}

const selectEnd = prepared<{ tx: string; position: string }>(
  'retrace_feed_end',
  sql`SELECT tx::text, position FROM events WHERE tx < pg_snapshot_xmin(pg_current_snapshot())
       ORDER BY tx DESC, position DESC LIMIT 1`,
);

/** Where the feed ends at this moment. */
export async function readFeedEnd(client: Client): Promise<FeedCursor> {
  const [row] = await selectEnd(client, {});
  return row ? { tx: row.tx, position: Number(row.position) } : { tx: '0', position: 0 };
}

/** Does one place of the feed come before another? */
export function isBehind(a: FeedCursor, b: FeedCursor): boolean {
  const [ta, tb] = [BigInt(a.tx), BigInt(b.tx)];
  return ta < tb || (ta === tb && a.position < b.position);
}

/** A cursor as text, for `Last-Event-ID`. */
export const cursorText = ({ tx, position }: FeedCursor): string => `${tx}.${position}`;

/** A cursor that came back; null where the text is none. */
export function parseCursor(text: string | null): FeedCursor | null {
  const match = /^(\d{1,19})\.(\d{1,15})$/.exec(text ?? '');
  return match ? { tx: match[1] as string, position: Number(match[2]) } : null;
}
