import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { currentCompany } from '@/app/company';
import { requirePerson } from '@/app/session';
import { InvoiceList } from '@/components/invoice-list/invoice-list';
import { InvoiceRow } from '@/components/invoice-list/invoice-row';
import { loadListAddress, queryOf } from '@/components/invoice-list/list-address';
import { database } from '@/db/client';
import { listInvoices } from '@/db/invoice-list';
import { mayWrite } from '@/lib/access';
import { dayIn } from '@/lib/calendar';

export const metadata: Metadata = { title: 'Invoices' };

/** Every invoice, searched, filtered, sorted and paged as the address says. */
export default async function InvoicesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const person = await requirePerson();
  const address = await loadListAddress(searchParams);
  const readAt = new Date().toISOString();
  const { timeZone } = await currentCompany();
  const { rows, ...page } = await listInvoices(database(), queryOf(address), dayIn(timeZone, readAt));
  return (
    <InvoiceList
      page={page}
      rowCount={rows.length}
      rows={rows.map((row) => <InvoiceRow key={row.id} row={row} />)}
      shown={address}
      readAt={readAt}
      mayWrite={mayWrite(person.role)}
    />
  );
}
