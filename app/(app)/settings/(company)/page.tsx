import type { Metadata } from 'next';
import { revertOnCompany, runCompanyCommand } from '@/app/actions/company';
import { openRecord } from '@/app/opened-record';
import { requirePerson } from '@/app/session';
import { CompanyRecord } from '@/components/company/company-record';
import { database } from '@/db/client';
import { ensureCompany } from '@/db/company';
import { companyId } from '@/lib/company/company';
import { companyWorkflow } from '@/lib/company/workflow';

export const metadata: Metadata = { title: 'Company' };

/** What the company has settled, and how that came to be. */
export default async function SettingsPage() {
  const person = await requirePerson();
  // There since the first start, unless the database was emptied under a running app.
  await ensureCompany(database());
  const opening = await openRecord({ workflow: companyWorkflow, streamId: companyId, person });
  if (opening?.kind !== 'opened') return null;
  return (
    <CompanyRecord
      person={person}
      opened={opening.opened}
      runCommand={runCompanyCommand}
      runRevert={revertOnCompany}
    />
  );
}
