import { Lock } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { runInvoiceCommand } from '@/app/actions/invoices';
import { currentCompany } from '@/app/company';
import { requirePerson } from '@/app/session';
import { NewInvoiceForm } from '@/components/invoice/new-invoice-form';
import { PageHeader, TrailLink } from '@/components/shell/page-header';
import { buttonStyles } from '@/components/ui/button-styles';
import { EmptyState } from '@/components/ui/empty-state';
import { mayWrite, readOnlyReason } from '@/lib/access';
import { currencyOptions } from '@/lib/currencies';

export const metadata: Metadata = { title: 'New invoice' };

/** Writes a new invoice, which begins as a draft. */
export default async function NewInvoicePage() {
  const person = await requirePerson();
  const { currency } = await currentCompany();
  return (
    <div className="flex flex-col gap-4 px-page py-5">
      <PageHeader
        trail={<TrailLink href="/invoices">Invoices</TrailLink>}
        title="New invoice"
        description="It begins as a draft. Its number comes when it is finalized."
      />
      {mayWrite(person.role) ? (
        <NewInvoiceForm currencies={currencyOptions(currency)} runCommand={runInvoiceCommand} />
      ) : (
        <EmptyState
          icon={<Lock />}
          title={<h2>You can’t write invoices</h2>}
          action={
            <Link href="/invoices" className={buttonStyles()}>
              Go to invoices
            </Link>
          }
        >
          {readOnlyReason}
        </EmptyState>
      )}
    </div>
  );
}
