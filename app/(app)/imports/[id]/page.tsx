import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readStatus } from '@/app/imports/import-jobs';
import { previewUpload } from '@/app/imports/preview-upload';
import { findUpload } from '@/app/imports/uploads';
import { requirePerson } from '@/app/session';
import { ImportPage } from '@/components/imports/import-page';
import { refusalToImport } from '@/lib/access';
import { NotTheirs } from '../not-theirs';

export const metadata: Metadata = { title: 'Import' };

/** One uploaded file: what is in it, how far it is, or what came of it. */
export default async function ImportRoute({ params }: { params: Promise<{ id: string }> }) {
  const person = await requirePerson();
  const refusal = refusalToImport(person.role);
  if (refusal) return <NotTheirs because={refusal} />;
  const upload = await findUpload((await params).id);
  if (!upload) notFound();
  // Its file is gone once it is imported.
  const preview = upload.phase === 'done' ? null : await previewUpload(upload, {});
  return <ImportPage first={await readStatus(upload)} preview={preview} />;
}
