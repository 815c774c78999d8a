import { Lock } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { runCustomerCommand } from '@/app/actions/customers';
import { requirePerson } from '@/app/session';
import { NewCustomerForm } from '@/components/customer/new-customer-form';
import { PageHeader, TrailLink } from '@/components/shell/page-header';
import { buttonStyles } from '@/components/ui/button-styles';
import { EmptyState } from '@/components/ui/empty-state';
import { mayWrite, readOnlyReason } from '@/lib/access';

export const metadata: Metadata = { title: 'New customer' };

/** Adds a customer before there is an invoice to them. */
export default async function NewCustomerPage() {
  const person = await requirePerson();
  return (
    <div className="flex flex-col gap-4 px-page py-5">
      <PageHeader trail={<TrailLink href="/customers">Customers</TrailLink>} title="New customer" />
      {mayWrite(person.role) ? (
        <NewCustomerForm runCommand={runCustomerCommand} />
      ) : (
        <EmptyState
          icon={<Lock />}
          title={<h2>You can’t add customers</h2>}
          action={
            <Link href="/customers" className={buttonStyles()}>
              Go to customers
            </Link>
          }
        >
          {readOnlyReason}
        </EmptyState>
      )}
    </div>
  );
}
