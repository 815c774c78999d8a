import type { Metadata } from 'next';
import { revertOnCompany, runCompanyCommand } from '@/app/actions/company';
import { requirePerson } from '@/app/session';
import { CompanyRecord } from '@/components/company/company-record';
import { database } from '@/db/client';
import { ensureCompany } from '@/db/company';
import { readStream } from '@/db/event-store';
import { companyId } from '@/lib/company/company';

export const metadata: Metadata = { title: 'Company' };

/** What the company has settled, and how that came to be. */
export default async function SettingsPage() {
  const person = await requirePerson();
  // There since the first start, unless the database was emptied under a running app.
  await ensureCompany(database());
  const events = await readStream(database().$client, companyId);
  return (
    <CompanyRecord
      person={person}
      events={events}
      runCommand={runCompanyCommand}
      runRevert={revertOnCompany}
    />
  );
}
