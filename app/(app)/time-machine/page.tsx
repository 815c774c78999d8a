import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { companyCalendar } from '@/app/company-calendar';
import { readTimeSettings } from '@/app/preferences';
import { requirePerson } from '@/app/session';
import { filtersOf } from '@/components/activity/activity-address';
import { BusinessThen } from '@/components/time-machine/business-then';
import { readStep } from '@/components/time-machine/step-address';
import { StepEvent } from '@/components/time-machine/step-event';
import { TimeMachine } from '@/components/time-machine/time-machine';
import { WhatHappened } from '@/components/time-machine/what-happened';
import { readActors } from '@/db/activity-actors';
import { readActivityDensity } from '@/db/activity-density';
import { database } from '@/db/client';
import { readChanges, readNth, readStatusTotals } from '@/db/time-machine';
import { mayChangeOthersWork } from '@/lib/access';
import { compareTotals } from '@/lib/invoice/status-totals';
import { filterOptions } from '../activity/filter-options';
import { readAddress } from '../activity/read-address';
import { tellEvents } from '../activity/tell-events';

export const metadata: Metadata = { title: 'Time machine' };

/** The whole business before a window of time and now, what happened in it, and each of its events one by one. */
export default async function TimeMachineRoute({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const person = await requirePerson();
  const db = database();
  const params = await searchParams;
  const [{ address, unread, strangers }, settings] = await Promise.all([
    readAddress(db, params),
    readTimeSettings(),
  ]);
  const filters = filtersOf(address);
  const readAt = new Date().toISOString();
  const [density, changes, actors] = await Promise.all([
    readActivityDensity(db, filters, { now: readAt, timeZone: settings.timeZone }),
    readChanges(db, filters),
    readActors(db),
  ]);
  const then = await companyCalendar(justBefore(address.from));
  const [before, now] = then.asOf
    ? await Promise.all([readStatusTotals(db, then), readStatusTotals(db, await companyCalendar())])
    : [[], []];
  const step = readStep(params, changes.count);
  const event = changes.count > 0 ? await readNth(db, filters, step) : null;
  const { told } = await tellEvents(db, event ? [event] : []);
  const [shown] = told;
  return (
    <TimeMachine
      density={density}
      options={filterOptions(actors, null)}
      unread={unread}
      strangers={strangers}
      count={changes.count}
      step={step}
      mayUndo={mayChangeOthersWork(person.role)}
      business={
        then.asOf ? (
          <BusinessThen rows={compareTotals(before, now)} asOf={then.asOf} settings={settings} />
        ) : null
      }
      happened={<WhatHappened changes={changes} address={address} />}
      event={shown ? <StepEvent told={shown} address={address} step={step} count={changes.count} /> : null}
    />
  );
}

/** The last moment before a window begins: what happens at its beginning happens in it. */
function justBefore(from: string | null): string | null {
  return from && new Date(Date.parse(from) - 1).toISOString().replace('Z', '999Z');
}
