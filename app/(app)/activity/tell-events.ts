import 'server-only';
import type { ActivityEvent } from '@/db/activity';
import type { Database } from '@/db/client';
import { type RecordHead, readRecordHeads } from '@/db/record-heads';
import { type ToldEvent, tellEvent } from '@/lib/told-event';

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
