import type { Metadata } from 'next';
import { revertOnInvoice, runInvoiceCommand } from '@/app/actions/invoices';
import { requirePerson } from '@/app/session';
import { InvoiceRecord } from '@/components/invoice/invoice-record';
import { replay } from '@/lib/event-sourcing/replay';
import { type Invoice, titleOf } from '@/lib/invoice/invoice';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { readInvoice } from './read-invoice';

interface PageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  await requirePerson();
  const events = await readInvoice((await params).id);
  return { title: events.length > 0 ? titleOf(replay<Invoice>(invoiceWorkflow, events)) : 'No such record' };
}

/** One invoice: its document, its history, and any moment of it. */
export default async function InvoicePage({ params }: PageProps) {
  const person = await requirePerson();
  const events = await readInvoice((await params).id);
  // The layout, which is above the skeleton, answers that there is none.
  if (events.length === 0) return null;
  return (
    <InvoiceRecord
      person={person}
      events={events}
      runCommand={runInvoiceCommand}
      runRevert={revertOnInvoice}
    />
  );
}
