import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { keepSelection } from '@/app/actions/keep-selection';
import { readTimeSettings } from '@/app/preferences';
import { pageViews } from '@/app/saved-views';
import { requirePerson } from '@/app/session';
import { queryOf } from '@/components/activity/activity-address';
import { ActivityFeed } from '@/components/activity/activity-feed';
import { ActivityPage } from '@/components/activity/activity-page';
import { pickId } from '@/components/activity/picked';
import { readActivity } from '@/db/activity';
import { readActors } from '@/db/activity-actors';
import { readActivityDensity } from '@/db/activity-density';
import { database } from '@/db/client';
import { mayChangeOthersWork } from '@/lib/access';
import { mostExported } from './export-limit';
import { filterOptions } from './filter-options';
import { readAddress } from './read-address';
import { tellEvents } from './tell-events';

export const metadata: Metadata = { title: 'Activity' };

/** Everything that happened to any record, filtered and paged as the address says. */
export default async function ActivityRoute({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const person = await requirePerson();
  const db = database();
  const [{ address, unread, strangers }, settings] = await Promise.all([
    readAddress(db, await searchParams),
    readTimeSettings(),
  ]);
  const readAt = new Date().toISOString();
  const query = queryOf(address);
  const [page, density, actors, saved] = await Promise.all([
    readActivity(db, query),
    readActivityDensity(db, query, { now: readAt, timeZone: settings.timeZone }),
    readActors(db),
    pageViews(person.id, 'activity'),
  ]);
  const { told, heads } = await tellEvents(db, page.events, query.record);
  const { previous, next, mark } = page;
  const pickable = mayChangeOthersWork(person.role);
  return (
    <ActivityPage
      rows={<ActivityFeed {...{ told, address, settings, pickable }} continuing={page.continuing} />}
      page={{
        previous,
        next,
        mark,
        events: told.length,
        newest: told[0]?.event.occurredAt ?? null,
        oldest: told.at(-1)?.event.occurredAt ?? null,
      }}
      density={density}
      options={filterOptions(actors, query.record ? (heads.get(query.record) ?? null) : null)}
      shown={address}
      unread={unread}
      strangers={strangers}
      saved={saved}
      readAt={readAt}
      mostExported={mostExported}
      picking={pickable ? { keepSelection, order: told.map(({ event }) => pickId(event)) } : null}
    />
  );
}
