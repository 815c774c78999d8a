import type { Metadata } from 'next';
import { revertOnCustomer, runCustomerCommand } from '@/app/actions/customers';
import { currentCompany } from '@/app/company';
import { requirePerson } from '@/app/session';
import { CustomerInvoicesCard } from '@/components/customer/customer-invoices';
import { CustomerRecord } from '@/components/customer/customer-record';
import { database } from '@/db/client';
import { readCustomerInvoices } from '@/db/customer-invoices';
import { dayIn } from '@/lib/calendar';
import type { Customer } from '@/lib/customer/customer';
import { customerWorkflow } from '@/lib/customer/workflow';
import { replay } from '@/lib/event-sourcing/replay';
import { readCustomer } from './read-customer';

interface PageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  await requirePerson();
  const events = await readCustomer((await params).id);
  return {
    title: events.length > 0 ? replay<Customer>(customerWorkflow, events).name : 'No such record',
  };
}

/** One customer: who they are, what they owe, and any moment of their record. */
export default async function CustomerPage({ params }: PageProps) {
  const person = await requirePerson();
  const { id } = await params;
  const [events, company] = await Promise.all([readCustomer(id), currentCompany()]);
  // The layout, which is above the skeleton, answers that there is none.
  if (events.length === 0) return null;
  const today = dayIn(company.timeZone, new Date().toISOString());
  const invoices = await readCustomerInvoices(database(), id, today);
  return (
    <CustomerRecord
      person={person}
      events={events}
      runCommand={runCustomerCommand}
      runRevert={revertOnCustomer}
      invoices={<CustomerInvoicesCard {...invoices} allHref={`/invoices?customer=${id}`} />}
    />
  );
}
