import 'server-only';
import { readTimeSettings } from '@/app/preferences';
import { type ActivityAddress, queryOf } from '@/components/activity/activity-address';
import { feedRows } from '@/components/activity/activity-feed';
import type { FeedPage } from '@/components/activity/feed-pages';
import { pickId } from '@/components/activity/picked';
import { readActivity } from '@/db/activity';
import type { Database } from '@/db/client';
import type { RecordHead } from '@/db/record-heads';
import { tellEvents } from '@/db/told-events';
import { mayChangeOthersWork, type Person } from '@/lib/access';

interface ReadFeed {
  page: FeedPage;
  previous: string | null;
  mark: string;
  /** The records of its events, and the one that is filtered by. */
  heads: ReadonlyMap<string, RecordHead>;
}

/** A page of the feed, told and rendered for whoever reads it. */
export async function readFeed(db: Database, person: Person, address: ActivityAddress): Promise<ReadFeed> {
  const query = queryOf(address);
  const [{ events, previous, next, continuing, mark }, settings] = await Promise.all([
    readActivity(db, query),
    readTimeSettings(),
  ]);
  const { told, heads } = await tellEvents(db, events, query.record);
  const pickable = mayChangeOthersWork(person.role);
  const page: FeedPage = {
    rows: feedRows({ told, continuing, address, settings, pickable }),
    next,
    order: told.map(({ event }) => pickId(event)),
    newest: told[0]?.event.occurredAt ?? null,
    oldest: told.at(-1)?.event.occurredAt ?? null,
  };
  return { page, previous, mark, heads };
}
