import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { keepSelection } from '@/app/actions/keep-selection';
import { moreActivity } from '@/app/actions/more-activity';
import { readTimeSettings } from '@/app/preferences';
import { pageViews } from '@/app/saved-views';
import { requirePerson } from '@/app/session';
import { queryOf } from '@/components/activity/activity-address';
import { ActivityPage } from '@/components/activity/activity-page';
import { readActors } from '@/db/activity-actors';
import { readActivityDensity } from '@/db/activity-density';
import { database } from '@/db/client';
import { mayChangeOthersWork } from '@/lib/access';
import { mostExported } from './export-limit';
import { filterOptions } from './filter-options';
import { readAddress } from './read-address';
import { readFeed } from './read-feed';

export const metadata: Metadata = { title: 'Activity' };

/** Everything that happened to any record, filtered and paged as the address says. */
export default async function ActivityRoute({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const person = await requirePerson();
  const db = database();
  const [{ address, unread, strangers }, { timeZone }] = await Promise.all([
    readAddress(db, await searchParams),
    readTimeSettings(),
  ]);
  const readAt = new Date().toISOString();
  const [feed, density, actors, saved] = await Promise.all([
    readFeed(db, person, address),
    readActivityDensity(db, queryOf(address), { now: readAt, timeZone }),
    readActors(db),
    pageViews(person.id, 'activity'),
  ]);
  return (
    <ActivityPage
      first={feed.page}
      previous={feed.previous}
      mark={feed.mark}
      moreActivity={moreActivity}
      density={density}
      options={filterOptions(actors, address.record ? (feed.heads.get(address.record) ?? null) : null)}
      shown={address}
      unread={unread}
      strangers={strangers}
      saved={saved}
      readAt={readAt}
      mostExported={mostExported}
      picking={mayChangeOthersWork(person.role) ? keepSelection : null}
    />
  );
}
