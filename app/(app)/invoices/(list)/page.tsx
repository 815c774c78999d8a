import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import type { SearchParams } from 'nuqs/server';
import { previewBulk, runBulk } from '@/app/actions/bulk-invoices';
import { chooseColumns } from '@/app/actions/choose-columns';
import { keepSelection } from '@/app/actions/keep-selection';
import { companyCalendar } from '@/app/company-calendar';
import { readTimeSettings } from '@/app/preferences';
import { pageViews } from '@/app/saved-views';
import { requirePerson } from '@/app/session';
import { isDayText } from '@/components/invoice-list/address-texts';
import { filterChips } from '@/components/invoice-list/filter-words';
import { InvoiceList } from '@/components/invoice-list/invoice-list';
import { InvoiceRow } from '@/components/invoice-list/invoice-row';
import { loadListAddress } from '@/components/invoice-list/list-address';
import { queryOf, unread } from '@/components/invoice-list/list-query';
import { ListTotals } from '@/components/invoice-list/list-totals';
import { database } from '@/db/client';
import { readFilterNames } from '@/db/invoice-filter-names';
import { listInvoices } from '@/db/invoice-list';
import { readMark } from '@/db/log-mark';
import { mayChangeOthersWork, mayWrite } from '@/lib/access';
import { formatDay } from '@/lib/calendar';
import { addDays, lastOfMonthBefore } from '@/lib/calendar-spans';
import { titleOf } from '@/lib/invoice/invoice';
import { columnsCookie, readColumns } from '@/lib/invoice/list-columns';

export const metadata: Metadata = { title: 'Invoices' };

/** Every invoice, searched, filtered, sorted and paged as the address says. */
export default async function InvoicesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const person = await requirePerson();
  const params = await searchParams;
  const address = loadListAddress(params);
  const readAt = new Date().toISOString();
  const query = queryOf(address);
  const columns = readColumns((await cookies()).get(columnsCookie)?.value);
  const calendar = await companyCalendar(address.asOf, address.sense);
  const mark = await readMark(database());
  const [{ rows, totals, ...page }, names, time, saved] = await Promise.all([
    listInvoices(database(), query, calendar),
    readFilterNames(database(), query),
    readTimeSettings(),
    pageViews(person.id, 'invoices'),
  ]);
  const past = Boolean(calendar.asOf);
  const { today } = await companyCalendar(null);
  return (
    <InvoiceList
      page={page}
      selectable={rows.map((row) => ({ id: row.id, title: titleOf(row) }))}
      rows={rows.map((row) => <InvoiceRow key={row.id} row={row} columns={columns} past={past} />)}
      columns={columns}
      chooseColumns={chooseColumns}
      bulkActions={{ preview: previewBulk, run: runBulk }}
      keepSelection={mayChangeOthersWork(person.role) ? keepSelection : null}
      totals={<ListTotals totals={totals} />}
      asOf={calendar.asOf ?? null}
      asOfDay={address.asOf && isDayText(address.asOf) ? formatDay(address.asOf) : null}
      pastDays={{ yesterday: addDays(today, -1), lastOfMonth: lastOfMonthBefore(today) }}
      chips={filterChips(query, names, time)}
      customerName={names.customer}
      unread={unread(params)}
      shown={address}
      saved={saved}
      mark={mark}
      readAt={readAt}
      mayWrite={mayWrite(person.role)}
    />
  );
}
