import type { Metadata } from 'next';
import { revertOnCustomer, runCustomerCommand } from '@/app/actions/customers';
import { currentCompany } from '@/app/company';
import { openRecord, type Parameters, readHead } from '@/app/opened-record';
import { requirePerson } from '@/app/session';
import { CustomerInvoicesCard } from '@/components/customer/customer-invoices';
import { CustomerRecord } from '@/components/customer/customer-record';
import { CustomerTimeline } from '@/components/customer/customer-timeline';
import { NotYet } from '@/components/history/not-yet';
import { database } from '@/db/client';
import { readCustomerInvoices } from '@/db/customer-invoices';
import { readCustomerTimeline } from '@/db/customer-timeline';
import { tellEvents } from '@/db/told-events';
import { dayIn } from '@/lib/calendar';
import type { Customer } from '@/lib/customer/customer';
import { customerWorkflow } from '@/lib/customer/workflow';
import { workflows } from '@/lib/workflows';
import { customerExists } from './read-customer';

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Parameters;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  await requirePerson();
  return { title: (await nameNow((await params).id)) ?? 'No such record' };
}

async function nameNow(id: string): Promise<string | null> {
  const head = (await customerExists(id)) ? await readHead(id.toLowerCase()) : undefined;
  return head ? (head.state as Customer).name : null;
}

/** One customer: who they are, what they owe, and any moment of their record. */
export default async function CustomerPage({ params, searchParams }: PageProps) {
  const person = await requirePerson();
  const { id } = await params;
  // The layout, which is above the skeleton, answers that there is none.
  if (!(await customerExists(id))) return null;
  const path = `/customers/${id}`;
  const asked = { workflow: customerWorkflow, streamId: id.toLowerCase(), person, path, searchParams };
  const [opening, company] = await Promise.all([openRecord(asked), currentCompany()]);
  if (!opening) return null;
  if (opening.kind === 'not_yet')
    return <NotYet {...opening} title={(await nameNow(id)) ?? ''} href={path} />;
  const today = dayIn(company.timeZone, new Date().toISOString());
  const { of, after } = await searchParams;
  const workflow = typeof of === 'string' && Object.hasOwn(workflows, of) ? of : null;
  const cursor = typeof after === 'string' ? after : null;
  const [invoices, { events, ...timeline }] = await Promise.all([
    readCustomerInvoices(database(), id, today),
    readCustomerTimeline(database(), { customerId: id, workflow, after: cursor }),
  ]);
  const { told } = await tellEvents(database(), events);
  return (
    <CustomerRecord
      person={person}
      opened={opening.opened}
      runCommand={runCustomerCommand}
      runRevert={revertOnCustomer}
      invoices={<CustomerInvoicesCard {...invoices} allHref={`/invoices?customer=${id}`} />}
      timeline={<CustomerTimeline {...{ path, told, workflow, ...timeline }} first={cursor === null} />}
    />
  );
}
