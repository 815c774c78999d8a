import type { Metadata } from 'next';
import { readStatus } from '@/app/imports/import-jobs';
import { largestUpload, listUploads } from '@/app/imports/uploads';
import { requirePerson } from '@/app/session';
import { ImportsPage } from '@/components/imports/imports-page';
import { refusalToImport } from '@/lib/access';
import { NotTheirs } from './not-theirs';

export const metadata: Metadata = { title: 'Imports' };

/** Files that were brought in, and the form that takes one more. */
export default async function ImportsRoute() {
  const person = await requirePerson();
  const refusal = refusalToImport(person.role);
  if (refusal) return <NotTheirs because={refusal} />;
  return (
    <ImportsPage uploads={await Promise.all((await listUploads()).map(readStatus))} largest={largestUpload} />
  );
}
