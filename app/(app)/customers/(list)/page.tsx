import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { currentCompany } from '@/app/company';
import { requirePerson } from '@/app/session';
import { CustomerList } from '@/components/customer/customer-list';
import { CustomerRow } from '@/components/customer/customer-row';
import { loadCustomerListAddress, searchOf } from '@/components/customer/list-address';
import { database } from '@/db/client';
import { listCustomers } from '@/db/customer-list';
import { readMark } from '@/db/log-mark';
import { mayWrite } from '@/lib/access';
import { dayIn } from '@/lib/calendar';

export const metadata: Metadata = { title: 'Customers' };

/** Every customer by name, with what they owe; searched and paged as the address says. */
export default async function CustomersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const person = await requirePerson();
  const { q, after, before } = await loadCustomerListAddress(searchParams);
  const readAt = new Date().toISOString();
  const today = dayIn((await currentCompany()).timeZone, readAt);
  const search = searchOf({ q });
  // Before the rows: what comes between the two is told of rather than missed.
  const mark = await readMark(database());
  const { rows, ...page } = await listCustomers(database(), { search, after, before }, today);
  return (
    <CustomerList
      page={page}
      news={{ mark, ids: rows.map(({ id }) => id) }}
      rows={rows.map((row) => <CustomerRow key={row.id} row={row} />)}
      shown={q}
      readAt={readAt}
      mayWrite={mayWrite(person.role)}
    />
  );
}
