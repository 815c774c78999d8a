import type { Metadata } from 'next';
import { makeLink, revertOnPerson, runPersonCommand } from '@/app/actions/people';
import { currentCompany } from '@/app/company';
import { openRecord, type Parameters, readHead } from '@/app/opened-record';
import { requirePerson } from '@/app/session';
import { NotYet } from '@/components/history/not-yet';
import { isIdText } from '@/components/invoice-list/address-texts';
import { PersonRecord } from '@/components/person/person-record';
import { CompanyProvider } from '@/components/shell/company-context';
import type { AppPerson } from '@/lib/person/person';
import { personWorkflow } from '@/lib/person/workflow';

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Parameters;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  await requirePerson();
  return { title: (await nameNow((await params).id)) ?? 'No such record' };
}

async function nameNow(id: string): Promise<string | null> {
  const head = isIdText(id) ? await readHead(id.toLowerCase()) : undefined;
  return head?.workflow === personWorkflow.name ? (head.state as AppPerson).name : null;
}

/** One person: who they are, what they may do, and any moment of that. */
export default async function PersonPage({ params, searchParams }: PageProps) {
  const person = await requirePerson();
  const { id } = await params;
  const name = await nameNow(id);
  // The layout, which is above the skeleton, answers that there is none.
  if (name === null) return null;
  const path = `/admin/people/${id}`;
  const streamId = id.toLowerCase();
  const opening = await openRecord({ workflow: personWorkflow, streamId, person, path, searchParams });
  if (!opening) return null;
  if (opening.kind === 'not_yet') return <NotYet {...opening} title={name} href={path} />;
  return (
    // Who the other admins are is as fresh as the record: what stands around the page may be of an earlier one.
    <CompanyProvider company={await currentCompany()}>
      <PersonRecord
        person={person}
        opened={opening.opened}
        runCommand={runPersonCommand}
        runRevert={revertOnPerson}
        makeLink={makeLink}
      />
    </CompanyProvider>
  );
}
