import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { companyCalendar } from '@/app/company-calendar';
import { readTimeSettings } from '@/app/preferences';
import { requirePerson } from '@/app/session';
import { type ActivityAddress, filtersOf } from '@/components/activity/activity-address';
import { readSense, readStep } from '@/components/time-machine/step-address';
import { StepEvent } from '@/components/time-machine/step-event';
import { TimeMachine } from '@/components/time-machine/time-machine';
import { WhatHappened } from '@/components/time-machine/what-happened';
import { readActors } from '@/db/activity-actors';
import { readActivityDensity } from '@/db/activity-density';
import { database } from '@/db/client';
import { type Changes, readChanges, readNth, readStatusTotals } from '@/db/time-machine';
import { tellEvents } from '@/db/told-events';
import { mayChangeOthersWork } from '@/lib/access';
import { filterOptions } from '../activity/filter-options';
import { readAddress } from '../activity/read-address';

export const metadata: Metadata = { title: 'Time machine' };

/** The whole business at a moment within a window of time, and now; what happened there, and what has since. */
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
  const [density, actors] = await Promise.all([
    readActivityDensity(db, filters, { now: readAt, timeZone: settings.timeZone }),
    readActors(db),
  ]);
  const count = density?.total ?? 0;
  const step = readStep(params, count, address.from !== null);
  const event = step > 0 ? await readNth(db, filters, step, count) : null;
  const isNow = step === count && address.to === null;
  const inView = event ? event.event.occurredAt : justBefore(address.from);
  const since: ActivityAddress = {
    ...address,
    from: event ? justAfter(event.event.occurredAt) : address.from,
    after: null,
    before: null,
  };
  const [today, calendar] = await Promise.all([
    companyCalendar(),
    companyCalendar(inView, readSense(params)),
  ]);
  const [then, now, changes, { told }] = await Promise.all([
    // Before the first event there was nothing; what is yet to come is now.
    isNow || inView === null ? [] : readStatusTotals(db, calendar),
    readStatusTotals(db, today),
    isNow ? nothing : readChanges(db, filtersOf(since)),
    tellEvents(db, event ? [event] : []),
  ]);
  const [shown] = told;
  return (
    <TimeMachine
      density={density}
      options={filterOptions(actors, null)}
      unread={unread}
      strangers={strangers}
      step={step}
      moment={isNow ? null : (calendar.asOf ?? null)}
      then={isNow ? now : then}
      now={now}
      mayUndo={mayChangeOthersWork(person.role)}
      event={shown ? <StepEvent told={shown} address={address} step={step} count={count} /> : null}
      since={<WhatHappened changes={changes} address={since} />}
    />
  );
}

const nothing: Changes = { count: 0, people: [], types: [] };

/** The last moment before a window begins: what happens at its beginning happens in it. */
function justBefore(from: string | null): string | null {
  return from && new Date(Date.parse(from) - 1).toISOString().replace('Z', '999Z');
}

/** The first millisecond after an event: addresses are no finer. */
function justAfter(occurredAt: string): string {
  return new Date(Date.parse(occurredAt) + 1).toISOString();
}
