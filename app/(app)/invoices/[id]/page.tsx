import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { revertOnInvoice, runInvoiceCommand } from '@/app/actions/invoices';
import { requirePerson } from '@/app/session';
import { InvoiceRecord } from '@/components/invoice/invoice-record';
import { database } from '@/db/client';
import { readStream } from '@/db/event-store';
import { replay } from '@/lib/event-sourcing/replay';
import { type Invoice, titleOf } from '@/lib/invoice/invoice';
import { invoiceWorkflow } from '@/lib/invoice/workflow';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An invoice's log; the title and the page share one read. */
const readInvoice = cache(async (id: string) => {
  const events = uuid.test(id) ? await readStream(database().$client, id) : [];
  return events[0]?.workflow === invoiceWorkflow.name ? events : null;
});

interface PageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  await requirePerson();
  const events = await readInvoice((await params).id);
  return { title: events ? titleOf(replay<Invoice>(invoiceWorkflow, events)) : 'No such invoice' };
}

/** One invoice: its document, its history, and any moment of it. */
export default async function InvoicePage({ params }: PageProps) {
  const person = await requirePerson();
  const events = await readInvoice((await params).id);
  if (!events) notFound();
  return (
    <InvoiceRecord
      person={person}
      events={events}
      runCommand={runInvoiceCommand}
      runRevert={revertOnInvoice}
    />
  );
}
