import 'server-only';
import type { SearchParams } from 'nuqs/server';
import { isDayText } from '@/components/invoice-list/address-texts';
import { noPlace } from '@/components/invoice-list/shared-parsers';
import {
  loadRecordListAddress,
  recordListHref,
  recordQueryOf,
  unreadRecordList,
} from '@/components/record-list/list-address';
import { pageOf, type RecordListKind } from '@/components/record-list/list-kind';
import { RecordList } from '@/components/record-list/record-list';
import { RecordRow } from '@/components/record-list/record-row';
import { RecordTotals } from '@/components/record-list/record-totals';
import { database } from '@/db/client';
import { readMark } from '@/db/log-mark';
import { listRecords, readStatuses } from '@/db/record-list';
import { mayWrite } from '@/lib/access';
import { formatDay } from '@/lib/calendar';
import { addDays, lastOfMonthBefore } from '@/lib/calendar-spans';
import { companyCalendar } from './company-calendar';
import { pageViews } from './saved-views';
import { requirePerson } from './session';

interface RecordListPageProps {
  kind: RecordListKind;
  searchParams: Promise<SearchParams>;
}

/** The list of one workflow's records, searched, filtered, sorted, paged and dated as the address says. */
export async function RecordListPage({ kind, searchParams }: RecordListPageProps) {
  const person = await requirePerson();
  const params = await searchParams;
  const address = loadRecordListAddress(params);
  const readAt = new Date().toISOString();
  const calendar = await companyCalendar(address.asOf, address.sense);
  // Before the rows: what comes between the two is told of rather than missed.
  const mark = await readMark(database());
  const [{ rows, totals, ...page }, statuses, saved, { today }] = await Promise.all([
    listRecords(database(), recordQueryOf(kind.workflow, address), calendar),
    statusesOf(kind),
    pageViews(person.id, pageOf(kind)),
    companyCalendar(),
  ]);
  const asOf = calendar.asOf ?? null;
  return (
    <RecordList
      kind={kind}
      page={page}
      rows={rows.map((row) => <RecordRow key={row.id} kind={kind} row={row} past={asOf !== null} />)}
      totals={<RecordTotals kind={kind} totals={totals} />}
      statuses={statuses}
      asOf={asOf}
      asOfDay={address.asOf && isDayText(address.asOf) ? formatDay(address.asOf) : null}
      pastDays={{ yesterday: addDays(today, -1), lastOfMonth: lastOfMonthBefore(today) }}
      news={{ mark, ids: rows.map(({ id }) => id) }}
      exportHref={recordListHref(`/api${kind.path}/export`, { ...address, ...noPlace })}
      unread={unreadRecordList(params)}
      shown={address}
      saved={saved}
      readAt={readAt}
      mayWrite={mayWrite(person.role)}
    />
  );
}

/** Those that the workflow knows, or else those that its records have. */
async function statusesOf({ workflow, statuses }: RecordListKind) {
  if (statuses) return Object.entries(statuses).map(([value, { label }]) => ({ value, label }));
  return (await readStatuses(database(), workflow)).map((value) => ({ value, label: value }));
}
