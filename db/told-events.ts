import { type ToldEvent, tellEvent } from '@/lib/told-event';
import type { ActivityEvent } from './activity';
import type { Database } from './client';
import { readExcerpts } from './record-excerpts';
import { type RecordHead, readRecordHeads } from './record-heads';
import type { StoredEvent } from './stored-event';

/** Events in words, with their records as they are now; those of one more record too, for its name. */
export async function tellEvents(
  db: Pick<Database, 'execute'>,
  events: readonly ActivityEvent[],
  record: string | null = null,
): Promise<{ told: ToldEvent[]; heads: ReadonlyMap<string, RecordHead> }> {
  const ids = events.map(({ event }) => event.streamId);
  const heads = await readRecordHeads(db, record ? [...ids, record] : ids);
  const told = events.map(({ event, excerpt }) =>
    tellEvent(event, excerpt, heads.get(event.streamId)?.state ?? null),
  );
  return { told, heads };
}

/** Events as they are read from the log, in words. */
export async function* tellStored(
  db: Database,
  batches: AsyncIterable<readonly StoredEvent[]>,
): AsyncGenerator<readonly ToldEvent[], undefined> {
  for await (const rows of batches) {
    const places = rows.map(({ stream_id: streamId, version }) => ({ streamId, version }));
    yield (await tellEvents(db, await readExcerpts(db.$client, places))).told;
  }
  return undefined;
}
