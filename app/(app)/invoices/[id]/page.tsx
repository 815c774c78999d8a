import type { Metadata } from 'next';
import { revertOnInvoice, runInvoiceCommand } from '@/app/actions/invoices';
import { openRecord, type Parameters, readHead } from '@/app/opened-record';
import { requirePerson } from '@/app/session';
import { NotYet } from '@/components/history/not-yet';
import { InvoiceRecord } from '@/components/invoice/invoice-record';
import { type Invoice, titleOf } from '@/lib/invoice/invoice';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { invoiceExists } from './read-invoice';

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Parameters;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  await requirePerson();
  return { title: (await titleNow((await params).id)) ?? 'No such record' };
}

async function titleNow(id: string): Promise<string | null> {
  const head = (await invoiceExists(id)) ? await readHead(id) : undefined;
  return head ? titleOf(head.state as Invoice) : null;
}

/** One invoice: its document, its history, and any moment of it. */
export default async function InvoicePage({ params, searchParams }: PageProps) {
  const person = await requirePerson();
  const { id } = await params;
  // The layout, which is above the skeleton, answers that there is none.
  if (!(await invoiceExists(id))) return null;
  const path = `/invoices/${id}`;
  const opening = await openRecord({
    workflow: invoiceWorkflow,
    streamId: id.toLowerCase(),
    person,
    path,
    searchParams,
  });
  if (!opening) return null;
  if (opening.kind === 'not_yet')
    return <NotYet {...opening} title={(await titleNow(id)) ?? ''} href={path} />;
  return (
    <InvoiceRecord
      person={person}
      opened={opening.opened}
      runCommand={runInvoiceCommand}
      runRevert={revertOnInvoice}
    />
  );
}
