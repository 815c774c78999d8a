import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { makeLink, runPersonCommand } from '@/app/actions/people';
import { currentCompany } from '@/app/company';
import { companyCalendar } from '@/app/company-calendar';
import { requirePerson } from '@/app/session';
import { isDayText } from '@/components/invoice-list/address-texts';
import { loadPeopleAddress, unreadPeople } from '@/components/person/list-address';
import { PeopleList } from '@/components/person/people-list';
import { database } from '@/db/client';
import { listPeople } from '@/db/people-list';
import { refusalToChange } from '@/lib/access';
import { formatDay } from '@/lib/calendar';
import { addDays, lastOfMonthBefore } from '@/lib/calendar-spans';

export const metadata: Metadata = { title: 'People' };

/** Who may sign in and what each may do, now or as of any moment. */
export default async function PeoplePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const person = await requirePerson();
  const params = await searchParams;
  const { q, asOf, sense } = loadPeopleAddress(params);
  const readAt = new Date().toISOString();
  const calendar = await companyCalendar(asOf, sense);
  const search = q.replaceAll('\0', '').slice(0, 200);
  const [{ rows, total }, { admins }, { today }] = await Promise.all([
    listPeople(database(), { search, ...calendar }),
    currentCompany(),
    companyCalendar(),
  ]);
  return (
    <PeopleList
      rows={rows}
      total={total}
      admins={admins}
      barred={refusalToChange(person.role, 'person')}
      asOf={calendar.asOf ?? null}
      asOfDay={asOf && isDayText(asOf) ? formatDay(asOf) : null}
      pastDays={{ yesterday: addDays(today, -1), lastOfMonth: lastOfMonthBefore(today) }}
      shown={q}
      unread={unreadPeople(params)}
      readAt={readAt}
      runCommand={runPersonCommand}
      makeLink={makeLink}
    />
  );
}
